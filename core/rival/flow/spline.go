package flow

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
)

// spline is a monotonic curve of K rational quadratic pieces on [-reach, reach] and the identity outside (Durkan et al., 2019): of K widths, K heights
// and K-1 slopes at the inner knots.
type spline struct{ pieces int }

const (
	reach = 3.5         // in training's units, of points and of normal ones
	least = 1e-3        // share of the whole that a piece has at least, of width and of height, and the least slope
	still = .5413248546 // what softplus takes to 1 - least, a slope of 1: log(exp(.999) - 1)
)

func (c spline) numbers() int { return 3*c.pieces - 1 }

// curve is a curve for each of n points: its knots and its slopes there, each [n, K+1] in three parts: what piece k begins with, and ends with.
type curve struct {
	x0, x1, y0, y1, d0, d1 *Node // [n, K]
}

func (c spline) curve(told *Node) curve {
	k, n := c.pieces, told.Shape()[0]
	told = Mul(Scalar(1/smaller), told)
	knots := func(from int) (start, end *Node) {
		share := Exp(family.LogSoftmax(family.Columns(told, from, from+k)))
		length := Mul(Scalar(2*reach), Add(Scalar(least), Mul(Scalar(1-least*float32(k)), share)))
		end = Sub(family.Running(length), Scalar(reach))
		return Sub(end, length), end
	}
	inner := Add(Scalar(least), Softplus(Add(Scalar(still), family.Columns(told, 2*k, 3*k-1))))
	outer := Broadcast(Scalar(1), Shape{n, 1})
	var out curve
	out.x0, out.x1 = knots(0)
	out.y0, out.y1 = knots(k)
	out.d0, out.d1 = Concat(1, outer, inner), Concat(1, inner, outer)
	return out
}

// piece is what of [n, K] belongs to the piece that x [n, 1] lies in, of those that start at [n, K]; as [n, 1].
func piece(start, x *Node) func(*Node) *Node {
	k := start.Shape()[1]
	index := Max(Sub(Sum(LessEqual(start, x), 1), Scalar(1)), Scalar(0))
	in := Equal(Reshape(index, -1, 1), Reshape(Iota(k), 1, k))
	return func(a *Node) *Node { return Reshape(Sum(Mul(in, a), 1), -1, 1) }
}

// inside is 1 where x [n, 1] lies on the curve's range, and within is x moved into it.
func inside(x *Node) (is, within *Node) {
	within = Max(Min(x, Scalar(reach)), Scalar(-reach))
	return Equal(x, within), within
}

// forward is the curve: within a piece of width w, height h and slope s = h/w, at the share ξ of the width,
//
//	y = y₀ + h(sξ² + d₀ξ(1-ξ)) / (s + (d₁+d₀-2s)ξ(1-ξ))
//	dy/dx = s²(d₁ξ² + 2sξ(1-ξ) + d₀(1-ξ)²) / (s + (d₁+d₀-2s)ξ(1-ξ))²
func (c spline) forward(told, x *Node) (y, slope *Node) {
	v := c.curve(told)
	is, at := inside(x)
	of := piece(v.x0, at)
	x0, w, y0, h, d0, d1 := of(v.x0), of(Sub(v.x1, v.x0)), of(v.y0), of(Sub(v.y1, v.y0)), of(v.d0), of(v.d1)
	s := Div(h, w)
	share := Max(Min(Div(Sub(at, x0), w), Scalar(1)), Scalar(0))
	rest := Sub(Scalar(1), share)
	both := Mul(share, rest)
	below := Add(s, Mul(Sub(Add(d0, d1), Mul(Scalar(2), s)), both))
	moved := Add(y0, Div(Mul(h, Add(Mul(s, Square(share)), Mul(d0, both))), below))
	above := Add(Add(Mul(d1, Square(share)), Mul(Mul(Scalar(2), s), both)), Mul(d0, Square(rest)))
	log := Sub(Add(Mul(Scalar(2), Log(s)), Log(above)), Mul(Scalar(2), Log(below)))
	return Select(is, moved, x), Reshape(Mul(is, log), -1)
}

// back solves the quadratic equation of the piece that y lies in, by the form that loses no digits.
func (c spline) back(told, y *Node) *Node {
	v := c.curve(told)
	is, at := inside(y)
	of := piece(v.y0, at)
	x0, w, y0, h, d0, d1 := of(v.x0), of(Sub(v.x1, v.x0)), of(v.y0), of(Sub(v.y1, v.y0)), of(v.d0), of(v.d1)
	s := Div(h, w)
	up := Sub(at, y0)
	bend := Sub(Add(d0, d1), Mul(Scalar(2), s))
	a := Add(Mul(h, Sub(s, d0)), Mul(up, bend))
	b := Sub(Mul(h, d0), Mul(up, bend))
	cc := Neg(Mul(s, up))
	root := Sqrt(Max(Sub(Square(b), Mul(Scalar(4), Mul(a, cc))), Scalar(0)))
	share := Div(Mul(Scalar(2), cc), Neg(Add(b, root)))
	return Select(is, Add(x0, Mul(w, share)), y)
}
