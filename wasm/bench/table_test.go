//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ganvas/wasm/bench/model"
)

func TestDigits(t *testing.T) {
	for x, want := range map[float64]string{
		123456: "123456", 1234.6: "1235", 100: "100", 99.94: "99.9", 12.34: "12.3", 1.2: "1.20", 0.123: "0.123", 0.0123: "0.0123", 0: "0.0000",
	} {
		if got := digits(x); got != want {
			t.Errorf("digits(%g) is %s, want %s", x, got, want)
		}
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{{[]float64{3}, 3}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 3, 100}, 3.5}} {
		if got := median(c.values); got != c.want {
			t.Errorf("median of %v is %g, want %g", c.values, got, c.want)
		}
	}
}

func TestSameLosses(t *testing.T) {
	want := []float32{1, -20}
	for _, c := range []struct {
		got []float64
		ok  bool
	}{
		{[]float64{1, -20}, true},
		{[]float64{1.00009, -20.0019}, true},
		{[]float64{1.00011, -20}, false},
		{[]float64{1, -20.0021}, false},
		{[]float64{1}, false},
		{[]float64{math.NaN(), -20}, false},
	} {
		if err := sameLosses(c.got, want); (err == nil) != c.ok {
			t.Errorf("%v: got %v", c.got, err)
		}
	}
}

// example is a report of two engines, one of which fails: 250 steps of 2·10⁶ operations are 0.5 GFLOP/s, 5 % of a peak of 10.
func example() *report {
	m := model.GANLab
	return &report{
		rows: []row{
			{model: m, engine: engine{"simd", "Ganvas"}, flops: 2e6, rates: []float64{240, 250, 300}, peaks: []float64{1e10, 1e10, 1e10}},
			{model: m, engine: engine{"slow", "Slow"}, flops: 2e6, rates: []float64{2.5, 2, 2.5}, peaks: []float64{1e10, 1e10, 1e10}},
			{model: m, engine: engine{"none", "Broken"}, flops: 2e6, fault: errors.New("no gradient"), peaks: []float64{1e10, 1e10, 1e10}},
		},
		scaling: []row{
			{model: scaled(8, 32), flops: 1e6, rates: []float64{1000}, peaks: []float64{1e10, 1e10, 1e10}},
			{model: scaled(8, 64), flops: 2e6, rates: []float64{500}, peaks: []float64{1e10, 1e10, 1e10}},
			{model: scaled(16, 32), flops: 4e6, rates: []float64{250}, peaks: []float64{1e10, 1e10, 1e10}},
			{model: scaled(16, 64), flops: 8e6, rates: []float64{125}, peaks: []float64{1e10, 1e10, 1e10}},
		},
		cold: []phase{{"trace", 30}, {"run", 1.5}},
		warm: []phase{{"trace", 10}, {"run", 0.5}},
	}
}

func scaled(width, batch int) model.Model {
	return model.Model{Key: "w", G: []int{2, width, 2}, Batch: batch}
}

func TestTable(t *testing.T) {
	var b strings.Builder
	example().print(&b)
	for _, want := range []string{
		// Ratios of the rounds: 96, 125, 120.
		"model      engine  steps/s  lowest to highest  Ganvas is  GFLOP/s  of peak\n" +
			"GAN Lab's  Ganvas      250         240 to 300      1.00×    0.500    5.0 %\n" +
			"           Slow       2.50       2.00 to 2.50       120×   0.0050    0.1 %\n" +
			"           Broken  cannot: no gradient\n",
		"width       batch 32       batch 64\n" +
			"8      1000 (10.0 %)  2000 (10.0 %)\n" +
			"16     4000 (10.0 %)  8000 (10.0 %)\n",
		"together         31.5      10.5\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the table lacks\n%s\nit is\n%s", want, b.String())
		}
	}
}

func TestJSON(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dist", "bench.json")
	if err := example().write(path); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got []figure
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 7 {
		t.Fatalf("got %d figures, want 7", len(got))
	}
	// 250 steps of 2·10⁶ operations, a median round, beside a peak of 10¹⁰.
	if math.Abs(got[0].ShareOfPeak-0.05) > 1e-12 {
		t.Errorf("the share of the peak is %g, want 0.05", got[0].ShareOfPeak)
	}
	got[0].ShareOfPeak = 0
	if want := (figure{"ganlab", "simd", 250, 0.5, 0, ""}); got[0] != want {
		t.Errorf("got %+v, want %+v", got[0], want)
	}
	if want := (figure{"ganlab", "none", 0, 0, 0, "no gradient"}); got[2] != want {
		t.Errorf("got %+v, want %+v", got[2], want)
	}
}

func TestSharesGatherKinds(t *testing.T) {
	got := shares([]cost{
		{"d", "matmul 2x3x4 @10 <- @20[4 1] @30[3 1]", 1, 48},
		{"d", "map [5] [@1[1]] <- [@2[1] @3[0]]: %0 = arg 0; %1 = const 2; %2 = mul %0 %1; return [2]", 5, 0},
		{"g", "matmul 2x3x4 @50 <- @60[4 1] @70[3 1]", 2, 48},
		{"g", "matmul 2x3x4 @50 <- @60[1 2] @70[3 1]", 1, 48},
	})
	want := []share{
		{"map [5] [[1]] <- [[1] [0]] (1 operations)", 1, 5, 0},
		{"matmul 2x3x4  <- [4 1] [3 1] (0 operations)", 2, 3, 96},
		{"matmul 2x3x4  <- [1 2] [3 1] (0 operations)", 1, 1, 48},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
