package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every benchmark's settings are a Spec that may be trained, on both targets.
func TestBenchmarksAreSpecs(t *testing.T) {
	if len(benchmarks)%2 != 0 || len(benchmarks) == 0 {
		t.Fatalf("%d benchmarks", len(benchmarks))
	}
	for _, b := range benchmarks {
		s, err := b.spec(3)
		if err != nil {
			t.Errorf("%s on %s: %v", b.Name, b.Data, err)
		}
		if s.Data != b.Data || s.Seed != 3 {
			t.Errorf("%s on %s became %s", b.Name, b.Data, s)
		}
	}
}

// A table goes on from what its file has: finished lines are not trained again, a torn one is.
func TestTableGoesOn(t *testing.T) {
	small := benchmark{Name: "small", Data: "ring8-sharp", Settings: "g=4&d=4&batch=8&steps=5&rows=64", Published: "–"}
	file := filepath.Join(t.TempDir(), "deep", "table.jsonl")
	fill := func() (string, *table) {
		var log bytes.Buffer
		tb := &table{benchmarks: []benchmark{small}, seeds: 2, file: file, stderr: &log}
		if err := tb.fill(2); err != nil {
			t.Fatal(err)
		}
		return log.String(), tb
	}
	if log, _ := fill(); strings.Count(log, "\n") != 2 {
		t.Errorf("two runs say %q", log)
	}
	if log, _ := fill(); log != "" {
		t.Errorf("nothing to do says %q", log)
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(kept), "\n")
	if err := os.WriteFile(file, []byte(lines[0]+lines[1][:10]), 0o644); err != nil {
		t.Fatal(err)
	}
	log, tb := fill()
	if strings.Count(log, "\n") != 1 {
		t.Errorf("one torn line says %q", log)
	}
	if again, _ := fill(); again != "" {
		t.Errorf("the mended file leaves %q to do", again)
	}
	if rows := strings.Split(strings.TrimSpace(tb.markdown()), "\n"); len(rows) != 3 || !strings.Contains(rows[2], "| small | 2 | 5 ± 0 |") {
		t.Errorf("table:\n%s", tb.markdown())
	}
}

func TestMeanSD(t *testing.T) {
	of := func(f finding) float64 { return f.Modes }
	// 2, 4, 9: mean 5, sum of squares 9+1+16 = 26, over 2.
	mean, sd := meanSD([]finding{{Modes: 2}, {Modes: 4}, {Modes: 9}}, of)
	if math.Abs(mean-5) > 1e-12 || math.Abs(sd-math.Sqrt(13)) > 1e-12 {
		t.Errorf("mean %v, sd %v", mean, sd)
	}
}

func TestTableRefuses(t *testing.T) {
	for _, args := range [][]string{{"-seeds", "0"}, {"-jobs", "0"}, {"-only", "no such method"}, {"-seeds", "x"}} {
		var out, errs bytes.Buffer
		if code := run(append([]string{"table"}, args...), &out, &errs); code != 2 || errs.Len() == 0 {
			t.Errorf("%v: code %d, says %q", args, code, errs.String())
		}
	}
}
