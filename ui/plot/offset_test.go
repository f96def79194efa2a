package plot

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestTicksFrom(t *testing.T) {
	for _, c := range []struct {
		name           string
		origin, lo, hi float64
		labels         []string
		note           string
	}{
		{"as ever", 0, -1, 1, []string{"−1.0", "−0.5", "0.0", "0.5", "1.0"}, ""},
		{"percent of a hundred", 0, 40, 60, []string{"40", "45", "50", "55", "60"}, ""},
		{"latitudes within a metre", 52.52, -6e-6, 6e-6, []string{"−5", "0", "5"}, "× 10⁻⁶ + 52.52"},
		{"seconds since 1970", 1.7e9, 0, 300, []string{"0", "100", "200", "300"}, "+ 1,700,000,000"},
		{"days as numbers", 20240101, 0, 30, []string{"0", "10", "20"}, "+ 20,240,110"},
		{"tiny", 0, -5e-7, 5e-7, []string{"−5", "0", "5"}, "× 10⁻⁷"},
		{"huge", 0, 0, 4e12, []string{"0", "1", "2", "3", "4"}, "× 10¹²"},
		{"below zero", -1.7e9, -150, 150, []string{"−100", "0", "100"}, "− 1,700,000,000"},
		{"years", 0, 1950, 2030, []string{"1960", "1980", "2000", "2020"}, ""},
	} {
		ticks, far := Scale{c.lo, c.hi, 0, 100}.TicksFrom(c.origin, 4)
		var labels []string
		for _, k := range ticks {
			labels = append(labels, k.Label)
		}
		if far.Note() != c.note || !slices.Equal(labels, c.labels) {
			t.Errorf("%s: %q with %q, want %q with %q", c.name, labels, far.Note(), c.labels, c.note)
		}
	}
}

// At any offset and scale labels are short and different, and with their note they are the numbers that are shown.
func TestTicksFromProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		span := math.Pow(10, rapid.Float64Range(-9, 12).Draw(t, "log span"))
		far := span * math.Pow(10, rapid.Float64Range(-2, 7).Draw(t, "log offset"))
		origin := far * rapid.SampledFrom([]float64{0, 1, -1}).Draw(t, "sign")
		lo := span * rapid.Float64Range(-2, 1).Draw(t, "lo")
		ticks, f := Scale{lo, lo + span, 0, 100}.TicksFrom(origin, rapid.IntRange(2, 8).Draw(t, "n"))
		if len(ticks) == 0 {
			t.Fatal("no ticks")
		}
		seen := map[string]bool{}
		for _, k := range ticks {
			label, err := strconv.ParseFloat(strings.Replace(k.Label, Minus, "-", 1), 64)
			if err != nil {
				t.Fatal(err)
			}
			shown, want := label*math.Pow(10, float64(f.Power))+f.Base, origin+k.Value
			if math.Abs(shown-want) > 1e-6*span {
				t.Fatalf("%q with %q says %v of %v", k.Label, f.Note(), shown, want)
			}
			if n := utf8.RuneCountInString(k.Label); n > longest || seen[k.Label] {
				t.Fatalf("the label %q among %v", k.Label, ticks)
			}
			seen[k.Label] = true
			if k.Value < lo-1e-6*span || k.Value > lo+span*(1+1e-6) {
				t.Fatalf("the tick %v is outside", k.Value)
			}
		}
	})
}
