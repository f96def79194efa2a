//go:build !js

package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// files are the files of a folder, by their paths from it with slashes.
type files map[string][]byte

// names are the paths in order.
func (f files) names() []string { return slices.Sorted(maps.Keys(f)) }

// write writes files into a folder.
func write(dir string, f files) error {
	for _, name := range f.names() {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// read reads all files of a folder.
func read(dir string) (files, error) {
	f := files{}
	return f, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		f[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
}

// The names of what lies beside the site.
const (
	singleName = "ganvas.html"
	zipName    = "ganvas-site.zip"
)

// writeDist writes the site and what lies beside it, and removes what an earlier build left under names with other hashes.
func writeDist(dir string, s *shipped) error {
	zip, err := archive("ganvas", s.site)
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{singleName: s.single, zipName: zip} {
		if err := write(dir, files{name: b}); err != nil {
			return err
		}
	}
	if err := write(dir, s.site); err != nil {
		return err
	}
	return removeStale(dir, s.site)
}

// hashed matches the names that hashName makes, and those of their compressed twins.
var hashed = regexp.MustCompile(`^[^/]+\.[0-9a-f]{8}\.[a-z]+(\.gz|\.js)?$`)

func removeStale(dir string, current files) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if _, ok := current[e.Name()]; ok || !hashed.MatchString(e.Name()) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// isPage reports whether a file is HTML.
func isPage(name string) bool { return strings.HasSuffix(name, ".html") }
