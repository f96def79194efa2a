//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// judgeName is the weights that are loaded where images are measured.
const judgeName = "judge.bin"

// parts are what everything is made of.
type parts struct {
	files   files  // the site as it is written: assets, lessons, the programs, Go's runtime
	worker  string // text of the service worker, without what it keeps
	licence string // Ganvas's own
	notice  string // the licences of what is linked into the programs
	version string
	keeper  *keeper // of what has been compressed before
}

// The programs that few visits need, readerName where somebody brings a table and rivalsName where somebody asks for what is no GAN, and all programs.
const (
	readerName = "reader.wasm"
	rivalsName = "rivals.wasm"
)

var programNames = []string{"ganvas.wasm", readerName, rivalsName}

// load collects the parts. The folder programs has them.
func load(root, programs string) (*parts, error) {
	p := &parts{keeper: &keeper{filepath.Join(programs, "gzip")}}
	var err error
	if p.files, err = assets(filepath.Join(root, "assets")); err != nil {
		return nil, err
	}
	for _, name := range programNames {
		if p.files[name], err = os.ReadFile(filepath.Join(programs, name)); err != nil {
			return nil, fmt.Errorf("%w: make build makes it", err)
		}
	}
	if p.files[judgeName], err = os.ReadFile(filepath.Join(root, "core", "judge", "trained", judgeName)); err != nil {
		return nil, err
	}
	if err := addGallery(filepath.Join(root, "assets", "gallery"), p.files); err != nil {
		return nil, err
	}
	if p.files["go.js"], err = goRuntime(); err != nil {
		return nil, err
	}
	if err := addLessons(root, p.files); err != nil {
		return nil, err
	}
	if err := addEmbedding(root, p.files); err != nil {
		return nil, err
	}
	p.worker = string(p.files[workerName])
	delete(p.files, workerName)
	if p.notice, err = notice(root); err != nil {
		return nil, err
	}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return nil, err
	}
	p.licence = string(licence)
	changes, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		return nil, err
	}
	p.version, err = version(string(changes))
	return p, err
}

// assets are the page, its styles and scripts. Pictures there are the README's.
func assets(dir string) (files, error) {
	f := files{}
	for _, ext := range []string{"html", "css", "js", "svg"} {
		paths, err := filepath.Glob(filepath.Join(dir, "*."+ext))
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			if f[filepath.Base(path)], err = os.ReadFile(path); err != nil {
				return nil, err
			}
		}
	}
	for _, name := range []string{"index.html", policyName, workerName} {
		if f[name] == nil {
			return nil, fmt.Errorf("%s has no %s: start in the repository's root", dir, name)
		}
	}
	return f, nil
}

// galleryPrefix begins the names of the pictures that experiments of the gallery open with; cardsName are those on its cards.
const (
	galleryPrefix = "gallery-"
	cardsName     = galleryPrefix + "cards.bin"
)

// galleryMark stands in the page where the links to them belong.
const galleryMark = `<link id="gallery" rel="alternate" type="application/octet-stream" href="gallery/">` + "\n"

// addGallery adds those pictures, and the page's links to them, each with its file's name, without its ending, as id.
func addGallery(dir string, f files) error {
	pictures, err := read(dir)
	if err != nil {
		return err
	}
	links := ""
	for _, name := range pictures.names() {
		f[galleryPrefix+name] = pictures[name]
		id := galleryPrefix + strings.TrimSuffix(name, filepath.Ext(name))
		links += fmt.Sprintf("<link id=%q rel=\"alternate\" type=\"application/octet-stream\" href=%q>\n", id, galleryPrefix+name)
	}
	page := string(f["index.html"])
	if !strings.Contains(page, galleryMark) {
		return errors.New("index.html has no place for the gallery's pictures")
	}
	f["index.html"] = []byte(strings.Replace(page, galleryMark, links, 1))
	return nil
}

// addLessons adds the lessons' pages.
func addLessons(root string, f files) error {
	dir, err := os.MkdirTemp("", "ganvas-lessons")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if _, err := command(root, nil, "go", "run", "./core/cmd/lessons", "-out", dir); err != nil {
		return err
	}
	lessons, err := read(dir)
	for name, b := range lessons {
		f["lessons/"+name] = b
	}
	return err
}

// command runs a program with more environment and returns what it prints.
func command(dir string, env []string, name string, args ...string) ([]byte, error) {
	c := exec.Command(name, args...)
	c.Dir = dir
	c.Env = slices.Concat(os.Environ(), env)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %v: %w", name, args, err)
	}
	return out, nil
}
