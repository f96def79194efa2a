package gan

import (
	"slices"

	"ganvas/core/random"
	"ganvas/core/run"
)

const (
	rejectTop   = .99      // of the weights, this share lies below the one that always passes
	rejectLeast = 1. / 256 // the share of samples that must pass: without, a judge that lets none pass would be asked for ever
)

// Accepted draws n samples of a run's generator, in the data's units, of which the discriminator lets pass those that it takes for real: each with a
// probability in proportion to D/(1-D), which is p/q where D is the best (rejection sampling, Azadi et al., 2019). Weights above all but a
// hundredth of them count as the greatest. share is how many of the samples passed. Points are always the same for the same state and n. It
// does not change the run; the error is the machine's. Where fewer than one of 256 samples pass, points are fewer than n.
func Accepted(r *run.Run, n int) (points []float32, share float64, err error) {
	d := r.Experiment().(*Experiment).data
	size := d.size()
	v := viewOf(size)
	all := v.cells() * (1 + n/v.cells()) // the field's points are judged at a time
	chance := random.New(d.seed, "reject")
	for {
		drawn, _, err := Sample(r, all)
		if err != nil {
			return nil, 0, err
		}
		judged, err := d.judged(v, r.Slots(), drawn)
		if err != nil {
			return nil, 0, err
		}
		points = passed(drawn, size, odds(judged), chance)
		share = float64(len(points)/size) / float64(all)
		if len(points) >= size*n || float64(n) > float64(all)*share && float64(all)*rejectLeast > float64(n) {
			return points[:min(len(points), size*n)], share, nil
		}
		all *= 2
	}
}

// odds are D/(1-D).
func odds(judged []float32) []float64 {
	out := make([]float64, len(judged))
	for i, d := range judged {
		out[i] = likely(d) / likely(1-d)
	}
	return out
}

// passed are the points of so many numbers that pass by their weights.
func passed(points []float32, size int, weights []float64, chance *random.Source) (out []float32) {
	sorted := slices.Sorted(slices.Values(weights))
	most := sorted[int(rejectTop*float64(len(sorted)-1))]
	for i, w := range weights {
		if float64(chance.Float32())*most < w {
			out = append(out, points[size*i:size*(i+1)]...)
		}
	}
	return out
}
