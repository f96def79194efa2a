//go:build js && wasm

// Rivals is the trainer's part of the program alone (wasm/worker), with all families: that of two players and its rivals (core/rival). It is loaded in a
// trainer's place where somebody asks for one of these, so that no other visit pays for it: see changingTrainer in assets/trainer.js.
package main

import (
	"ganvas/core/rival"
	"ganvas/wasm/worker"
)

func main() { worker.Main(rival.Families) }
