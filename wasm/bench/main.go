//go:build !js

// Bench trains the same GANs with the same step in Ganvas and in other engines, side by side in one headless Chromium, and prints one
// table. It writes dist/bench.json too.
//
// Every engine lives in a Worker of one page. A step is everything that training does: random numbers, real samples from a table,
// both players' gradients and updates. Engines start from the same weights, and are first held to the same losses on the same
// inputs. Measuring goes round the engines, a window each, many times, so that what else the machine does falls on all.
//
//	go run ./wasm/bench             the table
//	go run ./wasm/bench -images     the models of images alone, beside PyTorch where it is
//	go run ./wasm/bench -threads    what a second thread gives
//	go run ./wasm/bench -profile    the instructions of our steps by their cost
//	go run ./wasm/bench -start      the way to the first step, in fresh browsers
//	go run ./wasm/bench -latency    key presses in the built page, and when they are seen
//	go run ./wasm/bench -drawing    what the built page's drawing leaves of its training's speed
//	go run ./wasm/bench -scrub      the timeline dragged to steps of a run in the built page, and when they are seen
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	out := flag.String("json", "dist/bench.json", "where the figures go")
	profile := flag.Bool("profile", false, "time every instruction of our steps instead")
	images := flag.Bool("images", false, "the models of images alone")
	start := flag.Bool("start", false, "time the way to the first step instead")
	threads := flag.Bool("threads", false, "what a second thread gives alone")
	latency := flag.Bool("latency", false, "time key presses in the built page instead")
	scrub := flag.Bool("scrub", false, "time jumps about in a run's history in the built page instead")
	drawing := flag.Bool("drawing", false, "time training in the built page with and without drawing instead")
	flags := flag.String("build", "", "what go build is told of our program besides, as the page's trainer is built")
	rounds := flag.Int("rounds", 7, "windows of every engine, or fresh browsers")
	flag.Parse()
	err := error(nil)
	switch {
	case *latency:
		err = printLatencies(os.Stdout, "dist", "dist/latency.json")
	case *scrub:
		err = printScrubs(os.Stdout, "dist")
	case *drawing:
		err = printDrawing(os.Stdout, "dist", *rounds)
	default:
		err = bench(*out, *flags, *rounds, choice{*profile, *start, *images, *threads})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// choice says which one thing is to be measured alone, if any.
type choice struct{ profile, start, images, threads bool }

func bench(out, flags string, rounds int, only choice) error {
	if only == (choice{}) {
		if err := installPeers(); err != nil {
			return err
		}
	}
	files, err := build(flags)
	if err != nil {
		return err
	}
	defer files.Close()
	if only.threads {
		gains, err := measureThreads(files.URL, rounds)
		printGains(os.Stdout, gains)
		return err
	}
	if only.start {
		return printStarts(os.Stdout, files.URL, rounds)
	}
	page, err := openPage(files.URL)
	if err != nil {
		return err
	}
	defer page.Close()
	if only.profile {
		return printProfiles(os.Stdout, page)
	}
	if only.images {
		r := &report{}
		if err := measureImages(page, r, rounds); err != nil {
			return err
		}
		r.printComparison(os.Stdout)
		return nil
	}
	r, err := measureAll(page, rounds)
	if err != nil {
		return err
	}
	if r.gains, err = measureThreads(files.URL, rounds); err != nil {
		return err
	}
	r.print(os.Stdout)
	return r.write(out)
}
