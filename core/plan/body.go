package plan

import (
	"math"
	"slices"

	"ganvas/core/graph"
	"ganvas/core/scalar"
)

// body is one procedure on its way through the passes.
type body struct {
	name    string
	arena   *arena
	values  []*value // arguments before what uses them
	updates []update
	units   []*unit // what computes the values; from lower on
	code    []Instr // from emit on
	temps   int     // float32s of temporaries; from place on
}

// update stores a value in a slot when the procedure ends.
type update struct {
	slot  int
	value *value
	// direct says that the value is computed in the slot itself; set by place.
	direct bool
}

// value is one array of a procedure. What passes find out about it they note in it.
type value struct {
	op    graph.Op
	shape graph.Shape
	args  []*value
	slot  int // of a variable

	next    *value     // what stands for it, while a rewrite runs
	alike   *value     // the one before it of the same hash; used by share
	number  int        // among the values that share has kept
	used    bool       // an update depends on it; set by prune
	acc     access     // where its elements are found; set by view
	stage   int        // set by fuse
	leader  *value     // leads to one of the values that share its loop; set by groups
	group   int        // of a leader: the number of its group
	grouped bool       // and whether it has one
	ref     scalar.Ref // in its loop's code; used by loopOf
	uses    []*value   // the values that have it as an argument; set by lower
	readers int        // how many they are; used by lower
	stored  bool       // an update stores it; set by lower
	unit    *unit      // what computes it, nil for variables and constants; set by lower
	life    arrayLife  // used by place
	offset  int        // of an array that owns memory; temporaries count from tempBase; set by place
}

// tempBase is added to the offsets of temporaries until all procedures are planned and it is known where the space behind what
// persists begins.
const tempBase = 1 << 40

// load copies a procedure's graph into values, without Stop, which has done its work.
func load(p graph.Procedure, a *arena) (*body, error) {
	b := &body{name: p.Name, arena: a}
	roots := make([]*graph.Node, len(p.Updates))
	for i, u := range p.Updates {
		roots[i] = u.Value
	}
	nodes := graph.Sorted(roots...)
	at := make([]*value, len(nodes)) // by the nodes' places
	all, args := make([]value, len(nodes)), argumentsOf(nodes)
	b.values = make([]*value, 0, len(nodes))
	for i, n := range nodes {
		if _, ok := n.Op().(graph.StopOp); ok {
			at[i] = at[n.Args()[0].Place()]
			continue
		}
		v := &all[i]
		v.op, v.shape = n.Op(), n.Shape()
		v.args, args = carve(args, len(n.Args()))
		for k, arg := range n.Args() {
			v.args[k] = at[arg.Place()]
		}
		if err := a.locate(v); err != nil {
			return nil, err
		}
		at[i] = v
		b.values = append(b.values, v)
	}
	return b, b.loadUpdates(p.Updates, at)
}

// argumentsOf is room for the arguments of all nodes.
func argumentsOf(nodes []*graph.Node) []*value {
	n := 0
	for _, node := range nodes {
		n += len(node.Args())
	}
	return make([]*value, n)
}

// carve cuts n elements from the front of a room that many slices share. What is appended to them goes elsewhere.
func carve[T any](room []T, n int) (piece, rest []T) { return room[:n:n], room[n:] }

// lists are empty lists of values, each with the given room, in one piece of memory.
func lists(rooms []int) [][]*value {
	all := 0
	for _, n := range rooms {
		all += n
	}
	out, room := make([][]*value, len(rooms)), make([]*value, all)
	for i, n := range rooms {
		out[i], room = carve(room, n)
		out[i] = out[i][:0]
	}
	return out
}

// loadUpdates notes where the values go; at has them by their nodes' places.
func (b *body) loadUpdates(updates []graph.Update, at []*value) error {
	for _, u := range updates {
		op, ok := u.Var.Op().(graph.VariableOp)
		if !ok {
			return &graph.ShapeError{Op: "update", Shapes: []graph.Shape{u.Var.Shape()}, Why: "it is no variable"}
		}
		if op.Bytes {
			return &graph.ShapeError{Path: op.Name, Op: "update", Shapes: []graph.Shape{u.Var.Shape()}, Why: "a table of bytes is not updated"}
		}
		slot, err := b.arena.slot(op, u.Var.Shape())
		if err != nil {
			return err
		}
		if !slices.Equal(u.Var.Shape(), u.Value.Shape()) {
			return &graph.ShapeError{Path: op.Name, Op: "update", Shapes: []graph.Shape{u.Var.Shape(), u.Value.Shape()}, Why: "they differ"}
		}
		for _, v := range b.updates {
			if v.slot == slot {
				return &graph.ShapeError{Path: op.Name, Op: "update", Shapes: []graph.Shape{u.Var.Shape()}, Why: "it is updated twice"}
			}
		}
		b.updates = append(b.updates, update{slot: slot, value: at[u.Value.Place()]})
	}
	return nil
}

// elementwise returns the value's function, or nil.
func (v *value) elementwise() *graph.ElementwiseOp {
	if e, ok := v.op.(graph.ElementwiseOp); ok {
		return &e
	}
	return nil
}

// splat returns the one number that all elements of a constant are, if they are.
func (v *value) splat() (float32, bool) {
	c, ok := v.op.(graph.ConstantOp)
	if !ok || len(c.Values) != 1 {
		return 0, false
	}
	return c.Values[0], true
}

// isView says whether the value has no memory of its own, but shows another's.
func (v *value) isView() bool {
	switch v.op.(type) {
	case graph.BroadcastOp, graph.ReshapeOp, graph.TransposeOp, graph.SliceOp, graph.UnfoldOp:
		return true
	}
	return false
}

// rewrite replaces values by others, everywhere, in one walk: f is called on every value in order, after its arguments have
// been replaced, and returns what stands for it; new values that f needs before it go through emit.
func (b *body) rewrite(f func(v *value, emit func(*value)) *value) {
	out := make([]*value, 0, len(b.values))
	emit := func(v *value) { out = append(out, v) }
	for _, v := range b.values {
		for i, a := range v.args {
			v.args[i] = a.next
		}
		w := f(v, emit)
		v.next = w
		if w == v {
			emit(v)
		}
	}
	for i, u := range b.updates {
		b.updates[i].value = u.value.next
	}
	b.values = out
}

func sameBits(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}
