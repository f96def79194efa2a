package plan

import (
	"slices"

	"ganvas/core/graph"
	"ganvas/core/scalar"
)

// absorb spares trips through memory: a loop whose only result is added up becomes part of the Reduce, and a loop that is the only
// reader of a product becomes the product's epilogue.
func absorb(b *body) {
	for _, u := range b.units {
		switch u.op.(type) {
		case graph.SumOp, graph.MaxOp:
			absorbPrologue(u)
		case graph.MatMulOp, foldedProduct:
			absorbEpilogue(u)
		}
	}
	b.units = slices.DeleteFunc(b.units, func(u *unit) bool { return u.gone })
}

func absorbPrologue(reduce *unit) {
	axes, _ := reductionOf(reduce.op)
	x := reduce.outs[0].args[0]
	loop := x.unit
	if x.elementwise() == nil || loop.gone || len(loop.outs) != 1 || loop.op != nil || len(x.uses) != 1 || x.stored {
		return
	}
	if _, _, ok := threefold(loop.shape, axes, loop.ins); !ok {
		return
	}
	reduce.ins, reduce.code = loop.ins, loop.code
	loop.gone = true
}

// absorbEpilogue takes in the one loop that reads a product, itself or through a reshape that leaves its columns as they are.
func absorbEpilogue(product *unit) {
	p := product.outs[0]
	loop, shape := onlyLoop(p)
	if loop == nil || loop.gone || len(loop.outs) != 1 || !equalInts(loop.shape, shape) || !product.walks(shape) {
		return
	}
	arg := -1
	for i, in := range loop.ins {
		if in.base != p {
			continue
		}
		if arg >= 0 || in.offset != 0 || !equalInts(in.strides, dense(shape)) {
			return
		}
		arg = i
	}
	if arg < 0 {
		return
	}
	product.shape = shape
	product.epilogue = len(product.ins)
	// The product becomes argument 0, the loop's other operands follow in order.
	code := scalar.NewBuilder(len(loop.ins))
	args := make([]scalar.Ref, len(loop.ins))
	args[arg] = code.Arg(0)
	for i, in := range loop.ins {
		if i != arg {
			args[i] = code.Arg(len(product.ins) - product.epilogue + 1)
			product.ins = append(product.ins, in)
		}
	}
	product.code = code.Code(code.Inline(loop.code, args...)...)
	product.outs = loop.outs
	for _, v := range product.outs {
		v.unit = product
	}
	loop.gone = true
}

// onlyLoop returns the loop that is all that reads a value, directly or by reshapes to one shape, and the shape; nil where there is more
// than that.
func onlyLoop(p *value) (loop *unit, shape graph.Shape) {
	shape = p.shape
	var visit func(v *value) bool
	visit = func(v *value) bool {
		if v.stored || len(v.uses) == 0 {
			return false
		}
		for _, w := range v.uses {
			if _, ok := w.op.(graph.ReshapeOp); ok {
				if !visit(w) {
					return false
				}
				continue
			}
			if w.unit == nil || !w.unit.loop() || loop != nil && w.unit != loop || !equalInts(w.shape, v.shape) {
				return false
			}
			loop, shape = w.unit, v.shape
		}
		return true
	}
	if !visit(p) {
		return nil, nil
	}
	return loop, shape
}

// walks says whether a product can go along the rows of its result as a shape of equally many elements has them.
func (u *unit) walks(shape graph.Shape) bool {
	if f, ok := u.op.(foldedProduct); ok && f.Stride != [2]int{1, 1} && u.shape[3] < narrow {
		return false // its phases' elements lie apart, and a loop of its own takes them as neighbours
	}
	op, ok := u.op.(graph.MatMulOp)
	if !ok || equalInts(shape, u.shape) {
		return equalInts(shape, u.shape)
	}
	k := len(shape) - 1
	if k < 0 || shape[k] != u.shape[1] {
		return false
	}
	a := u.left(op)
	return reshaped(a.rows, a.rowStrides, shape[:k]) != nil
}
