//go:build !js

package main

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
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
	for _, url := range []string{"/no.js", "/../serve_test.go"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		if w.Code == http.StatusOK {
			t.Errorf("%s: status %d", url, w.Code)
		}
	}
}

func TestListenIsLoopbackAndFindsAFreePort(t *testing.T) {
	first, err := listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	taken := first.Addr().(*net.TCPAddr)
	second, err := listen(taken.Port)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	other := second.Addr().(*net.TCPAddr)
	if other.Port == taken.Port || !other.IP.IsLoopback() || !taken.IP.IsLoopback() {
		t.Errorf("got %v beside %v", other, taken)
	}
	if _, err := listen(70000); err == nil {
		t.Error("port 70000 was accepted")
	}
}

func TestServeExplainsAnEmptyFolder(t *testing.T) {
	err := serve(t.TempDir(), 0, false)
	if err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("got %v", err)
	}
}
