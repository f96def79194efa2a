//go:build js && wasm

// Program is what a visitor downloads: in the window it is the page (wasm/page), in a Worker the trainer (wasm/worker). One file for both
// is a quarter smaller than two, since Go's runtime and what both read and write are in it once, and a browser compiles it once for both threads.
package main

import (
	"syscall/js"

	"ganvas/core/run"
	"ganvas/wasm/page"
	"ganvas/wasm/worker"
)

func main() {
	if js.Global().Get("stage").Truthy() { // of the stand-in for the window, which assets/host.js makes
		page.Main()
	}
	worker.Main(func(only run.Family) []run.Family { return []run.Family{only} })
}
