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
		case graph.MatMulOp:
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

func absorbEpilogue(product *unit) {
	p := product.outs[0]
	if p.stored || len(p.uses) == 0 {
		return
	}
	loop := p.uses[0].unit
	if loop == nil || !loop.loop() || loop.gone || len(loop.outs) != 1 || !equalInts(loop.shape, p.shape) {
		return
	}
	for _, w := range p.uses {
		if w.unit != loop || !equalInts(w.shape, p.shape) {
			return
		}
	}
	arg := -1
	for i, in := range loop.ins {
		if in.base != p {
			continue
		}
		if arg >= 0 || in.offset != 0 || !equalInts(in.strides, p.acc.strides) {
			return
		}
		arg = i
	}
	if arg < 0 {
		return
	}
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
