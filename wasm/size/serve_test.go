//go:build !js

package main

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// Files come compressed to those who take them so, where there is a compressed one.
func TestCompressed(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"index.html", "index.html.gz", "a.js", "a.js.gz", "p.wasm.gz", "small.css"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("this is "+name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ path, accept, body, encoding, kind string }{
		{"/", "gzip, br", "this is index.html.gz", "gzip", "text/html; charset=utf-8"},
		{"/", "", "this is index.html", "", "text/html; charset=utf-8"},
		{"/a.js", "gzip", "this is a.js.gz", "gzip", "text/javascript; charset=utf-8"},
		{"/small.css", "gzip", "this is small.css", "", "text/css; charset=utf-8"},
		{"/p.wasm.gz", "gzip", "this is p.wasm.gz", "", "application/gzip"},
	} {
		r, w := httptest.NewRequest("GET", c.path, nil), httptest.NewRecorder()
		r.Header.Set("Accept-Encoding", c.accept)
		compressed(dir).ServeHTTP(w, r)
		if w.Body.String() != c.body || w.Header().Get("Content-Encoding") != c.encoding || (c.kind != "application/gzip" && w.Header().Get("Content-Type") != c.kind) {
			t.Errorf("%s to %q: %q, %v", c.path, c.accept, w.Body, w.Header())
		}
	}
}
