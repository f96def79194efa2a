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
	if len(literature)%2 != 0 || len(literature) == 0 || len(catalogue) < 2 {
		t.Fatalf("%d and %d benchmarks", len(literature), len(catalogue))
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
	was := literature
	literature = []benchmark{small}
	defer func() { literature = was }()
	file := filepath.Join(t.TempDir(), "deep", "table.jsonl")
	fill := func() (string, *sheet) {
		var log bytes.Buffer
		tb := &sheet{benchmarks: []benchmark{small}, seeds: 2, file: file, stderr: &log}
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
	if rows := strings.Split(strings.TrimSpace(tb.markdown()), "\n"); len(rows) != 3 || !strings.Contains(rows[2], "| ring8-sharp | small | 2 | 5 |") {
		t.Errorf("table:\n%s", tb.markdown())
	}
}

// The tables say what their runs found, and have rows for what is asked for only.
func TestMarkdown(t *testing.T) {
	ring, _ := benchmark{Data: "ring8"}.spec(0)
	other, _ := benchmark{Data: "ring8"}.spec(1)
	tb := &sheet{benchmarks: benchmarksLike("ring8"), seeds: 2, found: map[string]finding{
		ring.String():  {JS: .004, JSFloor: .002, Seconds: 3},
		other.String(): {JS: .005, JSFloor: .002, Seconds: 5},
	}}
	text := tb.markdown()
	if want := "| ring8 | 2 | 3000 | 4 ± 1 | 0.0045 ± 0.0007 | 0.0020 ± 0.0000 | 1 of 2 |"; !strings.Contains(text, want) {
		t.Errorf("no line %q in\n%s", want, text)
	}
	if strings.Contains(text, "moons") || !strings.Contains(text, "| ring8-sharp | GAN, saturating | 0 |") {
		t.Errorf("rows of ring8 and ring8-sharp, and no others, are wanted:\n%s", text)
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

// What the file does not hold yet has empty rows where nothing is to be trained.
func TestTablePrints(t *testing.T) {
	var out, errs bytes.Buffer
	file := filepath.Join(t.TempDir(), "table.jsonl")
	if code := command([]string{"table", "-print", "-only", "grid25", "-out", file}, &out, &errs); code != 0 || errs.Len() > 0 {
		t.Fatalf("code %d, says %q", code, errs.String())
	}
	if !strings.Contains(out.String(), "| grid25 | 0 |") {
		t.Errorf("prints\n%s", out.String())
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("it has written a file")
	}
}

func TestTableRefuses(t *testing.T) {
	for _, args := range [][]string{{"-seeds", "0"}, {"-jobs", "0"}, {"-only", "no such method"}, {"-seeds", "x"}} {
		var out, errs bytes.Buffer
		if code := command(append([]string{"table"}, args...), &out, &errs); code != 2 || errs.Len() == 0 {
			t.Errorf("%v: code %d, says %q", args, code, errs.String())
		}
	}
}
