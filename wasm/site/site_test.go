//go:build !js

package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

func TestHandlerServesFilesWithTheirTypes(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"index.html", "page.wasm", "host.js", "style.css"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("<"+name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	h := Handler(dir)
	for url, want := range map[string]string{
		"/":              "text/html; charset=utf-8",
		"/?data=moons":   "text/html; charset=utf-8",
		"/page.wasm":     "application/wasm",
		"/host.js":       "text/javascript; charset=utf-8",
		"/style.css?v=1": "text/css; charset=utf-8",
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		if got := w.Header().Get("Content-Type"); w.Code != http.StatusOK || got != want {
			t.Errorf("%s: status %d, type %q, want %q", url, w.Code, got, want)
		}
	}
	for _, url := range []string{"/no.js", "/../site_test.go"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		if w.Code == http.StatusOK {
			t.Errorf("%s: status %d", url, w.Code)
		}
	}
}
