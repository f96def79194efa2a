// Embed writes what labs in other people's pages need: the element as ganvas-lab.js and ganvas-lab.mjs, embed.html, where an author puts a lab together,
// embedding.html, which says all that there is to know, and the examples. What they say of options, commands and events is what ui/embed holds.
//
//	go run ./ui/cmd/embed -out dist
package main

import (
	"bytes"
	"embed"
	"flag"
	"fmt"
	"html/template"
	"os"
	"path/filepath"

	"ganvas/assets"
)

//go:embed *.html
var templates embed.FS

func main() {
	out := flag.String("out", "", "the folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "embed:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	if out == "" {
		return fmt.Errorf("nothing to do: give -out")
	}
	files, err := pages()
	if err != nil {
		return err
	}
	for name, b := range files {
		path := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// pages are all files by their paths in the site.
func pages() (map[string][]byte, error) {
	t, err := template.ParseFS(templates, "*.html")
	if err != nil {
		return nil, err
	}
	files, err := assets.Examples()
	if err != nil {
		return nil, err
	}
	if err := addElement(files); err != nil {
		return nil, err
	}
	facts := learn()
	for _, name := range []string{"embed.html", "embedding.html"} {
		var b bytes.Buffer
		if err := t.ExecuteTemplate(&b, name, facts); err != nil {
			return nil, err
		}
		files[name] = b.Bytes()
	}
	return files, nil
}
