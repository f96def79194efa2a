//go:build !js

package main

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

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
	err := serve(t.TempDir(), 0, false, false)
	if err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("got %v", err)
	}
}

func TestTheServiceWorkerKeepsNothing(t *testing.T) {
	files := forgetting(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "a file") }))
	for path, want := range map[string]string{"/sw.js": forget, "/": "a file", "/boot.js": "a file"} {
		w := httptest.NewRecorder()
		files.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Body.String() != want || path == "/sw.js" && !strings.HasPrefix(w.Header().Get("Content-Type"), "text/javascript") {
			t.Errorf("%s: %q of %q, want %q", path, w.Body, w.Header(), want)
		}
	}
}

func TestThePageAloneIsIsolated(t *testing.T) {
	files := isolating(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {}))
	for _, c := range []struct {
		path, dest string
		want       bool
	}{{"/", "document", true}, {"/index.html", "", true}, {"/", "iframe", false}, {"/lab.html", "document", false}, {"/lessons/", "document", false}, {"/sw.js", "", false}} {
		r := httptest.NewRequest("GET", c.path, nil)
		r.Header.Set("Sec-Fetch-Dest", c.dest)
		w := httptest.NewRecorder()
		files.ServeHTTP(w, r)
		if got := w.Header().Get("Cross-Origin-Opener-Policy") == "same-origin" && w.Header().Get("Cross-Origin-Embedder-Policy") == "require-corp"; got != c.want || len(w.Header()) > 0 != c.want {
			t.Errorf("%s as %s: %v", c.path, c.dest, w.Header())
		}
	}
}
