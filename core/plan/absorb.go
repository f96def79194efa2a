package plan

import (
	"ganvas/core/graph"
	"ganvas/core/scalar"
)

// absorb spares trips through memory: a loop whose only result is added up becomes part of the Reduce, and a loop that is the only
// reader of a product becomes the product's epilogue.
func absorb(b *body) {
	gone := map[*unit]bool{}
	for _, u := range b.units {
		switch u.op.(type) {
		case graph.SumOp, graph.MaxOp:
			absorbPrologue(b, u, gone)
		case graph.MatMulOp:
			absorbEpilogue(b, u, gone)
		}
	}
	var kept []*unit
	for _, u := range b.units {
		if !gone[u] {
			kept = append(kept, u)
		}
	}
	b.units = kept
}

func absorbPrologue(b *body, reduce *unit, gone map[*unit]bool) {
	axes, _ := reductionOf(reduce.op)
	x := reduce.outs[0].args[0]
	loop := x.unit
	if x.elementwise() == nil || gone[loop] || len(loop.outs) != 1 || loop.op != nil || len(b.uses[x]) != 1 || b.updated(x) {
		return
	}
	if _, _, ok := threefold(loop.shape, axes, loop.ins); !ok {
		return
	}
	reduce.ins, reduce.code = loop.ins, loop.code
	gone[loop] = true
}

func absorbEpilogue(b *body, product *unit, gone map[*unit]bool) {
	p := product.outs[0]
	if b.updated(p) || len(b.uses[p]) == 0 {
		return
	}
	loop := b.uses[p][0].unit
	if loop == nil || !loop.loop() || gone[loop] || len(loop.outs) != 1 || !equalInts(loop.shape, p.shape) {
		return
	}
	for _, w := range b.uses[p] {
		if w.unit != loop || !equalInts(w.shape, p.shape) {
			return
		}
	}
	arg := -1
	for i, in := range loop.ins {
		if in.base != p {
			continue
		}
		if arg >= 0 || in.offset != 0 || !equalInts(in.strides, dense(p.shape)) {
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
	for _, v := range b.values {
		if v.unit == loop {
			v.unit = product
		}
	}
	gone[loop] = true
}

// updated says whether an update stores the value.
func (b *body) updated(v *value) bool {
	for _, u := range b.updates {
		if u.value == v {
			return true
		}
	}
	return false
}
