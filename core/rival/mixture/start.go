package mixture

import (
	"ganvas/core/form"
	"math"

	"ganvas/core/nn"
	"ganvas/core/random"
)

// centres starts centres at points of the data.
func centres(s Spec, rows []float32) nn.Fill {
	return func(r *random.Source, values []float32) {
		if s.Start == form.Spread {
			spreadOut(r, rows, values)
			return
		}
		for i := 0; i < len(values); i += 2 {
			at := 2 * r.IntN(len(rows)/2)
			copy(values[i:i+2], rows[at:])
		}
	}
}

// tries is how many points are thought of for each centre.
const tries = 8

// spreadOut is k-means++, the greedy form: for each centre some points are drawn, by their squared distances to the nearest centre before, and
// the one that leaves all points nearest to a centre is taken.
func spreadOut(r *random.Source, rows, values []float32) {
	nearest := make([]float64, len(rows)/2)
	for i := range nearest {
		nearest[i] = math.Inf(1)
	}
	for c := 0; c < len(values); c += 2 {
		var best []float64
		least := math.Inf(1)
		for range tries {
			at := drawn(r, nearest)
			if next, total := nearer(nearest, rows, rows[2*at:2*at+2]); total < least {
				best, least = next, total
				copy(values[c:c+2], rows[2*at:])
			}
		}
		nearest = best
	}
}

// drawn is a point's number, drawn by weights; any alike where they are infinite, or all 0.
func drawn(r *random.Source, weights []float64) int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	if total == 0 || math.IsInf(total, 1) {
		return r.IntN(len(weights))
	}
	left := float64(r.Float32()) * total
	for i, w := range weights {
		if left < w {
			return i
		}
		left -= w
	}
	return len(weights) - 1
}

// nearer is the points' squared distances to the nearest centre with one more at a point, and their sum.
func nearer(nearest []float64, rows, at []float32) (next []float64, total float64) {
	next = make([]float64, len(nearest))
	for i, d := range nearest {
		dx, dy := float64(rows[2*i]-at[0]), float64(rows[2*i+1]-at[1])
		next[i] = min(d, float64(dx*dx)+float64(dy*dy))
		total += next[i]
	}
	return next, total
}
