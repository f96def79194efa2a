package autoregressive

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// histogram is factors that are histograms of B bins, and a wide Gaussian that has a thousandth of each, so that no point is impossible. It is
// learnt by counting.
type histogram struct {
	counts *Node      // [B, B]: of points by the bins of x₁ and of x₂
	low    [2]float32 // where the first bins begin
	width  [2]float32 // of a bin
	bins   int
}

const (
	rest      = 1e-3 // the wide Gaussian's share
	restWidth = 2.   // its standard deviation, in training's units
	unseen    = .1   // what every bin has counted before the first point
)

func binsOf(p *nn.Scope, s Spec, rows []float32) histogram {
	h := histogram{counts: p.Variable("counts", nn.Constant(unseen), s.Bins, s.Bins), bins: s.Bins}
	for axis := range 2 {
		from := axis
		if s.Order == "yx" {
			from = 1 - axis
		}
		lo, hi := rows[from], rows[from]
		for i := from; i < len(rows); i += 2 {
			lo, hi = min(lo, rows[i]), max(hi, rows[i])
		}
		h.low[axis], h.width[axis] = lo, max((hi-lo)/float32(s.Bins), 1e-6)
	}
	return h
}

// bin is in which bin of an axis points [n, 1] lie, one-hot [n, B], that of the nearest where they lie in none; and whether they lie in one, [n].
func (h histogram) bin(x *Node, axis int) (in, inside *Node) {
	at := Floor(Div(Sub(x, Scalar(h.low[axis])), Scalar(h.width[axis])))
	most := Scalar(float32(h.bins - 1))
	nearest := Min(Max(at, Scalar(0)), most)
	end := Scalar(h.low[axis] + float32(h.width[axis]*float32(h.bins)))
	inside = Mul(LessEqual(Scalar(h.low[axis]), x), LessEqual(x, end))
	return Equal(nearest, Reshape(Iota(h.bins), 1, h.bins)), Reshape(inside, -1)
}

// log is the log density at x [n, 1] of a factor whose bins' probabilities are rows [n, B], as [n].
func (h histogram) log(rows, x *Node, axis int) *Node {
	in, inside := h.bin(x, axis)
	density := Mul(Div(Sum(Mul(in, rows), 1), Scalar(h.width[axis])), inside)
	wide := Mul(Exp(family.LogNormal(Div(x, Scalar(restWidth)))), Scalar(rest/restWidth))
	return Log(Add(Mul(Scalar(1-rest), density), wide))
}

// shares are the probabilities of counts [n, B], row by row.
func shares(counts *Node) *Node { return Div(counts, Reshape(Sum(counts, 1), -1, 1)) }

// first is the probabilities of the bins of x₁, [1, B].
func (h histogram) first() *Node { return shares(Reshape(Sum(h.counts, 1), 1, h.bins)) }

// second is those of x₂, for each of n points whose x₁ is of a bin, one-hot: [n, B].
func (h histogram) second(in *Node) *Node { return MatMul(in, shares(h.counts), false, false) }

func (h histogram) logs(x *Node) (first, second *Node) {
	one, two := family.Columns(x, 0, 1), family.Columns(x, 1, 2)
	in, _ := h.bin(one, 0)
	return h.log(h.first(), one, 0), h.log(h.second(in), two, 1)
}

// count adds points [n, 2] to the bins that they lie in.
func (h histogram) count(x *Node) []Update {
	first, inside := h.bin(family.Columns(x, 0, 1), 0)
	second, too := h.bin(family.Columns(x, 1, 2), 1)
	second = Mul(second, Reshape(Mul(inside, too), -1, 1))
	return []Update{{Var: h.counts, Value: Add(h.counts, MatMul(first, second, true, false))}}
}

// draw draws x [n, 1] from a factor.
func (h histogram) draw(rows *Node, axis int, k Key, stream string, n int) *Node {
	picked := family.Pick(Log(Broadcast(rows, Shape{n, h.bins})), Uniform(k, stream+".bin", n))
	bin := Sum(Mul(picked, Iota(h.bins)), 1)
	within := Add(Mul(Add(bin, Uniform(k, stream+".within", n)), Scalar(h.width[axis])), Scalar(h.low[axis]))
	wide := Mul(Scalar(restWidth), Normal(k, stream+".wide", n))
	return Reshape(Select(Less(Uniform(k, stream+".rest", n), Scalar(rest)), wide, within), n, 1)
}

func (h histogram) sample(k Key, stream string, n int) *Node {
	one := h.draw(h.first(), 0, k, stream+".first", n)
	in, _ := h.bin(one, 0)
	return Concat(1, one, h.draw(h.second(in), 1, k, stream+".second", n))
}
