package anatomy

import (
	"ganvas/core/graph"
	"ganvas/core/nn"
)

// Seen is what a pass over a network has let see.
type Seen struct{ stages []seen }

type seen struct {
	nn.Stage
	node    *graph.Node
	weights []*graph.Node // its weights, then its bias
}

// Watch makes a pass tell what the network that is applied by it does.
func Watch(p *nn.Pass) *Seen {
	s := &Seen{}
	var weights []*graph.Node
	p.Weigh = func(w *graph.Node) { weights = append(weights, w) }
	p.Watch = func(stage nn.Stage, y *graph.Node) {
		s.stages = append(s.stages, seen{stage, y, weights})
		weights = nil
	}
	return s
}

// Values are the numbers of all stages of a pass over one sample, as a Body lays them out.
func (s *Seen) Values() *graph.Node {
	var all []*graph.Node
	for _, x := range s.stages {
		all = append(all, graph.Reshape(x.node, -1))
	}
	return graph.Concat(0, all...)
}

// Weights are all weights, as a Body lays them out; nil where there are none.
func (s *Seen) Weights() *graph.Node {
	var all []*graph.Node
	for _, x := range s.stages {
		for _, w := range x.weights {
			all = append(all, graph.Reshape(w, -1))
		}
	}
	if len(all) == 0 {
		return nil
	}
	return graph.Concat(0, all...)
}
