//go:build !js

// Pack makes what is shipped from what was built: the static site, the single file that works from a folder, and the archives of
// a release. The same sources give the same bytes.
//
//	go run ./wasm/pack -out dist                 the site, dist/ganvas.html and dist/ganvas-site.zip
//	go run ./wasm/pack -release dist/release     the archives of a release, and their SHA-256
//
// It starts in the repository's root, and finds ganvas.wasm, reader.wasm and rivals.wasm in -programs.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	programs := flag.String("programs", ".build", "the folder of ganvas.wasm, reader.wasm and rivals.wasm")
	out := flag.String("out", "", "the folder for the site")
	release := flag.String("release", "", "the folder for a release's archives")
	flag.Parse()
	if err := pack(".", *programs, *out, *release); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func pack(root, programs, out, release string) error {
	p, err := load(root, programs)
	if err != nil {
		return err
	}
	for _, name := range programNames {
		shorter, err := withoutLines(p.files[name])
		if err != nil {
			fmt.Fprintf(os.Stderr, "pack: %s keeps its line numbers, and takes about a tenth more to download: %v\n", name, err)
			continue
		}
		p.files[name] = shorter
	}
	shipped, err := ship(p)
	if err != nil {
		return err
	}
	if out != "" {
		if err := writeDist(out, shipped); err != nil {
			return err
		}
		fmt.Printf("%s: %s over the wire; %s: %s\n", out, megabytes(wire(shipped.site)),
			filepath.Join(out, singleName), megabytes(len(shipped.single)))
	}
	if release != "" {
		files, err := archives(p, shipped)
		if err != nil {
			return err
		}
		return write(release, files)
	}
	return nil
}

func megabytes(n int) string { return fmt.Sprintf("%.2f MB", float64(n)/1e6) }
