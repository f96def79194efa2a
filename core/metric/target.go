package metric

import (
	"math"

	"ganvas/core/data"
	"ganvas/core/random"
)

// Target is a source of data with what measures ask of it again and again: its window, its cells and their masses, the floors.
// It is used by one goroutine.
type Target struct {
	Source data.Source
	Frame  data.Frame
	Window data.Window

	cells  cells
	masses []float64 // of the cells, where the source knows them
	given  *given    // points of which there are no more; nil where the source is a law, of which any number can be drawn

	floors       map[floorKey]Floor
	perfect      []*Samples     // what floors were last simulated with
	fakes, reals *random.Source // what those are drawn by
}

// NewTarget prepares a law for measuring: a source that can be drawn from again.
func NewTarget(s data.Source) *Target {
	t := newTarget(s)
	if t.size() > 2 {
		t.cells = newTree(t, t.points(random.New(0, "metric/cells"), treePoints*t.size()))
		return t
	}
	g := grid{t.Window, gridSide(t.size())}
	t.cells = g
	if m, ok := s.(data.Massed); ok {
		t.masses = g.masses(m)
	}
	return t
}

func newTarget(s data.Source) *Target {
	return &Target{Source: s, Frame: data.FrameOf(s), Window: data.WindowOf(s), floors: map[floorKey]Floor{},
		fakes: random.New(0, "metric/floor/generated"), reals: random.New(0, "metric/floor/real")}
}

// size is how many coordinates a point has, and count how many points these are.
func (t *Target) size() int                  { return t.Frame.Size() }
func (t *Target) count(points []float32) int { return len(points) / t.size() }

// Samples returns the points in a form to be measured, without copying them.
func (t *Target) Samples(generated, real []float32) *Samples {
	return &Samples{Target: t, Generated: generated, Real: real}
}

// Has says whether a measure applies to the target. What needs Train or labels also needs Samples to have them.
func (t *Target) Has(n Needs) bool {
	_, moded := t.Source.(data.Moded)
	_, dense := t.Source.(data.Dense)
	_, single := t.Source.(data.Atom)
	labelled := data.ClassesOf(t.Source) > 0
	return (moded || n&NeedsModes == 0) && (dense || n&NeedsDensity == 0) && (!single || n&NeedsMany == 0) && (labelled || n&NeedsLabels == 0)
}

// Result is one measure's value, NaN where there is none, and its floor.
type Result struct {
	Key   string
	Value float64
	Floor Floor
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

// deal returns samples of a perfect generator, of so many numbers.
func (t *Target) deal(generated, real int) *Samples {
	if t.given != nil {
		return t.given.deal(t, generated, real)
	}
	points, asked := t.draw(t.fakes, generated)
	s := t.Samples(points, t.points(t.reals, real))
	s.Asked = asked
	return s
}

// draw returns points of the source, so many numbers, and their classes, or nil where it has none.
func (t *Target) draw(r *random.Source, numbers int) (points, classes []float32) {
	points = make([]float32, numbers)
	if l, ok := t.Source.(data.Labelled); ok {
		classes = make([]float32, t.count(points))
		l.SampleLabelled(r, points, classes)
		return points, classes
	}
	t.Source.Sample(r, points)
	return points, nil
}

// points are those of draw.
func (t *Target) points(r *random.Source, numbers int) []float32 {
	points, _ := t.draw(r, numbers)
	return points
}
