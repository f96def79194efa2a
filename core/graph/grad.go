package graph

import "fmt"

// StopOp passes its argument through and stops gradients.
type StopOp struct{}

// String names the operation.
func (StopOp) String() string { return "stop" }

func (StopOp) back(n, g *Node) []*Node { return nil }

// Stop returns x as a constant in the eyes of Grad.
func Stop(x *Node) *Node { return &Node{op: StopOp{}, shape: x.shape, args: []*Node{x}} }

// Grad returns the gradient of the scalar y by each of xs, in the shape of each: nodes that can be differentiated again.
// Where y does not depend on x, it is zeros.
func Grad(y *Node, xs ...*Node) []*Node {
	if len(y.shape) != 0 {
		fault("grad", "only a scalar has a gradient", y)
	}
	order := Sorted(y)
	depends := dependsOn(order, xs)
	grads := map[*Node]*Node{y: Scalar(1)}
	for i := len(order) - 1; i >= 0; i-- {
		n := order[i]
		g := grads[n]
		if g == nil || !depends[n] {
			continue
		}
		for k, ga := range n.op.back(n, g) {
			a := n.args[k]
			if ga == nil || !depends[a] {
				continue
			}
			if !sameShape(ga.shape, a.shape) {
				panic(fmt.Sprintf("graph: gradient of %v by argument %d has shape %v", n, k, ga.shape))
			}
			if sum := grads[a]; sum != nil {
				ga = Add(sum, ga)
			}
			grads[a] = ga
		}
	}
	out := make([]*Node, len(xs))
	for i, x := range xs {
		if out[i] = grads[x]; out[i] == nil || !depends[y] {
			out[i] = Broadcast(Scalar(0), x.shape)
		}
	}
	return out
}

// dependsOn marks the nodes of order through which a gradient can flow back to one of xs.
func dependsOn(order, xs []*Node) map[*Node]bool {
	yes := make(map[*Node]bool, len(order))
	for _, x := range xs {
		yes[x] = true
	}
	for _, n := range order {
		if _, stop := n.op.(StopOp); stop || yes[n] {
			continue
		}
		for _, a := range n.args {
			if yes[a] {
				yes[n] = true
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
	seen := map[*Node]bool{}
	var order []*Node
	var stack []frame
	for _, r := range roots {
		if seen[r] {
			continue
		}
		seen[r] = true
		stack = append(stack, frame{n: r})
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.next == len(top.n.args) {
				order = append(order, top.n)
				stack = stack[:len(stack)-1]
				continue
			}
			a := top.n.args[top.next]
			top.next++
			if !seen[a] {
				seen[a] = true
				stack = append(stack, frame{n: a})
			}
		}
	}
	return order
}
