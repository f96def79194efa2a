package metric

import (
	"math"

	"ganvas/core/data"
	"ganvas/core/random"
)

// Target is a source of data with what measures ask of it again and again: its window, its masses, the floors.
// It is used by one goroutine.
type Target struct {
	Source data.Source
	Frame  data.Frame
	Window data.Window

	masses  []float64 // of the grid's cells, where the source knows them
	floors  map[floorKey]float64
	perfect []*Samples // what floors were last simulated with
}

// floorKey is what a floor depends on: the measure and the numbers of points.
type floorKey struct {
	measure         string
	generated, real int
}

// NewTarget prepares a source for measuring.
func NewTarget(s data.Source) *Target {
	t := &Target{Source: s, Frame: data.FrameOf(s), Window: data.WindowOf(s), floors: map[floorKey]float64{}}
	if m, ok := s.(data.Massed); ok {
		t.masses = pool(m.Mass(t.edges()))
	}
	return t
}

// Samples returns the points in a form to be measured, without copying them. The points of a finite source, drawn with
// replacement, hold many twice; they are replaced by the source's own, each once, where those are no more.
func (t *Target) Samples(generated, real []float32) *Samples {
	if p, ok := t.Source.(data.Finite); ok && 2*p.Len() <= len(real) {
		real = p.XY()
	}
	return &Samples{Target: t, Generated: generated, Real: real}
}

// Has says whether a measure applies to the target. What needs Train or labels also needs Samples to have them.
func (t *Target) Has(n Needs) bool {
	_, moded := t.Source.(data.Moded)
	_, dense := t.Source.(data.Dense)
	_, single := t.Source.(data.Atom)
	_, labelled := t.Source.(data.Labelled)
	return (moded || n&NeedsModes == 0) && (dense || n&NeedsDensity == 0) && (!single || n&NeedsMany == 0) && (labelled || n&NeedsLabels == 0)
}

// Result is one measure's value and floor, either NaN where there is none.
type Result struct {
	Key          string
	Value, Floor float64
}

// Measure computes all measures that apply and cost no more than given, in the catalogue's order.
func (t *Target) Measure(s *Samples, most Cost) []Result {
	var results []Result
	for _, m := range All {
		if m.Cost <= most && t.Takes(m, s) {
			results = append(results, t.Compute(m, s))
		}
	}
	return results
}

// Takes says whether a measure applies to the target and to what there is in the samples.
func (t *Target) Takes(m Measure, s *Samples) bool { return t.Has(m.Needs) && s.has(m.Needs) }

// Compute is one measure of the samples.
func (t *Target) Compute(m Measure, s *Samples) Result {
	v, err := m.Compute(s)
	if err != nil {
		v = math.NaN()
	}
	s.Rest.take()
	return Result{m.Key, v, t.Floor(m, s)}
}

// Floor returns what a perfect generator scores with as many points as s has: in closed form, or as the mean over a few draws
// from fixed streams, remembered. It is NaN where no such score can be computed.
func (t *Target) Floor(m Measure, s *Samples) float64 {
	// Closed forms are of samples without points that coincide, and a finite source's have many.
	if _, finite := t.Source.(data.Finite); m.Perfect != nil && !finite {
		return m.Perfect(t)
	}
	key := floorKey{m.Key, len(s.Generated) / 2, len(s.Real) / 2}
	if v, ok := t.floors[key]; ok {
		return v
	}
	v := t.simulate(m, s)
	t.floors[key] = v
	return v
}

// floorDraws is how many draws the floor of a cheap measure is the mean of: its own error is then half of a value's. A heavy one
// takes one.
const floorDraws = 4

// simulate measures draws from the source against others.
func (t *Target) simulate(m Measure, s *Samples) float64 {
	draws := t.draws(len(s.Generated), len(s.Real))
	if m.Cost == Heavy {
		one := *draws[0] // others may look at it while this rests
		one.Rest = s.Rest
		draws = []*Samples{&one}
	}
	sum := 0.0
	for _, perfect := range draws {
		perfect.Train = s.Train
		v, err := m.Compute(perfect)
		if err != nil {
			return math.NaN()
		}
		sum += v
	}
	return sum / float64(len(draws))
}

// draws returns samples of a perfect generator, of so many numbers, kept until others are asked for.
func (t *Target) draws(generated, real int) []*Samples {
	if p := t.perfect; p != nil && len(p[0].Generated) == generated && len(p[0].Real) == real {
		return p
	}
	t.perfect = nil
	fakes, truths := random.New(0, "metric/floor/generated"), random.New(0, "metric/floor/real")
	for range floorDraws {
		points, asked := t.draw(fakes, generated)
		truth, _ := t.draw(truths, real)
		s := t.Samples(points, truth)
		s.Asked = asked
		t.perfect = append(t.perfect, s)
	}
	return t.perfect
}

// draw returns points of the source, len numbers, and their classes, or nil where it has none.
func (t *Target) draw(r *random.Source, len int) (points, classes []float32) {
	points = make([]float32, len)
	if l, ok := t.Source.(data.Labelled); ok {
		classes = make([]float32, len/2)
		l.SampleLabelled(r, points, classes)
		return points, classes
	}
	t.Source.Sample(r, points)
	return points, nil
}
