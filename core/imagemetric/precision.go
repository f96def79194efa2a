package imagemetric

import (
	"math"

	"ganvas/core/metric"
)

const (
	neighbours = 3    // the k of the balls: as Kynkäänniemi et al. (2019) have it
	most       = 1000 // images of either kind; more are thinned out evenly
)

// Precision is the improved precision of Kynkäänniemi et al. (2019) on the judge's features: the share of generated images that lie in the data's
// manifold, the union of balls around real images that reach to their third nearest.
var Precision = Measure{
	Key: "precision", Label: "Precision", Unit: "share", Cost: metric.Heavy, Direction: metric.Near,
	Doc:     "The share of generated images whose features lie among those of real ones.",
	Compute: func(s *Samples) (float64, error) { return within(&s.Generated, &s.Real, s.Rest), nil },
}

// Recall is the improved recall of Kynkäänniemi et al. (2019): the share of real images that lie in the generator's manifold.
var Recall = Measure{
	Key: "recall", Label: "Recall", Unit: "share", Cost: metric.Heavy, Direction: metric.Near,
	Doc:     "The share of real images whose features lie among those of generated ones.",
	Compute: func(s *Samples) (float64, error) { return within(&s.Real, &s.Generated, s.Rest), nil },
}

// thin is at most so many of the rows, evenly spaced.
func thin(r *Read, most int) [][]float32 {
	rows := make([][]float32, min(r.Count, most))
	for i := range rows {
		rows[i] = r.feature(i * r.Count / len(rows))
	}
	return rows
}

// within is the share of images in the manifold of others.
func within(images, of *Read, rest metric.Rest) float64 {
	points, others := thin(images, most), thin(of, most)
	radii := reaches(others, rest)
	n := 0
	for _, p := range points {
		for i, q := range others {
			if distance2(p, q) <= radii[i] {
				n++
				break
			}
		}
		take(rest)
	}
	return float64(n) / float64(len(points))
}

// reaches is each row's squared distance to its third nearest among the others.
func reaches(rows [][]float32, rest metric.Rest) []float64 {
	out := make([]float64, len(rows))
	for i, p := range rows {
		least := [neighbours]float64{}
		for k := range least {
			least[k] = math.Inf(1)
		}
		for j, q := range rows {
			if d := distance2(p, q); j != i && d < least[neighbours-1] {
				k := neighbours - 1
				for ; k > 0 && least[k-1] > d; k-- {
					least[k] = least[k-1]
				}
				least[k] = d
			}
		}
		out[i] = least[neighbours-1]
		take(rest)
	}
	return out
}

// distance2 is the squared distance of two rows.
func distance2(a, b []float32) (sum float64) {
	for k, x := range a {
		d := float64(x) - float64(b[k])
		sum += d * d
	}
	return sum
}

func take(rest metric.Rest) {
	if rest != nil {
		rest()
	}
}
