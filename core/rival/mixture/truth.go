package mixture

import (
	"math"

	"ganvas/core/data"
	"ganvas/core/family"
	. "ganvas/core/graph"
)

// truth is the log density of the data at points [n, 2], all in training's units, as [n].
func truth(modes []data.Mode, b *family.Builder, x *Node) *Node {
	f := b.Data.Frame
	column := func(of func(data.Mode) float32) *Node {
		values := make([]float32, len(modes))
		for i, m := range modes {
			values[i] = of(m)
		}
		return Const(Shape{1, len(modes)}, values)
	}
	away := func(axis int, centre, sd func(data.Mode) float64) *Node {
		scale, middle := float64(f.Scale[axis]), float64(f.Centre[axis])
		from := Sub(Reshape(family.Column(x, axis), -1, 1), column(func(m data.Mode) float32 { return float32((centre(m) - middle) / scale) }))
		return Mul(from, column(func(m data.Mode) float32 { return float32(scale / sd(m)) }))
	}
	u := away(0, func(m data.Mode) float64 { return m.At[0] }, func(m data.Mode) float64 { return m.SD[0] })
	v := away(1, func(m data.Mode) float64 { return m.At[1] }, func(m data.Mode) float64 { return m.SD[1] })
	peak := column(func(m data.Mode) float32 {
		return family.LogOf(m.Weight * float64(f.Scale[0]) * float64(f.Scale[1]) / (2 * math.Pi * m.SD[0] * m.SD[1]))
	})
	return family.LogSumExp(Add(peak, Mul(Scalar(-.5), Add(Square(u), Square(v)))))
}
