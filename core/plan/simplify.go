package plan

import (
	"math"
	"math/bits"
	"slices"

	"ganvas/core/graph"
	"ganvas/core/scalar"
)

// fold computes what can be known: element-wise functions of constants whose elements are all one number, and views of them,
// which no later pass has to deal with. Adding nothing and multiplying by one are left out.
func fold(b *body) {
	b.rewrite(func(v *value, _ func(*value)) *value {
		if w := neutral(v); w != nil {
			return w
		}
		for _, a := range v.args {
			if !a.uniform() {
				return v
			}
		}
		if len(v.args) > 0 {
			foldValue(v)
		}
		return v
	})
}

// foldValue makes a constant of a function or a view of constants of one number.
func foldValue(v *value) {
	switch op := v.op.(type) {
	case graph.ElementwiseOp:
		xs := make([]uint32, len(v.args))
		for i, a := range v.args {
			x, _ := a.splat()
			xs[i] = math.Float32bits(x)
		}
		x := scalar.Eval(codeOf(op.Fn), xs...)[0]
		v.op, v.args = graph.ConstantOp{Values: []float32{math.Float32frombits(x)}}, nil
	case graph.BroadcastOp, graph.ReshapeOp, graph.TransposeOp, graph.SliceOp:
		v.op, v.args = v.args[0].op, nil
	}
}

// neutral returns the argument that an arithmetic operation leaves as it is, or nil. (x+0 differs from x where x is -0, which
// no comparison and no later sum tells apart.)
func neutral(v *value) *value {
	e := v.elementwise()
	if e == nil || len(v.args) != 2 {
		return nil
	}
	is := func(i int, x float32) bool {
		c, ok := v.args[i].splat()
		return ok && c == x
	}
	switch name := e.Fn.Name; {
	case name == "add" && is(0, 0), name == "mul" && is(0, 1):
		return v.args[1]
	case (name == "add" || name == "sub") && is(1, 0), (name == "mul" || name == "div") && is(1, 1):
		return v.args[0]
	}
	return nil
}

// codeOf returns a function's code on its own.
func codeOf(f *scalar.Fn) scalar.Code {
	b := scalar.NewBuilder(f.Arity)
	args := make([]scalar.Ref, f.Arity)
	for i := range args {
		args[i] = b.Arg(i)
	}
	return b.Code(f.Write(b, args))
}

// share makes equal values one: the same operation on the same arguments.
func share(b *body) {
	// Values by the low bits of their hashes, in chains.
	seen := make([]*value, 1<<bits.Len(uint(len(b.values))))
	kept := 0
	b.rewrite(func(v *value, _ func(*value)) *value {
		h := hashOf(v) % uint64(len(seen))
		for w := seen[h]; w != nil; w = w.alike {
			if equal(v, w) {
				return w
			}
		}
		v.alike, seen[h] = seen[h], v
		v.number = kept
		kept++
		return v
	})
}

// hashOf is a number that equal values have in common.
func hashOf(v *value) uint64 {
	h := uint64(14695981039346656037) // FNV-1a, a word at a time
	mix := func(x uint64) { h = (h ^ x) * 1099511628211; h ^= h >> 32 }
	for _, d := range v.shape {
		mix(uint64(d))
	}
	for _, a := range v.args {
		mix(uint64(a.number))
	}
	switch op := v.op.(type) {
	case graph.ElementwiseOp:
		for _, c := range []byte(op.Fn.Name) {
			mix(uint64(c))
		}
	case graph.ConstantOp:
		for _, x := range op.Values[:min(len(op.Values), comparable)] {
			mix(uint64(math.Float32bits(x)))
		}
	case graph.VariableOp:
		mix(uint64(v.slot))
	}
	return h
}

// comparable is the greatest length of constants that are compared number by number: beyond, that costs more than placing one
// twice.
const comparable = 16

// equal says whether two values, whose arguments have been made one where they are equal, are the same operation on the same
// arguments.
func equal(v, w *value) bool {
	return slices.Equal(v.shape, w.shape) && slices.Equal(v.args, w.args) && sameOp(v.op, w.op)
}

func sameOp(a, b graph.Op) bool {
	switch a := a.(type) {
	case graph.ElementwiseOp:
		b, ok := b.(graph.ElementwiseOp)
		return ok && a.Fn == b.Fn
	case graph.ConstantOp:
		b, ok := b.(graph.ConstantOp)
		if !ok || len(a.Values) != len(b.Values) {
			return false
		}
		if len(a.Values) > comparable {
			return &a.Values[0] == &b.Values[0]
		}
		return sameBits(a.Values, b.Values)
	}
	return a.String() == b.String()
}

// prune drops values that no update depends on.
func prune(b *body) {
	for _, u := range b.updates {
		u.value.used = true
	}
	for i := len(b.values) - 1; i >= 0; i-- {
		if v := b.values[i]; v.used {
			for _, a := range v.args {
				a.used = true
			}
		}
	}
	b.values = slices.DeleteFunc(b.values, func(v *value) bool { return !v.used })
}

// split turns reductions over axes that are not neighbours into several, the last axes first.
func split(b *body) {
	b.rewrite(func(v *value, emit func(*value)) *value {
		axes, remake := reductionOf(v.op)
		if remake == nil {
			return v
		}
		for {
			run := lastRun(axes, v.args[0].shape)
			if len(run) == len(axes) {
				v.op = remake(axes)
				return v
			}
			axes = axes[:len(axes)-len(run)]
			x := v.args[0]
			shape := graph.Shape{}
			for i, d := range x.shape {
				if i < run[0] || i > run[len(run)-1] {
					shape = append(shape, d)
				}
			}
			inner := &value{op: remake(run), shape: shape, args: []*value{x}}
			emit(inner)
			v.args = []*value{inner}
		}
	})
}

// reductionOf returns a reduction's axes, and a function that makes the same reduction over others.
func reductionOf(op graph.Op) ([]int, func([]int) graph.Op) {
	switch r := op.(type) {
	case graph.SumOp:
		return r.Axes, func(axes []int) graph.Op { return graph.SumOp{Axes: axes} }
	case graph.MaxOp:
		return r.Axes, func(axes []int) graph.Op { return graph.MaxOp{Axes: axes} }
	}
	return nil, nil
}

// lastRun returns the last axes that have no kept axis of more than one element between them.
func lastRun(axes []int, shape graph.Shape) []int {
	i := len(axes) - 1
	for ; i > 0; i-- {
		between := 1
		for d := axes[i-1] + 1; d < axes[i]; d++ {
			between *= shape[d]
		}
		if between > 1 {
			break
		}
	}
	return axes[max(i, 0):]
}
