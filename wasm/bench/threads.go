//go:build !js

package main

import (
	"fmt"
	"io"

	"ganvas/core/experiment"
)

// two is Ganvas on two threads, in a page that is isolated.
var two = engine{"simd2", "two threads"}

// threaded are the presets that are trained on one and on two threads.
var threaded = []string{"digits", "dcgan", "dcgan-large", "exercise"}

// gain is what a second thread gives.
type gain struct {
	Preset string
	One    float64
	Two    float64
	Times  float64 // the median of the rounds' ratios
}

// measureThreads trains presets on one thread and on two by turns, in a browser of its own whose page is isolated: elsewhere peers would run otherwise.
func measureThreads(address string, rounds int) ([]gain, error) {
	p, err := openPage(address + isolatedPath)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	var out []gain
	for _, key := range threaded {
		say("two threads: " + label(key))
		g, err := gainOf(p, key, rounds)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", label(key), err)
		}
		out = append(out, g)
	}
	return out, nil
}

func label(preset string) string {
	p, _ := experiment.FindPreset(preset)
	return p.Label
}

func gainOf(p *page, key string, rounds int) (gain, error) {
	rates := map[engine][]float64{}
	for _, e := range []engine{ours, two} {
		if err := p.ask(e.key, "open", nil, presetPrefix+key); err != nil {
			return gain{}, err
		}
		if err := warm(p, e); err != nil {
			return gain{}, err
		}
	}
	var ratios []float64
	for range rounds {
		for _, e := range []engine{ours, two} {
			s, err := run(p, e, window)
			if err != nil {
				return gain{}, err
			}
			rates[e] = append(rates[e], s.perSecond())
		}
		n := len(ratios)
		ratios = append(ratios, rates[two][n]/rates[ours][n])
	}
	return gain{key, median(rates[ours]), median(rates[two]), median(ratios)}, nil
}

// presetPrefix begins the key of a preset, where a model's key is asked for.
const presetPrefix = "preset:"

// printGains prints what a second thread gives.
func printGains(w io.Writer, gains []gain) {
	if len(gains) == 0 {
		return
	}
	fmt.Fprint(w, "\nSteps a second on one thread and on two, where a page is isolated; the ratio is the median of those within rounds:\n\n")
	var rows [][]string
	for _, g := range gains {
		rows = append(rows, []string{label(g.Preset), digits(g.One), digits(g.Two), digits(g.Times) + "×"})
	}
	printTable(w, 1, []string{"experiment", "one", "two", "gain"}, rows)
}
