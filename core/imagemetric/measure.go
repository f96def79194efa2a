// Package imagemetric is the catalogue of measures of images: numbers that say how close generated images are to the data, by what a judge reads in
// them (package judge) and, for what training may have learnt by heart, by their pixels.
//
// As in package metric, every measure is a function of samples and comes with a floor: what other real data scores in place of the generated. A judge
// errs, and finite samples are not their distribution; so a value says nothing but beside its floor, and nothing beside a value by another judge.
// Arithmetic is float64, and promises no bits.
package imagemetric

import (
	"fmt"
	"math"

	"ganvas/core/metric"
)

// Read is images and what a judge reads in them.
type Read struct {
	Images        []float32 // their pixels, one image after the other; nil where only the reading was kept
	Features      []float32 // of one image after the other
	Probabilities []float32 // of the classes, of one image after the other
	Classes       int
	Count         int
}

// width is how many numbers each image has in a slice.
func (r *Read) width(all []float32) int { return len(all) / r.Count }

// feature is the features of an image.
func (r *Read) feature(i int) []float32 {
	w := r.width(r.Features)
	return r.Features[i*w : (i+1)*w]
}

// class is the likeliest class of an image.
func (r *Read) class(i int) int {
	p, best := r.Probabilities[i*r.Classes:(i+1)*r.Classes], 0
	for c := range p {
		if p[c] > p[best] {
			best = c
		}
	}
	return best
}

// Samples is what measures look at.
type Samples struct {
	Generated Read
	Asked     []float32 // the class that each generated image was asked for, where the generator is told one; or nil
	Real      Read      // data that training has not seen
	Other     Read      // other such data, which floors take for generated
	Labels    []float32 // the classes of Other, or nil
	Train     []float32 // images of training, or nil
	Rest      metric.Rest
}

// perfect is the samples of a generator that draws from the data itself.
func (s *Samples) perfect() *Samples {
	return &Samples{Generated: s.Other, Asked: s.Labels, Real: s.Real, Train: s.Train, Rest: s.Rest}
}

// Measure is an entry of the catalogue; see metric.Measure.
type Measure struct {
	Key, Label, Unit, Doc string
	Cost                  metric.Cost
	Direction             metric.Direction
	// Needs says what a measure needs beyond two readings.
	NeedsAsked, NeedsTrain bool
	// Compute returns the measure's value. It refuses, with a plain reason, samples that it cannot measure.
	Compute func(*Samples) (float64, error)
}

// All is the catalogue, in the order of a list.
var All = []Measure{Inception, Frechet, Precision, Recall, Coverage, Agreement, Memorisation}

// Find returns the measure with the given key.
func Find(key string) (Measure, bool) {
	for _, m := range All {
		if m.Key == key {
			return m, true
		}
	}
	return Measure{}, false
}

// Compute is all measures that apply and cost no more than given, in the catalogue's order, each beside its floor; NaN where there is none.
func Compute(s *Samples, most metric.Cost) []metric.Result {
	var out []metric.Result
	for _, m := range All {
		if m.Cost <= most && m.Applies(s) {
			out = append(out, m.Of(s))
		}
	}
	return out
}

// Applies says whether the samples have what the measure needs.
func (m Measure) Applies(s *Samples) bool {
	return (!m.NeedsAsked || s.Asked != nil) && (!m.NeedsTrain || s.Train != nil)
}

// Of is the measure beside its floor; NaN where there is none.
func (m Measure) Of(s *Samples) metric.Result {
	return metric.Result{Key: m.Key, Value: orNaN(m.compute(s)), Floor: metric.Exactly(orNaN(m.compute(s.perfect())))}
}

// compute checks the samples first.
func (m Measure) compute(s *Samples) (float64, error) {
	if err := s.Generated.check("generated"); err != nil {
		return 0, err
	}
	if err := s.Real.check("real"); err != nil {
		return 0, err
	}
	return m.Compute(s)
}

func orNaN(v float64, err error) float64 {
	if err != nil {
		return math.NaN()
	}
	return v
}

// fewest is the least images that measures take.
const fewest = 10

func (r *Read) check(name string) error {
	if r.Count < fewest {
		return fmt.Errorf("%d %s images; a measure needs at least %d", r.Count, name, fewest)
	}
	for _, all := range [][]float32{r.Features, r.Probabilities} {
		if len(all) == 0 || len(all)%r.Count != 0 {
			return fmt.Errorf("%d numbers read in %d %s images", len(all), r.Count, name)
		}
		for i, v := range all {
			if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
				return fmt.Errorf("%v is read in %s image %d; a measure needs finite numbers", v, name, i/r.width(all))
			}
		}
	}
	if r.Classes < 1 || len(r.Probabilities) != r.Count*r.Classes {
		return fmt.Errorf("%d probabilities of %d classes in %d %s images", len(r.Probabilities), r.Classes, r.Count, name)
	}
	return nil
}
