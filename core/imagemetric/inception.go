package imagemetric

import (
	"math"

	"ganvas/core/metric"
)

// Inception is the inception score of Salimans et al. (2016), exp E KL(p(y|x) || p(y)), by the judge's probabilities: from 1, where all images look
// alike to it, to the number of classes, where it is sure of each and all come as often. It does not look at the data: a generator of one image a
// class has the highest.
var Inception = Measure{
	Key: "inception", Label: "Inception score", Unit: "classes", Cost: metric.Cheap, Direction: metric.Higher,
	Doc: "How many classes the images fill, as far as a classifier is sure of each. One perfect image of every class is enough for the best score.",
	Compute: func(s *Samples) (float64, error) {
		g := &s.Generated
		mean := make([]float64, g.Classes)
		for i, p := range g.Probabilities {
			mean[i%g.Classes] += float64(p) / float64(g.Count)
		}
		sum := 0.
		for i, p := range g.Probabilities {
			if p > 0 {
				sum += float64(p) * math.Log(float64(p)/mean[i%g.Classes])
			}
		}
		return math.Exp(sum / float64(g.Count)), nil
	},
}
