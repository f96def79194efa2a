//go:build !js

package main

// engine is something that trains, by the name of its Worker.
type engine struct{ key, label string }

// ours and peak are Ganvas on its fast machine, and a loop that only multiplies and adds in registers.
var (
	ours = engine{"simd", "Ganvas"}
	peak = engine{"peak", "peak"}
)

// engines are the rows of the table, ours first.
var engines = []engine{
	ours,
	{"go", "Ganvas, plain Go"},
	{"jax", "jax-js 0.1.25, wasm"},
	{"tfjs-wasm", "tfjs 4.22, wasm SIMD"},
	{"tfjs-cpu", "tfjs 4.22, cpu"},
	{"tfjs-0.12-cpu", "tfjs-core 0.12.4, cpu"},
}
