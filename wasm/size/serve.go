//go:build !js

package main

import (
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"

	"ganvas/wasm/site"
)

// compressed serves a folder as servers do that take the compressed file beside the one that was asked for.
func compressed(dir string) http.Handler {
	files := site.Handler(dir)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := path.Clean(r.URL.Path)
		if strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, "index.html")
		}
		packed, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)) + ".gz")
		if err != nil || !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", site.Type(name))
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed)
	})
}
