//go:build !js

// Slim prints an overlay for go build with which ganvas.wasm is a quarter smaller: six packages of the standard library, as much of them as
// ebiten asks for, in place of the whole.
//
// Most is won by text/template, from which ebiten makes its shaders: it finds methods by name at run time, so that the linker
// must keep every exported method of every type. The overlay holds for the page alone. What it leaves out fails when it is asked for, at the
// page's start or in ebiten's dump of its images, which the page never makes.
//
//	go run ./wasm/slim > overlay.json
//	go build -overlay overlay.json ./wasm/program
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// slim are our packages, by those that they stand for.
var slim = map[string]string{
	"text/template": "template",
	"regexp":        "regexp",
	"archive/zip":   "zip",
	"compress/zlib": "zlib",
	"go/constant":   "constant",

	"go/build/constraint": "constraint",
}

func main() {
	if err := print(); err != nil {
		fmt.Fprintln(os.Stderr, "slim:", err)
		os.Exit(1)
	}
}

func print() error {
	replace := map[string]string{}
	for std, ours := range slim {
		folder, err := list(std)
		if err != nil {
			return err
		}
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			return err
		}
		for _, f := range files {
			replace[f] = "" // not there
		}
		home, err := list("ganvas/wasm/slim/" + ours)
		if err != nil {
			return err
		}
		replace[filepath.Join(folder, ours+".go")] = filepath.Join(home, ours+".go")
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]any{"Replace": replace})
}

// list is a package's folder.
func list(path string) (string, error) {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", path).Output()
	return strings.TrimSpace(string(out)), err
}
