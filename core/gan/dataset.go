package gan

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/random"
)

// dataset is what an experiment learns from.
type dataset struct {
	source data.Source
	frame  data.Frame
	window data.Window
	rows   []float32 // the drawn examples in the data's units
	inner  []float32 // and in training's
	labels []float32 // their classes, where the data has some
	seed   uint32
	split  *split // the reader's own points, of which there are no more
	judge  judge
}

// split is a reader's points dealt out: those that training draws from, and those that it never sees.
type split struct {
	train, held data.Finite // held is nil where there are too few points to hold out any
}

// The parts of own points.
const (
	heldShare  = 4  // one in four is held out
	fewestHeld = 10 // of which there are ten at least, or none: measures take no fewer
)

// splitOf deals own points out by the seed.
func splitOf(points data.Finite, seed uint32) *split {
	hold := min(points.Len()/heldShare, MeasurePoints)
	if hold < fewestHeld {
		return &split{train: points}
	}
	train, held, err := points.Split(random.New(seed, "data/split"), hold)
	if err != nil {
		panic(err) // a quarter of forty points and more leaves some on either side
	}
	return &split{train, held}
}

// draw draws the rows of the data, and their classes where they have some: of own points, of those that are not held out.
func draw(spec experiment.Spec, source data.Source) *dataset {
	d := &dataset{source: source, frame: data.FrameOf(source), window: data.WindowOf(source), seed: spec.Seed}
	if points, ok := source.(data.Finite); ok {
		d.split = splitOf(points, spec.Seed)
		source = d.split.train
	}
	drawn := data.Draw(source, random.New(spec.Seed, "data"), spec.Rows)
	d.rows, d.inner, d.labels = drawn.Own, drawn.In, drawn.Labels
	return d
}

// size is how many numbers a point has.
func (d *dataset) size() int { return d.frame.Size() }

// inTraining returns points of the data's units in training's.
func (d *dataset) inTraining(points []float32) []float32 {
	out := append([]float32(nil), points...)
	d.frame.In(out)
	return out
}
