package gan

import (
	"math"

	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

const normsProcedure = "probe." + probe.Norms

// norms measure how long the gradient is that each player would be given now, of its next minibatch, and how long its weights are, all layers' taken as
// one vector: measures that come where somebody looks, and whose procedure is not even compiled before.
func (b *builder) norms() (procedures []Procedure, p run.Probe) {
	if b.has(probe.Norms) {
		was := b.penalised
		b.penalised = true
		d, g := b.objectives()
		lengths := family.Vector(
			length(Grad(d.loss, b.d.params.Nodes()...)), length(Grad(g.loss, b.g.params.Nodes()...)), length(b.d.params.Nodes()), length(b.g.params.Nodes()))
		b.penalised = was
		procedures = []Procedure{{Name: normsProcedure, Updates: []Update{{Var: Variable(normsProcedure, len(probe.NormKeys)), Value: lengths}}}}
	}
	return procedures, run.Probe{Name: probe.Norms, Extra: true, Doc: "How long both players' gradients and weights are, as measures.", Compute: readNorms}
}

// readNorms takes the measures where measures are wanted: they cost about as much as a step.
func readNorms(a run.Ask) (none wire.Array, out []wire.Measure, err error) {
	if !a.Fresh {
		return none, nil, nil
	}
	if err := a.Slots.Call(normsProcedure); err != nil {
		return none, nil, err
	}
	for i, v := range a.Slots.Read(normsProcedure) {
		x := float64(v)
		if math.IsInf(x, 0) { // a square has overflown: there is no such number
			x = math.NaN()
		}
		out = append(out, wire.Measure{Key: probe.NormKeys[i], Step: a.Step, Value: x, Floor: math.NaN()})
	}
	return none, out, nil
}

// length is the Euclidean norm of all nodes taken as one vector.
func length(nodes []*Node) *Node {
	square := Scalar(0)
	for _, x := range nodes {
		square = Add(square, Sum(Square(x)))
	}
	return Sqrt(square)
}
