package plan

import (
	"fmt"
	"math"
	"strconv"

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
		if len(v.args) == 0 {
			return v
		}
		xs := make([]uint32, len(v.args))
		for i, a := range v.args {
			x, ok := a.splat()
			if !ok {
				return v
			}
			xs[i] = math.Float32bits(x)
		}
		switch op := v.op.(type) {
		case graph.ElementwiseOp:
			x := scalar.Eval(codeOf(op.Fn), xs...)[0]
			v.op, v.args = graph.ConstantOp{Values: []float32{math.Float32frombits(x)}}, nil
		case graph.BroadcastOp, graph.ReshapeOp, graph.TransposeOp, graph.SliceOp:
			v.op, v.args = v.args[0].op, nil
		}
		return v
	})
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
	seen := map[string]*value{}
	number := map[*value]int{}
	b.rewrite(func(v *value, _ func(*value)) *value {
		key := keyOf(v, number)
		if w, ok := seen[key]; ok {
			return w
		}
		seen[key], number[v] = v, len(number)
		return v
	})
}

func keyOf(v *value, number map[*value]int) string {
	k := append([]byte(v.op.String()), '|')
	for _, d := range v.shape {
		k = append(strconv.AppendInt(k, int64(d), 10), ',')
	}
	k = append(k, '|')
	for _, a := range v.args {
		k = append(strconv.AppendInt(k, int64(number[a]), 10), ',')
	}
	if c, ok := v.op.(graph.ConstantOp); ok {
		if len(c.Values) > 16 {
			return fmt.Sprintf("%s%p", k, &c.Values[0]) // comparing long arrays costs more than placing one twice
		}
		for _, x := range c.Values {
			k = append(strconv.AppendUint(k, uint64(math.Float32bits(x)), 16), ',')
		}
	}
	return string(k)
}

// prune drops values that no update depends on.
func prune(b *body) {
	used := map[*value]bool{}
	for _, u := range b.updates {
		used[u.value] = true
	}
	for i := len(b.values) - 1; i >= 0; i-- {
		if v := b.values[i]; used[v] {
			for _, a := range v.args {
				used[a] = true
			}
		}
	}
	var kept []*value
	for _, v := range b.values {
		if used[v] {
			kept = append(kept, v)
		}
	}
	b.values = kept
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
