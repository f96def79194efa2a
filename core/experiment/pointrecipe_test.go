package experiment

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/random"
)

// Points of the reader's own bring settings that pass, that fit them, and that say how many points there are to train on.
func TestPointsBringTheirSettings(t *testing.T) {
	r := random.New(1, "experiment/points")
	for _, columns := range []int{1, 2, 3, 5, 64} {
		for _, rows := range []int{2, 30, 150, 1000, 5000} {
			p := data.Rows{Names: make([]string, columns)}
			for range rows * columns {
				p.Values = append(p.Values, float64(r.Normal()))
			}
			source, err := p.Source()
			if err != nil {
				t.Fatal(err)
			}
			s := ForPoints(source)
			if err := s.Check(); err != nil {
				t.Errorf("%d rows of %d columns: %v", rows, columns, err)
			}
			if err := s.Fit([]int{columns}, 0); err != nil {
				t.Errorf("%d rows of %d columns: %v", rows, columns, err)
			}
			if want := rows - data.HeldOut(rows); s.Data != OwnData || s.Rows != want {
				t.Errorf("%d rows of %d columns: %d points are drawn, want %d", rows, columns, s.Rows, want)
			}
			if again, err := Parse(s.String()); err != nil || again != s {
				t.Errorf("%q comes back as %q, %v", s, again, err)
			}
		}
	}
}

// Parts that do not touch have a blob of noise each; where one is twice as large as the other, it has two.
func TestPartsHaveBlobs(t *testing.T) {
	r := random.New(2, "experiment/parts")
	p := data.Rows{Names: []string{"x", "y"}}
	for i := range 600 {
		p.Values = append(p.Values, float64(20*min(1, i%3))+float64(r.Normal()), float64(r.Normal()))
	}
	source, err := p.Source()
	if err != nil {
		t.Fatal(err)
	}
	if s := ForPoints(source); s.Noise != "mixture" || s.Blobs != 3 {
		t.Errorf("noise is %s of %d blobs, want a mixture of 3", s.Noise, s.Blobs)
	}
}

// Numbers that are normal or uniform have a generator of two weights, whatever their unit and however many they are; points that fill a box have noise that does.
func TestPlainLawsHavePlainSettings(t *testing.T) {
	for name, c := range map[string]struct {
		columns int
		of      func(r *random.Source) float64
		noise   string
		linear  bool
	}{
		"normal":      {1, func(r *random.Source) float64 { return 400 + 25*float64(r.Normal()) }, "normal", true},
		"uniform":     {1, func(r *random.Source) float64 { return 8 - 3*float64(r.Float32()) }, "uniform", true},
		"exponential": {1, func(r *random.Source) float64 { return -math.Log(1 - float64(r.Float32())) }, "normal", false},
		"a box":       {2, func(r *random.Source) float64 { return float64(r.Float32()) }, "uniform", false},
		"a cloud":     {2, func(r *random.Source) float64 { return float64(r.Normal()) }, "normal", false},
	} {
		for _, rows := range []int{400, 4000} {
			// A case has numbers of its own, whichever order a map's cases come in.
			r := random.New(3, "experiment/"+name)
			p := data.Rows{Names: make([]string, c.columns)}
			for range rows * c.columns {
				p.Values = append(p.Values, c.of(r))
			}
			source, err := p.Source()
			if err != nil {
				t.Fatal(err)
			}
			if s := ForPoints(source); s.Noise != c.noise || (s.Generator.Hidden.n == 0) != c.linear || c.linear && s.R1 == 1 {
				t.Errorf("%d rows of %s: %s", rows, name, s)
			}
		}
	}
}
