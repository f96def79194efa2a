package graph

// After returns what the nodes will be once the updates have taken place: the same expressions, with every variable that is
// updated replaced by its value. The results are nodes of the variables as they are now, and gradients flow through the
// updates; applied again, they are two rounds on.
func After(updates []Update, nodes ...*Node) []*Node {
	next := map[string]*Node{}
	for _, u := range updates {
		next[u.Var.op.(VariableOp).Name] = u.Value
	}
	order := Sorted(nodes...)
	done := make([]*Node, len(order)) // by their places
	for i, n := range order {
		done[i] = n.after(next, done)
	}
	out := make([]*Node, len(nodes))
	for i, n := range nodes {
		out[i] = done[n.place]
	}
	return out
}

// after is one node after updates, given what its arguments are then. What does not change is the same node.
func (n *Node) after(next map[string]*Node, done []*Node) *Node {
	if v, ok := n.op.(VariableOp); ok {
		value, updated := next[v.Name]
		if !updated {
			return n
		}
		if !sameShape(value.shape, n.shape) {
			fault("update of "+v.Name, "the variable and its value differ in shape", n, value)
		}
		return value
	}
	same := true
	args := make([]*Node, len(n.args))
	for i, a := range n.args {
		args[i] = done[a.place]
		same = same && args[i] == a
	}
	if same {
		return n
	}
	return &Node{op: n.op, shape: n.shape, args: args}
}
