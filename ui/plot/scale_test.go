package plot

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// ticks are the values of a scale's ticks.
func ticks(lo, hi float64, n int) (values []float64) {
	for _, k := range (Scale{From: lo, To: hi, Until: 1}).Ticks(n) {
		values = append(values, k.Value)
	}
	return values
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		want   []float64
	}{
		{0, 1, 5, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{-3, 3, 7, []float64{-3, -2, -1, 0, 1, 2, 3}},
		{-3, 3, 3, []float64{-2, 0, 2}},
		{0.11, 0.39, 3, []float64{0.2, 0.3}},
		{0, 1234, 4, []float64{0, 500, 1000}},
		{-0.3, 0.3, 6, []float64{-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3}},
		{1e-4, 5e-4, 4, []float64{1e-4, 2e-4, 3e-4, 4e-4, 5e-4}},
		{1, 1, 5, nil},
		{2, 1, 5, []float64{1, 1.2, 1.4, 1.6, 1.8, 2}}, // upside down
		{math.NaN(), 1, 5, nil},
		{0, math.Inf(1), 5, nil},
		{0, 1, 0, nil},
	} {
		if got := ticks(c.lo, c.hi, c.n); !slices.Equal(got, c.want) {
			t.Errorf("Ticks(%v, %v, %d) = %v, want %v", c.lo, c.hi, c.n, got, c.want)
		}
	}
	for _, v := range ticks(-0.3, 0.3, 6) {
		if v == 0 && math.Signbit(v) {
			t.Error("a tick is minus zero")
		}
	}
}

// TestTicksProperties holds for any window that ticks ascend inside it, are evenly spaced by a round step, and are neither more than asked
// for by more than one nor fewer than a fifth.
func TestTicksProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Float64Range(-1e6, 1e6).Draw(t, "lo")
		span := math.Pow(10, rapid.Float64Range(-3, 6).Draw(t, "log span"))
		n := rapid.IntRange(1, 12).Draw(t, "n")
		hi := lo + span
		ts := ticks(lo, hi, n)
		if len(ts) > n+1 || 2.5*float64(len(ts)+1) < float64(n)-1 {
			t.Fatalf("%d ticks for %d asked in [%v, %v]", len(ts), n, lo, hi)
		}
		slack := 1e-6 * span
		for i, v := range ts {
			if v < lo-slack || v > hi+slack {
				t.Fatalf("tick %v lies outside [%v, %v]", v, lo, hi)
			}
			if i >= 2 && math.Abs((ts[i]-ts[i-1])-(ts[1]-ts[0])) > slack {
				t.Fatalf("uneven ticks %v", ts)
			}
		}
		if len(ts) >= 2 {
			step := ts[1] - ts[0]
			m := step / math.Pow(10, math.Floor(math.Log10(step)+1e-6))
			if math.Abs(m-1) > 1e-3 && math.Abs(m-2) > 1e-3 && math.Abs(m-5) > 1e-3 && math.Abs(m-10) > 1e-3 {
				t.Fatalf("step %v is not round", step)
			}
		}
	})
}

func TestScaleInverts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.Float64Range(-100, 100)
		s := Scale{f.Draw(t, "from"), f.Draw(t, "to"), f.Draw(t, "at"), f.Draw(t, "until")}
		if math.Abs(s.To-s.From) < 1e-3 || math.Abs(s.Until-s.At) < 1e-3 {
			return
		}
		if got := s.Of(s.From); got != s.At {
			t.Fatalf("the start lands on %v, not %v", got, s.At)
		}
		v := f.Draw(t, "v")
		if got := s.Value(s.Of(v)); math.Abs(got-v) > 1e-6*math.Max(1, math.Abs(v)*1e3) {
			t.Fatalf("%v came back as %v", v, got)
		}
	})
	if got := (Scale{1, 1, 10, 20}).Of(1); got != 15 {
		t.Errorf("a scale of no extent sends 1 to %v, want the middle, 15", got)
	}
}

func TestTickLabels(t *testing.T) {
	ticks := Scale{-1, 1, 0, 100}.Ticks(4)
	var labels []string
	var pixels []float64
	for _, k := range ticks {
		labels = append(labels, k.Label)
		pixels = append(pixels, k.Pixel)
	}
	if want := []string{"−1.0", "−0.5", "0.0", "0.5", "1.0"}; !slices.Equal(labels, want) {
		t.Errorf("labels are %q, want %q", labels, want)
	}
	if want := []float64{0, 25, 50, 75, 100}; !slices.Equal(pixels, want) {
		t.Errorf("pixels are %v, want %v", pixels, want)
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{0, "0"}, {math.Ln2, "0.693"}, {-math.Ln2, "−0.693"}, {2 * math.Ln2, "1.39"}, {12.44, "12.4"}, {812, "812"},
		{1000, "1,000"}, {12400.4, "12,400"}, {-1234567, "−1,234,567"}, {0.00123, "0.00123"}, {1.2e-7, "1.2e−7"}, {3e12, "3.0e12"},
		{999.9, "1,000"}, {math.NaN(), "NaN"}, {math.Inf(1), "∞"}, {math.Inf(-1), "−∞"},
		{10, "10.0"}, {100, "100"}, {1, "1.00"}, {0.1, "0.100"}, {0.001, "0.00100"},
	} {
		if got := Number(c.v); got != c.want {
			t.Errorf("Number(%v) = %q, want %q", c.v, got, c.want)
		}
	}
	if got := Fixed(-0.001, 1); got != "0.0" {
		t.Errorf("Fixed(-0.001, 1) = %q: a minus zero", got)
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", -1000: "−1,000", 1234567: "1,234,567"} {
		if got := Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}
