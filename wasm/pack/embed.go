//go:build !js

package main

import (
	"encoding/base64"
	"os"
	"path"
	"strings"
)

// elementName and moduleName are the scripts that other people's pages name; the examples folder holds such pages,
// and the posters pictures for them.
const (
	elementName = "ganvas-lab.js"
	moduleName  = "ganvas-lab.mjs"
	examplesDir = "embed-examples/"
	postersDir  = "posters/"
)

// keepsName reports whether a file has the name in the site that it has in the sources.
func keepsName(name string) bool {
	return isPage(name) || name == elementName || name == moduleName || strings.HasPrefix(name, postersDir)
}

// policyOf is what a page of the site may load; nothing is said of pages that stand for other people's.
func policyOf(name, page string) string {
	switch {
	case strings.HasPrefix(name, examplesDir):
		return ""
	case strings.Contains(page, `class="frame"`) || strings.Contains(page, elementName):
		return sitePolicy + "; frame-src 'self'"
	case strings.Contains(page, "<script"):
		return sitePolicy
	}
	return paperPolicy
}

// asScripts adds the compressed programs as scripts, for frames and folders from which a browser loads scripts and no other files. They
// lie beside the site, and the service worker keeps none.
func asScripts(f files) {
	for _, name := range f.names() {
		if path.Ext(name) == ".wasm" {
			f[name+".js"] = []byte("document.currentScript.packed = '" + base64.StdEncoding.EncodeToString(f[name+".gz"]) + "';\n")
		}
	}
}

// addEmbedding adds the pages about labs in other pages, and the examples.
func addEmbedding(root string, f files) error {
	dir, err := os.MkdirTemp("", "ganvas-embed")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if _, err := command(root, nil, "go", "run", "./ui/cmd/embed", "-out", dir); err != nil {
		return err
	}
	pages, err := read(dir)
	for name, b := range pages {
		f[name] = b
	}
	return err
}
