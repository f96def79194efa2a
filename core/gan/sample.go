package gan

import (
	"ganvas/core/data"
	. "ganvas/core/graph"
	"ganvas/core/run"
)

// sampler fills the slot "sample" with fresh samples of the averaged generator, and where players are told of classes,
// "sample.class" with those that were asked for: as often as the data has them.
func (b *builder) sampler() Procedure {
	k := Key{Seed: b.seed, Count: Variable("sample.count", 2)}
	n := b.data.space.sampled()
	var updates []Update
	var class *Node
	if b.classes > 0 {
		class = b.rowClasses(b.randomRows(k, "sample.rows", n))
		number := Sum(Mul(class, Iota(b.classes)), 1)
		updates = append(updates, Update{Var: Variable("sample.class", n), Value: number})
	}
	points := b.g.average(b.noise(k, "sample.noise", n), class)
	return Procedure{Name: "sample", Updates: append(updates,
		Update{Var: Variable("sample", n, b.size), Value: Reshape(b.data.space.shown(points), n, b.size)},
		Update{Var: k.Count, Value: k.Next()},
	)}
}

// Sample returns n fresh samples of a run's averaged generator, in the data's units, of images from 0 to 255, and which class each was asked for, nil where the
// players are told nothing of classes: always the same for the same state and n. It does not change the run; the error is the machine's.
func Sample(r *run.Run, n int) (points, classes []float32, err error) {
	return sample(r.Slots(), n, data.Size(r.Experiment().(*Experiment).Source()))
}

func sample(s *run.Slots, n, size int) (points, classes []float32, err error) {
	s.Write("sample.count", []float32{0, 0})
	for len(points) < size*n {
		if err := s.Call("sample"); err != nil {
			return nil, nil, err
		}
		points = append(points, s.Read("sample")...)
		classes = append(classes, s.Read("sample.class")...)
	}
	if classes != nil {
		classes = classes[:n]
	}
	return points[:size*n], classes, nil
}
