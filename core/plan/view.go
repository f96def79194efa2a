package plan

import (
	"slices"

	"ganvas/core/graph"
	"ganvas/core/scalar"
)

// access says where a value's elements are: in which value's memory, from where, and how far apart along each dimension.
type access struct {
	base    *value
	offset  int
	strides []int // one for each dimension of the value; those of a value with memory of its own are dense
}

// view finds out which values only show another's memory, and puts copies in where an operation needs memory of its own or
// another order of elements than its argument has.
func view(b *body) {
	b.rewrite(func(v *value, emit func(*value)) *value {
		for i, a := range v.args {
			if v.product() && i == 0 {
				if x := windowsOf(a); x != nil {
					v.args[i] = x
					continue
				}
			}
			if wantsCopy(v, i, a) {
				v.args[i] = copyOf(a, emit)
			}
		}
		v.acc = accessOf(v)
		return v
	})
	for i, u := range b.updates {
		if _, isVar := u.value.op.(graph.VariableOp); isVar || u.value.unowned() {
			b.updates[i].value = copyOf(u.value, func(v *value) { b.values = append(b.values, v) })
		}
	}
}

// product says whether the value is a matrix product.
func (v *value) product() bool {
	_, ok := v.op.(graph.MatMulOp)
	return ok
}

// unowned says whether a value has no memory that an update could be computed in.
func (v *value) unowned() bool {
	_, constant := v.op.(graph.ConstantOp)
	return constant || v.isView()
}

var copyFn = &scalar.Fn{
	Name: "copy", Arity: 1,
	Write: func(_ *scalar.Builder, a []scalar.Ref) scalar.Ref { return a[0] },
	Exact: func(x ...float64) float64 { return x[0] },
}

func copyOf(v *value, emit func(*value)) *value {
	c := &value{op: graph.ElementwiseOp{Fn: copyFn}, shape: v.shape, args: []*value{v}}
	c.acc = accessOf(c)
	emit(c)
	return c
}

// wantsCopy says whether argument i of v has to be copied into the order that v's operation reads.
func wantsCopy(v *value, i int, a *value) bool {
	switch v.op.(type) {
	case graph.ReshapeOp:
		return reshaped(a.shape, a.acc.strides, v.shape) == nil
	case graph.MatMulOp:
		return !a.acc.matrix(a.shape)
	case graph.SumOp, graph.MaxOp:
		axes, _ := reductionOf(v.op)
		_, _, ok := threefold(a.shape, axes, []operand{{a.acc, a.shape}})
		return !ok || a.uniform()
	case foldedProduct:
		return i > 0 && !slices.Equal(a.acc.strides, dense(a.shape)) || a.uniform()
	case graph.FoldOp:
		return a.uniform()
	case graph.GatherOp, graph.ScatterOp, graph.UniformOp:
		return !slices.Equal(a.acc.strides, dense(a.shape)) || a.uniform()
	}
	return false
}

// uniform says whether a value is a constant of one repeated number, which has no array.
func (v *value) uniform() bool {
	_, ok := v.splat()
	return ok
}

// matrix says whether a MatMul can read the elements: one stride is 1 and no element repeats.
func (a access) matrix(s graph.Shape) bool {
	unit := false
	for i, d := range s {
		if d == 1 || a.strides[i] == 1 {
			unit = true
		}
		if d > 1 && a.strides[i] == 0 {
			return false
		}
	}
	return unit && !a.base.uniform()
}

// Most values are no views: so those have a function to themselves, since engines compile anew what is large and often called.
func accessOf(v *value) access {
	switch {
	case v.isView():
		return accessOfView(v)
	case v.uniform():
		return access{v, 0, make([]int, len(v.shape))}
	}
	return access{v, 0, dense(v.shape)}
}

func accessOfView(v *value) access {
	switch op := v.op.(type) {
	case graph.BroadcastOp:
		a := v.args[0]
		lead := len(v.shape) - len(a.shape)
		strides := make([]int, len(v.shape))
		for i := range a.shape {
			if a.shape[i] == v.shape[lead+i] {
				strides[lead+i] = a.acc.strides[i]
			}
		}
		return access{a.acc.base, a.acc.offset, strides}
	case graph.TransposeOp:
		a := v.args[0].acc
		strides := make([]int, len(op.Perm))
		for i, p := range op.Perm {
			strides[i] = a.strides[p]
		}
		return access{a.base, a.offset, strides}
	case graph.SliceOp:
		a := v.args[0].acc
		offset := a.offset
		for i, s := range op.Start {
			offset += s * a.strides[i]
		}
		return access{a.base, offset, a.strides}
	case graph.UnfoldOp:
		a, s := v.args[0].acc, v.args[0].acc.strides
		strides := []int{s[0], op.Stride[0] * s[1], op.Stride[1] * s[2], op.Dilation[0] * s[1], op.Dilation[1] * s[2], s[3]}
		return access{a.base, a.offset, strides}
	case graph.ReshapeOp:
		a := v.args[0]
		return access{a.acc.base, a.acc.offset, reshaped(a.shape, a.acc.strides, v.shape)}
	}
	panic("plan: " + v.op.String() + " is no view")
}

// dense returns the strides of a row-major array; a dimension of length 1 has stride 0.
func dense(s graph.Shape) []int {
	strides, n := make([]int, len(s)), 1
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] > 1 {
			strides[i] = n
		}
		n *= s[i]
	}
	return strides
}

// reshaped returns the strides by which an array of one shape and its strides is seen in another, or nil where there are none.
func reshaped(from graph.Shape, strides []int, to graph.Shape) []int {
	// Dimensions of length 1 do not matter; of the rest, walk both shapes from the last dimension, in blocks of
	// dimensions that hold equally many elements.
	out := make([]int, len(to))
	i, j := len(from)-1, len(to)-1
	for {
		for i >= 0 && from[i] == 1 {
			i--
		}
		for j >= 0 && to[j] == 1 {
			j--
		}
		if i < 0 || j < 0 {
			return out
		}
		// The block of from that can be walked with one stride has to be as long as the block of to.
		step, have, want := strides[i], from[i], 1
		for ; j >= 0 && want < have; j-- {
			if to[j] == 1 {
				continue
			}
			out[j] = step * want
			want *= to[j]
			for want > have {
				// Take one more dimension of from into the block, if it follows on.
				i--
				for i >= 0 && from[i] == 1 {
					i--
				}
				if i < 0 || strides[i] != step*have {
					return nil
				}
				have *= from[i]
			}
		}
		if want != have {
			return nil
		}
		i--
	}
}
