package graph

import "fmt"

// StopOp passes its argument through and stops gradients.
type StopOp struct{}

// String names the operation.
func (StopOp) String() string { return "stop" }

func (StopOp) back(n, g *Node) []*Node { return nil }

// Stop returns x as a constant in the eyes of Grad.
func Stop(x *Node) *Node { return newNode(StopOp{}, x.shape, x) }

// Grad returns the gradient of the scalar y by each of xs, in the shape of each: nodes that can be differentiated again.
// Where y does not depend on x, it is zeros.
func Grad(y *Node, xs ...*Node) []*Node {
	if len(y.shape) != 0 {
		fault("grad", "only a scalar has a gradient", y)
	}
	order := Sorted(y)
	depends := dependsOn(order, xs)
	grads := make([]*Node, len(order))
	grads[y.place] = Scalar(1)
	for i := len(order) - 1; i >= 0; i-- {
		n, g := order[i], grads[i]
		if g == nil || !depends[i] {
			continue
		}
		for k, ga := range n.op.back(n, g) {
			a := n.args[k]
			if ga == nil || !depends[a.place] {
				continue
			}
			if !sameShape(ga.shape, a.shape) {
				panic(fmt.Sprintf("graph: gradient of %v by argument %d has shape %v", n, k, ga.shape))
			}
			if sum := grads[a.place]; sum != nil {
				ga = Add(sum, ga)
			}
			grads[a.place] = ga
		}
	}
	out := make([]*Node, len(xs))
	for i, x := range xs {
		if x.in(order) && depends[y.place] {
			out[i] = grads[x.place]
		}
		if out[i] == nil {
			out[i] = Broadcast(Scalar(0), x.shape)
		}
	}
	return out
}

// dependsOn marks the nodes of order, by their places, through which a gradient can flow back to one of xs.
func dependsOn(order, xs []*Node) []bool {
	yes := make([]bool, len(order))
	for _, x := range xs {
		if x.in(order) {
			yes[x.place] = true
		}
	}
	for i, n := range order {
		if _, stop := n.op.(StopOp); stop || yes[i] {
			continue
		}
		for _, a := range n.args {
			if yes[a.place] {
				yes[i] = true
				break
			}
		}
	}
	return yes
}

// Sorted returns all nodes that the roots depend on, and the roots, arguments before what uses them; the order depends on
// nothing but the graph.
func Sorted(roots ...*Node) []*Node {
	type frame struct {
		n    *Node
		next int
	}
	var seen, order []*Node // each node's place is in seen first, and in order in the end
	var stack []frame
	see := func(n *Node) {
		if n.in(seen) {
			return
		}
		n.place = len(seen)
		seen = append(seen, n)
		stack = append(stack, frame{n: n})
	}
	for _, r := range roots {
		see(r)
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.next == len(top.n.args) {
				order = append(order, top.n)
				stack = stack[:len(stack)-1]
				continue
			}
			top.next++
			see(top.n.args[top.next-1])
		}
	}
	for i, n := range order {
		n.place = i
	}
	return order
}
