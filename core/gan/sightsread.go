package gan

import (
	"math"
	"strconv"
	"strings"

	"ganvas/core/nn"
	"ganvas/core/run"
	"ganvas/core/stepping"
)

// standing is where a player stands before a move, once that has been seen.
type standing struct {
	weights [][]float32          // by the order of its parameters
	memory  map[string][]float32 // of its optimiser, by path
}

func (x *sights) standing(s *run.Slots) standing {
	out := standing{memory: map[string][]float32{}}
	for _, v := range x.o.player.params.Variables() {
		out.weights = append(out.weights, s.Read(v.Name))
	}
	for _, v := range x.o.player.memory.Variables() {
		if out.memory[v.Path] = s.Read(x.slot("memory." + v.Path)); out.memory[v.Path] == nil {
			out.memory[v.Path] = s.Read(v.Name)
		}
	}
	return out
}

// read computes the move as it is before its update, in full or by its figures.
func (x *sights) read(s *run.Slots, full bool) (m stepping.Move, err error) {
	if err := s.Call(x.slot("see")); err != nil {
		return m, err
	}
	read := func(name string) []float32 { return s.Read(x.slot(name)) }
	f := read("figures")
	m = stepping.Move{Player: x.player(), Batch: x.b.spec.Batch, Size: x.b.size, Plain: x.plain()}
	m.Figures = stepping.Figures{Loss: f[0], Total: f[1], Gradient: f[2]}
	m.Change.Rate = f[3]
	if !full {
		return m, nil
	}
	m.Noise, m.Real, m.Made, m.Class = read("z"), read("real"), read("made"), read("class")
	m.Slope, m.Push, m.Rise = read("slope"), read("push"), read("rise")
	for i, sort := range sorts {
		m.Judged[i] = stepping.Judged{Logits: read(sort + ".logits"), Says: read(sort + ".says"), Slopes: read(sort + ".slopes")}
		m.UnitsD[i] = x.layers(s, sort+".units.")
	}
	m.UnitsG = x.layers(s, "units.")
	for i, p := range x.o.seen.parts {
		at := "part." + strconv.Itoa(i)
		m.Parts = append(m.Parts, stepping.Part{Key: p.key, Weight: read(at + ".weight")[0], Value: read(at + ".value")[0], Slopes: read(at + ".slopes")})
	}
	return m, nil
}

// layers are arrays numbered from 0, as many as there are.
func (x *sights) layers(s *run.Slots, name string) (out [][]float32) {
	for k := 0; ; k++ {
		y := s.Read(x.slot(name + strconv.Itoa(k)))
		if y == nil {
			return out
		}
		out = append(out, y)
	}
}

// plain reports whether D judges each pack for itself, and G's samples are moved by nothing but the game's loss of D as it is.
func (x *sights) plain() bool {
	s := x.b.spec
	mixes := s.Spread || s.Kernels > 0
	for _, p := range []nn.Network{x.b.d.first(), x.b.g.first()} {
		mixes = mixes || p.Norm.Mixes
	}
	return !mixes && s.Ensemble == 1 && s.Unroll == 0 && (x.o.player == x.b.d || len(x.o.seen.parts) == 0)
}

// after looks at what the update has changed.
func (x *sights) after(s *run.Slots, m *stepping.Move, before standing) error {
	x.compare(s, m, before)
	if m.Rows() == 0 {
		return nil
	}
	if err := s.Call(x.slot("after")); err != nil {
		return err
	}
	m.MadeAfter = s.Read(x.slot("made.after"))
	for i, sort := range sorts {
		m.JudgedAfter[i] = stepping.Judged{Logits: s.Read(x.slot(sort + ".logits.after")), Says: s.Read(x.slot(sort + ".says.after"))}
	}
	return nil
}

// compare measures the update.
func (x *sights) compare(s *run.Slots, m *stepping.Move, before standing) {
	sum, most, at := 0.0, -1.0, 0
	c := &m.Change
	for i, v := range x.o.player.params.Variables() {
		now := s.Read(v.Name)
		c.Weights += len(now)
		for k, w := range now {
			moved := math.Abs(float64(w) - float64(before.weights[i][k]))
			sum += moved * moved
			if moved > most {
				most, at = moved, k
				c.Path, c.Place = v.Path, placeOf(k, v.Node.Shape())
				c.Before, c.After, c.Gradient = before.weights[i][k], w, s.Read(x.slot("gradient." + strconv.Itoa(i)))[k]
			}
		}
	}
	c.Length = float32(math.Sqrt(sum))
	c.Hypers = s.Read(x.slot("hypers"))
	if bound := s.Read(x.slot("clip")); bound != nil {
		c.Clip = bound[0]
	}
	for _, v := range x.o.player.memory.Variables() { // of the weight, and of the whole step
		values := before.memory[v.Path]
		kind, own := strings.CutPrefix(v.Path, c.Path+"/")
		switch {
		case own && at < len(values):
			c.Remembered = append(c.Remembered, stepping.Remembered{Kind: kind, Value: values[at]})
		case len(values) == 1 && !strings.Contains(v.Path, "/"):
			c.Remembered = append(c.Remembered, stepping.Remembered{Kind: v.Path, Value: values[0]})
		}
	}
}

// placeOf is the place of element k in an array of a shape.
func placeOf(k int, shape []int) []int {
	out := make([]int, len(shape))
	for i := len(shape) - 1; i >= 0; i-- {
		out[i], k = k%shape[i], k/shape[i]
	}
	return out
}
