//go:build !js

// Size prints what a first visit to the site in dist downloads, file by file, and how long it takes a fresh headless Chromium from the
// navigation until the page shows the first picture and the first trained step: the median of some visits over this machine's own network, so that what is measured
// is the page and not the line to it.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"slices"
)

func main() {
	dir := flag.String("dir", "dist", "the folder of the site")
	visits := flag.Int("visits", 5, "fresh browsers")
	flag.Parse()
	if err := size(*dir, *visits); err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
}

func size(dir string, visits int) error {
	if visits < 1 {
		return fmt.Errorf("visits is %d; it must be at least 1", visits)
	}
	server := httptest.NewServer(compressed(dir))
	defer server.Close()
	var all []*visit
	for range visits {
		v, err := arrive(server.URL + "/")
		if err != nil {
			return err
		}
		all = append(all, v)
	}
	printFiles(all[0])
	printMoments(all)
	return nil
}

// printMoments prints when visits had got how far, by the page's own clock: their medians, and the first and the last.
func printMoments(all []*visit) {
	fmt.Printf("\nms from the navigation, the median of %d visits, the first and the last\n", len(all))
	for _, name := range moments {
		var times []float64
		for _, v := range all {
			times = append(times, v.moments[name])
		}
		slices.Sort(times)
		fmt.Printf("%-28s %8.0f %8.0f %8.0f\n", name, times[len(times)/2], times[0], times[len(times)-1])
	}
}

// printFiles prints what a visit has downloaded, the largest first.
func printFiles(v *visit) {
	total := 0.0
	slices.SortFunc(v.files, func(a, b file) int { return cmp.Compare(b.bytes, a.bytes) })
	for _, f := range v.files {
		total += f.bytes
		fmt.Printf("%-28s %8.1f kB\n", f.name, f.bytes/1000)
	}
	fmt.Printf("%-28s %8.1f kB over the wire\n", "together", total/1000)
}
