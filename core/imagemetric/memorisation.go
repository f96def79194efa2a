package imagemetric

import (
	"fmt"
	"math"

	"ganvas/core/metric"
)

// The images that memorisation looks at: so many of either kind, and so many of training. A hundred and sixty million differences take a tenth of a
// second.
const (
	compared = 200
	searched = 1000
)

// Memorisation is the chance that a generated image lies nearer, by its pixels, to its nearest image of training than unseen data lies to its own,
// ties counting half (the Mann-Whitney statistic behind Meehan et al., 2020): ½ for a perfect generator, towards 1 for one that has learnt images by
// heart, towards 0 for one that strays.
var Memorisation = Measure{
	Key: "memorisation", Label: "Memorisation", Unit: "share", Cost: metric.Heavy, Direction: metric.Near, NeedsTrain: true,
	Doc: "How often a generated image is closer to the training images than fresh data is: one half is right, one is learning by heart.",
	Compute: func(s *Samples) (float64, error) {
		if len(s.Generated.Images) == 0 || len(s.Real.Images) == 0 || len(s.Train) == 0 {
			return 0, fmt.Errorf("memorisation needs the images themselves: there are %d numbers of generated, %d of real and %d of training ones", len(s.Generated.Images), len(s.Real.Images), len(s.Train))
		}
		real, generated := toNearest(&s.Real, s.Train, s.Rest), toNearest(&s.Generated, s.Train, s.Rest)
		return metric.AboveHalf(real, generated), nil
	},
}

// toNearest is the squared distances of images to their nearest of training.
func toNearest(r *Read, train []float32, rest metric.Rest) []float64 {
	size := r.width(r.Images)
	out := make([]float64, min(r.Count, compared))
	for i := range out {
		at := i * r.Count / len(out)
		_, out[i] = nearest(r.Images[at*size:(at+1)*size], train, searched)
		take(rest)
	}
	return out
}

// Nearest is which of the training images, each as long as image, is nearest to it by the squared distance of their pixels, and how far that is.
func Nearest(image, train []float32) (index int, distance float64) {
	return nearest(image, train, math.MaxInt)
}

// nearest looks through at most so many, evenly spaced.
func nearest(image, train []float32, most int) (index int, distance float64) {
	size := len(image)
	n := len(train) / size
	looked := min(n, most)
	distance = math.Inf(1)
	for k := range looked {
		i := k * n / looked
		if d := distance2(image, train[i*size:(i+1)*size]); d < distance {
			index, distance = i, d
		}
	}
	return index, distance
}
