//go:build !js

// Slim makes what ganvas.wasm is built with so that it is a quarter smaller: an overlay for go build, with as much as ebiten asks for of five packages
// of the standard library in place of the whole, and a copy of ebiten whose shaders are compiled already.
//
// Most is won by text/template, from which ebiten makes its shaders: it finds methods by name at run time, so that the linker
// must keep every exported method of every type; and by the compiler of shaders, with which go/parser goes. What is left out fails when
// it is asked for, at the page's start or in ebiten's dump of its images, which the page never makes.
//
//	go run ./wasm/slim -out .build/slim
//	go build -overlay .build/slim/overlay.json -modfile .build/slim/go.mod ./wasm/program
package main

import (
	"encoding/json"
	"flag"
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
}

func main() {
	out := flag.String("out", ".build/slim", "the folder to write to, below the module's")
	flag.Parse()
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "slim:", err)
		os.Exit(1)
	}
}

func write(out string) error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := writeEbiten(out); err != nil {
		return err
	}
	overlay, err := overlay()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "overlay.json"), overlay, 0o666)
}

// overlay has our packages in place of the standard library's.
func overlay() ([]byte, error) {
	replace := map[string]string{}
	for std, ours := range slim {
		folder, err := list("{{.Dir}}", std)
		if err != nil {
			return nil, err
		}
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			replace[f] = "" // not there
		}
		home, err := list("{{.Dir}}", "ganvas/wasm/slim/"+ours)
		if err != nil {
			return nil, err
		}
		replace[filepath.Join(folder, ours+".go")] = filepath.Join(home, ours+".go")
	}
	return json.Marshal(map[string]any{"Replace": replace})
}

// list is what go list says of packages as browsers have them, by a template.
func list(format string, args ...string) (string, error) {
	return run(append([]string{"list", "-f", format}, args...), "GOOS=js", "GOARCH=wasm")
}

// run is what the go command prints.
func run(args []string, environment ...string) (string, error) {
	c := exec.Command("go", args...)
	c.Env = append(os.Environ(), environment...)
	c.Stderr = os.Stderr
	out, err := c.Output()
	return strings.TrimSpace(string(out)), err
}
