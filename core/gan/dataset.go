package gan

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/random"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// dataset is what an experiment learns from.
type dataset struct {
	source data.Source
	count  int       // of the examples
	labels []float32 // their classes, where the data has some
	seed   uint32
	space

	// Of points:
	frame  data.Frame
	window data.Window
	rows   []float32 // the drawn examples in the data's units
	inner  []float32 // and in training's
	judge  judge
	axes   *axes // what pictures show of more columns than they have, as it was asked for last; nil of fewer
}

// space is what examples are: points, or images.
type space interface {
	// gathered is the examples of these rows, [n, ...], in training's units.
	gathered(row *Node) *Node
	// shown takes examples, [n, ...], from training's units to the data's.
	shown(x *Node) *Node
	// constants are what procedures of these data read, beside the classes of rows.
	constants(b *builder) []run.Constant
	// probes are what can be looked at, and the procedures that compute it.
	probes(b *builder) ([]Procedure, []run.Probe)
	// scene is what never changes in a run, given the classes that the players are told of.
	scene(classes int) []wire.Array
	// along is what changes how points are shown; see run.Model. It is nil where there is nothing to choose.
	along(classes int) func(s *run.Slots, text string) []wire.Array
	// look prepares to measure; see run.Model.
	look(s *run.Slots, rest func()) ([]run.Measure, error)
	// sampled is how many samples are made at a time.
	sampled() int
}

// draw draws the rows of the data, and their classes where they have some.
func draw(spec experiment.Spec, source data.Source) *dataset {
	d := &dataset{source: source, count: spec.Rows, seed: spec.Seed}
	r := random.New(spec.Seed, "data")
	if s, ok := source.(data.Imaged); ok {
		d.space = newImages(d, s, spec.PixelRange(), r)
		return d
	}
	d.frame, d.window = data.FrameOf(source), data.WindowOf(source)
	d.space = vectors{d, viewOf(d.size())}
	split := family.SplitOf(source, spec.Seed)
	drawn := data.Draw(split.From(source), r, spec.Rows)
	d.rows, d.inner, d.labels = drawn.Own, drawn.In, drawn.Labels
	if d.size() > 2 {
		d.axes = d.columnAxes(0, 1)
	}
	d.judge.Judge = family.Judge{Source: source, Seed: spec.Seed, Split: split, Rows: d.rows}
	return d
}
