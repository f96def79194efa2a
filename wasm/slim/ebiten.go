//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const ebiten = "github.com/hajimehoshi/ebiten/v2"

// writeEbiten writes a copy of ebiten, whose shaders are compiled, and the go.mod with which it is built.
func writeEbiten(out string) error {
	c := &copier{to: filepath.Join(out, "ebiten")}
	c.packages()
	c.goMod(out)

	ours, err := list("{{.Dir}}", "ganvas/wasm/slim/shader")
	if err != nil {
		return err
	}
	c.file(filepath.Join(ours, "prebuilt", "main.go"), "internal/prebuilt/main.go")
	c.file(filepath.Join(ours, "codec.go"), "internal/prebuilt/shader/codec.go")
	if c.err != nil {
		return c.err
	}
	shaders, err := list("{{$p := .}}{{range .EmbedFiles}}{{$p.Dir}}/{{.}}\n{{end}}", "-deps", "./wasm/program")
	if err != nil {
		return err
	}
	command := []string{"run", "-modfile", filepath.Join(out, "go.mod"), ebiten + "/internal/prebuilt"}
	for file := range strings.Lines(shaders) {
		if file = strings.TrimSpace(file); filepath.Ext(file) == ".kage" {
			command = append(command, file)
		}
	}
	compiled, err := run(command)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(c.to, "internal/shader")); err != nil {
		return err
	}
	c.file(filepath.Join(ours, "codec.go"), "internal/shader/codec.go")
	c.file(filepath.Join(ours, "compile.go"), "internal/shader/compile.go")
	c.write("internal/shader/compiled.go", compiled+"\n")
	return c.err
}

// copier writes files below a folder, until one fails.
type copier struct {
	to  string
	err error
}

// packages copies ebiten's packages of the page, as far as they are built for browsers.
func (c *copier) packages() {
	files, err := list("{{$p := .}}{{range .GoFiles}}{{$p.ImportPath}}\t{{$p.Dir}}\t{{.}}\n{{end}}", "-deps", "./wasm/program")
	if err != nil {
		c.err = err
		return
	}
	for line := range strings.Lines(files) {
		path, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		folder, name, _ := strings.Cut(rest, "\t")
		if within, ok := strings.CutPrefix(path, ebiten); ok {
			c.file(filepath.Join(folder, name), filepath.Join(within, name))
		}
	}
}

// goMod writes a go.mod and a go.sum that are ours but for ebiten, which is the copy, and the copy's own.
func (c *copier) goMod(out string) {
	home, err := list("{{.Dir}}", "-m", ebiten)
	if err != nil {
		c.err = err
		return
	}
	c.file(filepath.Join(home, "go.mod"), "go.mod")
	main := &copier{to: out, err: c.err}
	main.file("go.sum", "go.sum")
	b, err := os.ReadFile("go.mod")
	if err != nil {
		c.err = err
		return
	}
	main.write("go.mod", fmt.Sprintf("%s\nreplace %s => ./%s\n", b, ebiten, filepath.ToSlash(c.to)))
	c.err = main.err
}

// file copies a file, less the line that keeps it from being built at home.
func (c *copier) file(from, to string) {
	b, err := os.ReadFile(from)
	if err != nil {
		c.err = err
		return
	}
	c.write(to, strings.TrimPrefix(string(b), "//go:build ignore\n\n"))
}

func (c *copier) write(to, text string) {
	if c.err != nil {
		return
	}
	to = filepath.Join(c.to, to)
	if c.err = os.MkdirAll(filepath.Dir(to), 0o777); c.err == nil {
		c.err = os.WriteFile(to, []byte(text), 0o666)
	}
}
