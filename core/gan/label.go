package gan

import (
	. "ganvas/core/graph"

	"ganvas/core/data"
	"ganvas/core/experiment"
)

// classesOf is how many classes the players are told of; 0 where they are told nothing.
func classesOf(s experiment.Spec, source data.Source) int {
	if s.Condition == "none" {
		return 0
	}
	return data.ClassesOf(source)
}

// oneHot is classes [n] as [n, classes], 1 in the class's column and 0 elsewhere; nil where the players are told nothing.
func (b *builder) oneHot(class *Node) *Node {
	if b.classes == 0 {
		return nil
	}
	return Equal(Reshape(class, -1, 1), Reshape(Iota(b.classes), 1, b.classes))
}

// rowClasses is the classes of rows of the data, one-hot.
func (b *builder) rowClasses(rows *Node) *Node {
	if b.classes == 0 {
		return nil
	}
	labels := Variable("data.class", b.data.count, 1)
	return b.oneHot(Reshape(Gather(labels, rows), -1))
}

// classified is the classes of points, in the data's units, as their source tells them.
func (d *dataset) classified(points []float32) []float32 {
	l, ok := d.source.(data.Labelled)
	if !ok {
		return nil
	}
	at := make([]float64, d.size())
	out := make([]float32, len(points)/len(at))
	for i := range out {
		for k := range at {
			at[k] = float64(points[i*len(at)+k])
		}
		out[i] = float32(l.Class(at...))
	}
	return out
}

// bytesOf is classes as a snapshot has them, a byte each: the catalogue's sources have far fewer than 256.
func bytesOf(classes []float32) []uint8 {
	out := make([]uint8, len(classes))
	for i, c := range classes {
		out[i] = uint8(c)
	}
	return out
}
