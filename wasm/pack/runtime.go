//go:build !js

package main

import (
	"os"
	"path/filepath"
	"strings"
)

// The function that Go's own wasm_exec.js is wrapped in: it keeps to the globalThis that it is given, so that two programs on one
// page, or one behind a stand-in, do not meet. Two names are used there without saying of what: what the program prints goes through fs, and it wakes by setTimeout.
const (
	runtimeHead = `function goRuntime(globalThis) {
const fs = { writeSync: (...args) => globalThis.fs.writeSync(...args) }, setTimeout = (...args) => globalThis.setTimeout(...args);
`
	runtimeFoot = `
return globalThis.Go;
}
`
)

// goRuntime is go.js: wasm_exec.js of the Go that builds, wrapped.
func goRuntime() ([]byte, error) {
	root, err := goRoot()
	if err != nil {
		return nil, err
	}
	exec, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, err
	}
	return []byte(runtimeHead + string(exec) + runtimeFoot), nil
}

// goRoot is the folder of the Go that builds.
func goRoot() (string, error) {
	out, err := command(".", nil, "go", "env", "GOROOT")
	return strings.TrimSpace(string(out)), err
}
