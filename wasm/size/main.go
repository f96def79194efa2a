//go:build !js

// Size prints what a first visit to the site in dist downloads, file by file, and how long a fresh headless Chromium takes from
// there until the page shows the first trained step: the median of some visits over this machine's own network, so that what is measured
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
	slices.SortFunc(all, func(a, b *visit) int { return cmp.Compare(a.trained, b.trained) })
	fmt.Printf("%-28s %8.0f ms (of %d visits, %.0f to %.0f)\n", "the first trained step", all[len(all)/2].trained,
		len(all), all[0].trained, all[len(all)-1].trained)
	return nil
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
