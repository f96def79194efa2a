//go:build !js

// Package site serves the built page as any static file server would, with the types that browsers insist on.
package site

import (
	"net/http"
	"path"
)

// types are the MIME types that browsers insist on, whatever the machine's own table says.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".mjs":  "text/javascript; charset=utf-8",
	".wasm": "application/wasm",
	".svg":  "image/svg+xml",
	".png":  "image/png",
}

// Type is a file's type by the ending of its name, or empty where browsers do not insist.
func Type(name string) string { return types[path.Ext(name)] }

// Handler serves the files of a folder, each asked for anew so that a fresh build shows at once.
func Handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Path
		if name == "" || name[len(name)-1] == '/' {
			name = "index.html"
		}
		if t := Type(name); t != "" {
			w.Header().Set("Content-Type", t)
		}
		w.Header().Set("Cache-Control", "no-cache")
		files.ServeHTTP(w, r)
	})
}
