//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"ganvas/core/simd"
	"ganvas/wasm/bench/model"
	"ganvas/wasm/site"
)

// files is a server of everything that the page asks for, and the folder of what was built.
type files struct {
	*httptest.Server
	dir string
}

// Close ends the server and removes what was built.
func (f *files) Close() {
	f.Server.Close()
	os.RemoveAll(f.dir)
}

// build builds our program, with more flags, and writes the models' first values.
func build(flags string) (*files, error) {
	dir, err := os.MkdirTemp("", "ganvas-bench")
	if err != nil {
		return nil, err
	}
	f := &files{dir: dir}
	if err := f.fill(flags); err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/npm/", http.StripPrefix("/npm", site.Handler(home+"/node_modules")))
	mux.Handle("/", site.Handler(dir))
	mux.Handle(isolatedPath, http.StripPrefix(strings.TrimSuffix(isolatedPath, "/"), isolating(site.Handler(dir))))
	f.Server = httptest.NewServer(mux)
	return f, nil
}

// isolatedPath is where the same files have the headers that let threads share memory.
const isolatedPath = "/isolated/"

func isolating(files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		files.ServeHTTP(w, r)
	})
}

func (f *files) fill(flags string) error {
	args := append([]string{"build", "-trimpath", "-ldflags", "-s -w", "-o", filepath.Join(f.dir, "ours.wasm")}, strings.Fields(flags)...)
	c := exec.Command("go", append(args, "./"+home+"/worker")...)
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	sources, err := filepath.Glob(home + "/web/*")
	if err != nil {
		return err
	}
	sources = append(sources, filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/wasm_exec.js"))
	for _, s := range sources {
		b, err := os.ReadFile(s)
		if err != nil {
			return err
		}
		if err := f.write(filepath.Base(s), b); err != nil {
			return err
		}
	}
	for _, m := range model.All {
		if err := f.describe(m); err != nil {
			return err
		}
	}
	return f.write("peak.wasm", simd.PeakModule())
}

func (f *files) write(name string, b []byte) error {
	return os.WriteFile(filepath.Join(f.dir, name), b, 0o644)
}

// describe writes a model and its first values for the peers: names and shapes as JSON, values one after another as little-endian
// float32s.
func (f *files) describe(m model.Model) error {
	arrays, err := model.First(m)
	if err != nil {
		return err
	}
	text, err := json.Marshal(map[string]any{"model": m, "arrays": arrays})
	if err != nil {
		return err
	}
	var values bytes.Buffer
	for _, a := range arrays {
		binary.Write(&values, binary.LittleEndian, a.Values)
	}
	if err := f.write(m.Key+".json", text); err != nil {
		return err
	}
	return f.write(m.Key+".bin", values.Bytes())
}
