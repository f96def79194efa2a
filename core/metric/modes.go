package metric

import (
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
	Key: "modes", Label: "Modes covered", Unit: "modes", Needs: NeedsModes, Cost: Cheap, Sense: Higher,
	Doc: "Modes of the data that get at least a fifth of their fair share of the fakes, within 3 standard deviations.",
	Compute: byMode(func(s *Samples, modes []data.Mode, counts []int) (float64, error) {
		n, covered := float64(len(s.Generated)/2), 0.0
		for k, c := range counts {
			if float64(c) >= fairShare*modes[k].Weight*n {
				covered++
			}
		}
		return covered, nil
	}),
	Perfect: allModes,
}

// ModesAny counts the modes that get at least one generated point within 3 standard deviations, as much of the literature
// does. It grows with the number of points.
var ModesAny = Measure{
	Key: "modes_any", Label: "Modes touched", Unit: "modes", Needs: NeedsModes, Cost: Cheap, Sense: Higher,
	Doc: "Modes of the data that get at least one fake within 3 standard deviations: the literature's lenient count.",
	Compute: byMode(func(_ *Samples, _ []data.Mode, counts []int) (float64, error) {
		touched := 0.0
		for _, c := range counts {
			if c > 0 {
				touched++
			}
		}
		return touched, nil
	}),
	Perfect: allModes,
}

// allModes is the number of the data's modes: what a perfect generator of enough points covers.
func allModes(t *Target) float64 { return float64(len(t.Source.(data.Moded).Modes())) }

// HighQuality is the share of generated points within 3 standard deviations of their nearest mode. A perfect generator in the
// plane scores 1 - exp(-9/2) = 98.89 %; more means that modes have shrunk.
var HighQuality = Measure{
	Key: "high_quality", Label: "High-quality samples", Unit: "share", Needs: NeedsModes, Cost: Cheap, Sense: Near,
	Doc: "The share of fakes within 3 standard deviations of a mode. Perfect is 98.89 %; more means modes too narrow.",
	Compute: byMode(func(s *Samples, _ []data.Mode, counts []int) (float64, error) {
		return float64(total(counts)) / float64(len(s.Generated)/2), nil
	}),
	Perfect: func(*Target) float64 { return 1 - math.Exp(-reach*reach/2.) },
}

// ModesKL is the Kullback-Leibler divergence from the generator's shares of the modes, among points within 3 standard deviations
// of one, to the modes' weights: the reverse KL of PacGAN (Lin et al., 2018). One mode alone of k equal ones scores log k.
var ModesKL = Measure{
	Key: "modes_kl", Label: "Imbalance of modes", Unit: "nats", Needs: NeedsModes, Cost: Cheap, Sense: Lower,
	Doc: "KL from the fakes' shares of the modes to the fair ones: 0 when every mode gets its due.",
	Compute: byMode(func(_ *Samples, modes []data.Mode, counts []int) (float64, error) {
		all, sum := float64(total(counts)), 0.0
		if all == 0 {
			return 0, fmt.Errorf("no generated point lies within %d standard deviations of a mode; shares need at least one", reach)
		}
		for k, c := range counts {
			if q := float64(c) / all; c > 0 {
				sum += q * math.Log(q/modes[k].Weight)
			}
		}
		return max(0, sum), nil
	}),
}

// byMode makes a measure of a function of how many generated points lie within reach of each mode.
func byMode(f func(s *Samples, modes []data.Mode, counts []int) (float64, error)) func(*Samples) (float64, error) {
	return func(s *Samples) (float64, error) {
		m, ok := s.Target.Source.(data.Moded)
		if !ok {
			return 0, fmt.Errorf("the data has no modes to count")
		}
		if err := s.check(); err != nil {
			return 0, err
		}
		modes := m.Modes()
		counts := make([]int, len(modes))
		for i := 0; i+1 < len(s.Generated); i += 2 {
			k, d2 := nearest(modes, float64(s.Generated[i]), float64(s.Generated[i+1]))
			if d2 <= reach*reach {
				counts[k]++
			}
		}
		return f(s, modes, counts)
	}
}

// nearest returns the mode that a point is fewest standard deviations from, and their square.
func nearest(modes []data.Mode, x, y float64) (k int, d2 float64) {
	d2 = math.Inf(1)
	for i, m := range modes {
		if d := m.Distance2(x, y); d < d2 {
			k, d2 = i, d
		}
	}
	return k, d2
}

// total sums counts.
func total(counts []int) (sum int) {
	for _, c := range counts {
		sum += c
	}
	return sum
}
