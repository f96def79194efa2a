//go:build !js

package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"ganvas/wasm/bench/model"
)

// row is one engine on one model.
type row struct {
	model  model.Model
	engine engine
	flops  int       // of the matrix products in a step
	rates  []float64 // steps a second, one for each round
	peaks  []float64 // operations a second that the browser can do at most, measured in the same rounds
	losses []float64 // after the last window
	fault  error     // why there are no rates
}

// rate is the median of steps a second, or 0 where the engine cannot.
func (r row) rate() float64 {
	if r.fault != nil || len(r.rates) == 0 {
		return 0
	}
	return median(r.rates)
}

// gflops is 10⁹ operations of matrix products a second.
func (r row) gflops() float64 { return r.rate() * float64(r.flops) / 1e9 }

// share is the share of the peak.
func (r row) share() float64 { return float64(r.flops) * r.times(r.rates, r.peaks) }

// times is the median of the rounds' a/b, or 0 where the engine cannot: what a round had to share the machine with fell on both.
func (r row) times(a, b []float64) float64 {
	if r.rate() == 0 {
		return 0
	}
	var ratios []float64
	for i := range min(len(a), len(b)) {
		ratios = append(ratios, a[i]/b[i])
	}
	return median(ratios)
}

// phase is a part of the way to the first step.
type phase struct {
	Name string
	MS   float64
}

// report is everything that was measured.
type report struct {
	rows    []row
	scaling []row
	gains   []gain
	cold    []phase // the default experiment's way to its first step, at first
	warm    []phase // and once more
}

// figure is a row in bench.json.
type figure struct {
	Model       string  `json:"model"`
	Engine      string  `json:"engine"`
	StepsPerS   float64 `json:"steps_per_s"`
	GFlops      float64 `json:"gflops"`
	ShareOfPeak float64 `json:"share_of_peak"`
	Error       string  `json:"error,omitempty"`
}

// figures lists all rows.
func (r *report) figures() []figure {
	var out []figure
	for _, row := range append(r.rows[:len(r.rows):len(r.rows)], r.scaling...) {
		f := figure{row.model.Key, row.engine.key, row.rate(), row.gflops(), row.share(), ""}
		if row.fault != nil {
			f.Error = row.fault.Error()
		}
		out = append(out, f)
	}
	return out
}

// write writes the figures as JSON.
func (r *report) write(path string) error {
	b, err := json.MarshalIndent(r.figures(), "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644)
}
