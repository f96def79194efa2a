package metric

import (
	"errors"
	"fmt"
	"math"

	"ganvas/core/data"
)

// reach is the distance, in standard deviations, within which a point counts as its mode's: 3, as in the literature.
const reach = 3

// fairShare is the part of its due that a mode must get to count strictly. At 1/5 a mode that gets its due among 10,000 points
// and 25 modes is missed with no chance worth naming, and one that a stray branch of the generator grazes does not count.
const fairShare = 0.2

// Modes counts the modes that get at least 20 % of their fair share of all generated points within 3 standard deviations.
var Modes = Measure{
	Key: "modes", Label: "Modes covered", Unit: "modes", Needs: NeedsModes, Cost: Cheap, Direction: Higher,
	Doc: "Modes of the data that get at least a fifth of their fair share of the fakes, within 3 standard deviations.",
	Compute: byMode(func(t *tally, n float64) float64 {
		covered := 0.0
		for k, c := range t.counts {
			if float64(c) >= fairShare*t.modes[k].Weight*n {
				covered++
			}
		}
		return covered
	}),
	Perfect: allModes,
}

// ModesAny counts the modes that get at least one generated point within 3 standard deviations, as much of the literature
// does. It grows with the number of points.
var ModesAny = Measure{
	Key: "modes_any", Label: "Modes touched", Unit: "modes", Needs: NeedsModes, Cost: Cheap, Direction: Higher,
	Doc: "Modes of the data that get at least one fake within 3 standard deviations: the literature's lenient count.",
	Compute: byMode(func(t *tally, _ float64) float64 {
		touched := 0.0
		for _, c := range t.counts {
			if c > 0 {
				touched++
			}
		}
		return touched
	}),
	Perfect: allModes,
}

// allModes is the number of the data's modes: what a perfect generator of enough points covers.
func allModes(t *Target, _ *Samples) Floor {
	return Exactly(float64(len(t.Source.(data.Moded).Modes())))
}

// HighQuality is the share of generated points within 3 standard deviations of their nearest mode. A perfect generator in the
// plane scores 1 - exp(-9/2) = 98.89 %, on a line 99.73 %; more means that modes have shrunk.
var HighQuality = Measure{
	Key: "high_quality", Label: "High-quality samples", Unit: "share", Needs: NeedsModes, Cost: Cheap, Direction: Near,
	Doc:     "The share of fakes within 3 standard deviations of a mode. Perfect is 98.89 % in the plane, 99.73 % on a line; more means modes too narrow.",
	Compute: byMode(func(t *tally, n float64) float64 { return t.total() / n }),
	Perfect: func(t *Target, _ *Samples) Floor { return Exactly(within3(t.size())) },
}

// ModesKL is the Kullback-Leibler divergence from the generator's shares of the modes, among points within 3 standard deviations
// of one, to the modes' weights: the reverse KL of PacGAN (Lin et al., 2018). One mode alone of k equal ones scores log k.
var ModesKL = Measure{
	Key: "modes_kl", Label: "Imbalance of modes", Unit: "nats", Needs: NeedsModes, Cost: Cheap, Direction: Lower,
	Doc: "KL from the fakes' shares of the modes to the fair ones: 0 when every mode gets its due.",
	Compute: withinModes(func(t *tally) float64 {
		all, sum := t.total(), 0.0
		for k, c := range t.counts {
			if q := float64(c) / all; c > 0 {
				sum += q * math.Log(q/t.modes[k].Weight)
			}
		}
		return max(0, sum)
	}),
}

// tally is what the generated points within reach of a mode add up to.
type tally struct {
	modes  []data.Mode
	counts []int   // by mode
	square float64 // the sum of squared distances from the modes, in standard deviations
}

// tally returns the samples' tally, counted once.
func (s *Samples) tally() (*tally, error) {
	if s.tallied != nil {
		return s.tallied, nil
	}
	m, ok := s.Target.Source.(data.Moded)
	if !ok {
		return nil, errors.New("the data has no modes to count")
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	t := &tally{modes: m.Modes(), counts: make([]int, len(m.Modes()))}
	at := make([]float64, s.Target.size())
	for i := 0; i < len(s.Generated); i += len(at) {
		for k := range at {
			at[k] = float64(s.Generated[i+k])
		}
		k, d2 := nearest(t.modes, at)
		if d2 <= reach*reach {
			t.counts[k]++
			t.square += d2
		}
	}
	s.tallied = t
	return t, nil
}

// total is the number of generated points within reach of a mode.
func (t *tally) total() float64 {
	sum := 0
	for _, c := range t.counts {
		sum += c
	}
	return float64(sum)
}

// byMode makes a measure of a function of the tally of n generated points.
func byMode(f func(t *tally, n float64) float64) func(*Samples) (float64, error) {
	return func(s *Samples) (float64, error) {
		t, err := s.tally()
		if err != nil {
			return 0, err
		}
		return f(t, float64(s.Target.count(s.Generated))), nil
	}
}

// withinModes makes a measure of a function that needs at least one generated point within reach.
func withinModes(f func(t *tally) float64) func(*Samples) (float64, error) {
	return func(s *Samples) (float64, error) {
		t, err := s.tally()
		if err == nil && t.total() == 0 {
			err = fmt.Errorf("no generated point lies within %d standard deviations of a mode; at least one must", reach)
		}
		if err != nil {
			return 0, err
		}
		return f(t), nil
	}
}

// nearest returns the mode that a point is fewest standard deviations from, and their square.
func nearest(modes []data.Mode, at []float64) (k int, d2 float64) {
	d2 = math.Inf(1)
	for i := range modes {
		if d := modes[i].Distance2(at...); d < d2 {
			k, d2 = i, d
		}
	}
	return k, d2
}
