package nn

import "ganvas/core/graph"

// Pass is how a network is applied within one procedure: where it finds what it has learnt and what it keeps beside that, and
// whether it trains. Every application of a network in a procedure of its training goes through one Pass, which gathers
// what the layers keep.
type Pass struct {
	Params *Scope // what is learnt by gradients
	State  *Scope // what layers keep beside it: running statistics, the vectors of power iterations
	// Training says that layers look at their minibatch and note what they keep; otherwise they go by what they have kept.
	Training bool
	// Random returns fresh numbers, uniform in [0, 1), for what is left to chance in training. It may be nil where nothing is.
	Random func(shape ...int) *graph.Node
	// Watch, where it is not nil, is told what a Network's stages give, in order; and Weigh, before the stage that they are of, its weights as
	// they are applied, and then its bias.
	Watch func(s Stage, y *graph.Node)
	Weigh func(w *graph.Node)
	// Hidden, where it is not nil, is told what each hidden layer that learns gives to the next, in order.
	Hidden func(y *graph.Node)

	notes []note
}

// note is what one application found out about a state.
type note struct {
	state *graph.Node
	value *graph.Node
	share *graph.Node // how much of the state stays, a scalar; nil where the value takes its place
}

// see tells who watches of a stage.
func (p *Pass) see(kind StageKind, layer int, y *graph.Node) {
	if p.Watch != nil {
		p.Watch(Stage{kind, layer}, y)
	}
}

// weighed tells who watches of weights.
func (p *Pass) weighed(w *graph.Node) {
	if p.Weigh != nil {
		p.Weigh(w)
	}
}

// keep notes a state's next value.
func (p *Pass) keep(state, value *graph.Node) {
	p.notes = append(p.notes, note{state: state, value: value})
}

// blend notes a value for a running mean, of which the share stays.
func (p *Pass) blend(state, value *graph.Node, share float32) {
	p.notes = append(p.notes, note{state, value, graph.Scalar(share)})
}

// Updates are the states' next values. Where a network was applied several times, a running mean takes the mean of what was noted, and
// another state the last.
func (p *Pass) Updates() []graph.Update {
	var out []graph.Update
	done := map[*graph.Node]bool{}
	for _, n := range p.notes {
		if !done[n.state] {
			done[n.state] = true
			out = append(out, graph.Update{Var: n.state, Value: p.next(n.state)})
		}
	}
	return out
}

// next is one state's next value.
func (p *Pass) next(state *graph.Node) *graph.Node {
	var last note
	sum, n := (*graph.Node)(nil), 0
	for _, x := range p.notes {
		if x.state != state {
			continue
		}
		last = x
		if n++; sum == nil {
			sum = x.value
		} else {
			sum = graph.Add(sum, x.value)
		}
	}
	if last.share == nil {
		return last.value
	}
	mean := graph.Mul(sum, graph.Scalar(1/float32(n)))
	return graph.Add(graph.Mul(last.share, state), graph.Mul(graph.Sub(graph.Scalar(1), last.share), mean))
}
