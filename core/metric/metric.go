// Package metric is the catalogue of sample-quality measures: numbers that say how close generated points are to the data.
//
// Every measure is a function of two samples, and most are biased when samples are finite. So each comes with a floor: what a
// perfect generator scores with as many points. A value is to be read against its floor. Of a law, a perfect generator draws anew; of given
// points, of which there are no more, one part stands for it and is held against another (NewGiven).
//
// Points are flat slices, a point's coordinates side by side, in the source's own units, and of any number of dimensions. Measures of distance and of kernels work in training's units
// (data.Frame), where the data has about unit variance, so that they compare across sources. Arithmetic is float64, and promises
// no bits. Chance comes from fixed streams: the same samples give the same values.
package metric

import (
	"fmt"
	"math"
)

// Needs is what a measure asks of a target beyond samples.
type Needs uint8

// The needs, to be combined.
const (
	NeedsModes   Needs = 1 << iota // data.Moded
	NeedsDensity                   // data.Dense
	NeedsTrain                     // Samples.Train, with Real points that training has not seen
	NeedsMany                      // points that differ: of a data.Atom every point is every other's nearest, at no distance
	NeedsLabels                    // data.Labelled, and Samples.Asked
)

// Cost says when a measure can be afforded.
type Cost uint8

// The costs.
const (
	Cheap Cost = iota // some milliseconds for 10,000 points: every second
	Heavy             // up to some seconds: on demand
)

// Direction says which way a measure improves.
type Direction uint8

// The senses.
const (
	Lower  Direction = iota // a better generator scores lower, a perfect one the floor
	Higher                  // higher
	Near                    // both above and below the floor are worse
	Chance                  // a perfect one scores anything from 0 to 1 alike, a worse one near 0
)

// Measure is an entry of the catalogue.
type Measure struct {
	Key       string // stable, in snapshots: "js"
	Label     string // for people: "Jensen-Shannon divergence"
	Unit      string // "nats", "share" (of 1), "modes", or empty
	Doc       string // one sentence for people
	Needs     Needs
	Cost      Cost
	Direction Direction
	// Points is how many points of either kind it looks at where there are more: evenly spaced ones. 0 is all of them.
	Points int
	// Compute returns the measure's value. It refuses, with a plain reason, samples that it cannot measure.
	Compute func(*Samples) (float64, error)
	// Perfect returns what of the floor is known in closed form; nil where all is to be simulated.
	Perfect func(*Target, *Samples) Floor
}

// All is the catalogue, in the order of a list.
var All = []Measure{
	JS,
	KL,
	ReverseKL,
	TotalVariation,
	Modes,
	ModesAny,
	HighQuality,
	ModesKL,
	Spread,
	LogLikelihood,
	Frechet,
	Marginals,
	Sliced,
	Transport,
	Energy,
	MMD(Kernels[0]),
	MMD(Kernels[1]),
	MMD(Kernels[2]),
	MMD(Kernels[3]),
	MMD(Kernels[4]),
	MMDTest,
	Precision,
	Recall,
	C2ST,
	C2STLogistic,
	Memorisation,
	LabelAccuracy,
}

// Find returns the measure with the given key.
func Find(key string) (Measure, bool) {
	for _, m := range All {
		if m.Key == key {
			return m, true
		}
	}
	return Measure{}, false
}

// Samples is what measures look at: points of the generator and of the data. Target.Samples makes one.
type Samples struct {
	Target    *Target
	Generated []float32
	Real      []float32
	// Train is the points that training draws from, where Real holds others; or nil.
	Train []float32
	// Asked is the class that each generated point was asked for, where the generator is told one; or nil.
	Asked []float32
	// Rest is taken by measures that take long.
	Rest Rest

	// What measures of one kind share, once computed; the points must not change afterwards.
	counted *histograms
	tallied *tally
}

// has says whether there is what a measure needs beyond what Target.Has knows of.
func (s *Samples) has(n Needs) bool {
	return (s.Train != nil || n&NeedsTrain == 0) && (s.Asked != nil || n&NeedsLabels == 0)
}

// check refuses samples that no measure can take.
func (s *Samples) check() error {
	if err := s.Target.check("generated", s.Generated); err != nil {
		return err
	}
	return s.Target.check("real", s.Real)
}

func (t *Target) check(name string, points []float32) error {
	if t.count(points) < minPoints {
		return fmt.Errorf("%d %s points; a measure needs at least %d", t.count(points), name, minPoints)
	}
	for i, v := range points {
		if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
			return fmt.Errorf("%s point %d has the coordinate %v; a measure needs finite numbers", name, i/t.size(), v)
		}
	}
	return nil
}

// minPoints is the fewest points that measures take.
const minPoints = 10
