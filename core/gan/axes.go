package gan

import (
	"slices"
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/metric"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// axes are the two directions that pictures show of points of more columns: two of the columns, or the first two principal axes. Each is a unit vector in
// training's units, with what takes a coordinate along it to the units that are shown: those of the data, or of training where columns are mixed.
type axes struct {
	along  [2][]float32
	frame  data.Frame
	window data.Window
	origin [2]float64
}

// principalAxes is the text of the principal axes; two columns are "1,3".
const principalAxes = "principal"

// columnAxes are two columns, from 0.
func (d *dataset) columnAxes(x, y int) *axes {
	a := &axes{frame: data.Frame{Centre: []float32{d.frame.Centre[x], d.frame.Centre[y]}, Scale: []float32{d.frame.Scale[x], d.frame.Scale[y]}}}
	a.window = data.Window{Low: []float32{d.window.Low[x], d.window.Low[y]}, High: []float32{d.window.High[x], d.window.High[y]}}
	for i, k := range []int{x, y} {
		a.along[i] = make([]float32, d.size())
		a.along[i][k] = 1
		if own, ok := d.source.(data.Finite); ok {
			a.origin[i] = own.Origin()[k]
		}
	}
	return a
}

// principal are the first two principal axes.
func (d *dataset) principal() *axes {
	a := &axes{frame: data.Frame{Centre: make([]float32, 2), Scale: []float32{1, 1}}}
	found := metric.Principal(d.inner, d.size())
	for i := range a.along {
		for _, v := range found[i] {
			a.along[i] = append(a.along[i], float32(v))
		}
	}
	a.window = a.frame.Around(a.of(d.inner))
	return a
}

// parseAxes reads "principal", or two different columns from 1, such as "1,3".
func (d *dataset) parseAxes(text string) (*axes, bool) {
	if text == principalAxes {
		return d.principal(), true
	}
	first, second, _ := strings.Cut(text, ",")
	x, errX := strconv.Atoi(first)
	y, errY := strconv.Atoi(second)
	if errX != nil || errY != nil || x < 1 || y < 1 || x > d.size() || y > d.size() || x == y {
		return nil, false
	}
	return d.columnAxes(x-1, y-1), true
}

// of is points of training's units, whole, as they are shown.
func (a *axes) of(points []float32) (out []float32) {
	size := len(a.along[0])
	for ; len(points) >= size; points = points[size:] {
		for i, along := range a.along {
			sum := float32(0)
			for k, v := range along {
				sum += float32(v * points[k])
			}
			out = append(out, a.frame.Centre[i]+float32(sum*a.frame.Scale[i]))
		}
	}
	return out
}

// matrix takes vectors of training's units to shown ones, [size, 2].
func (a *axes) matrix() []float32 {
	out := make([]float32, 0, 2*len(a.along[0]))
	for k := range a.along[0] {
		for i := range a.along {
			out = append(out, float32(a.along[i][k]*a.frame.Scale[i]))
		}
	}
	return out
}

// grid is the points of a field in training's units: in the plane of the axes, through the middle of the data.
func (a *axes) grid(side int) (out []float32) {
	shown := family.Grid(a.window, side)
	a.frame.In(shown)
	for ; len(shown) > 0; shown = shown[2:] {
		for k := range a.along[0] {
			out = append(out, float32(shown[0]*a.along[0][k])+float32(shown[1]*a.along[1][k]))
		}
	}
	return out
}

// manyScene is points of the data, the window and the origin as these axes show them, and the data's points whole.
func (d *dataset) manyScene() []wire.Array {
	a, size := d.axes, d.size()
	n := min(len(d.inner)/size, probePoints)
	out := []wire.Array{
		wire.Floats(probe.Real, a.of(d.inner[:n*size]), n, 2),
		wire.Floats(probe.Window, []float32{a.window.Low[0], a.window.Low[1], a.window.High[0], a.window.High[1]}, 4),
		wire.Floats(probe.RealWhole, d.rows[:n*size], n, size),
	}
	if a.origin != [2]float64{} {
		out = append(out, wire.Floats(probe.Origin, probe.Split(a.origin), 4))
	}
	return out
}

// named is what the scene says of the columns: how they come to training's units, and of a reader's own their names and where they are counted from.
func (d *dataset) named() []wire.Array {
	out := []wire.Array{wire.Floats(probe.Frame, slices.Concat(d.frame.Centre, d.frame.Scale), 2*d.size())}
	own, ok := d.source.(data.Finite)
	if !ok {
		return out
	}
	text := []byte(strings.Join(own.Names(), "\n"))
	out = append(out, wire.Bytes(probe.Names, text, len(text)))
	if origin := own.Origin(); slices.ContainsFunc(origin, func(v float64) bool { return v != 0 }) {
		parts := make([]float32, 2*len(origin))
		for k, v := range origin {
			parts[k] = float32(v)
			parts[len(origin)+k] = float32(v - float64(parts[k]))
		}
		out = append(out, wire.Floats(probe.Origins, parts, len(parts)))
	}
	return out
}

// pictured takes points [n, size] of training's units to what is shown of them, and picturedWay vectors.
func (b *builder) pictured(v view, x *Node) *Node {
	if b.size == v.axes {
		return b.data.inDataUnits(x)
	}
	return Add(b.picturedWay(v, x), Variable("probe.axes.at", 2))
}

func (b *builder) picturedWay(v view, x *Node) *Node {
	if b.size == v.axes {
		return b.data.stretched(x)
	}
	return MatMul(x, Variable("probe.axes", b.size, 2), false, false)
}

// axesConstants are what the program knows of the axes.
func (d *dataset) axesConstants() []run.Constant {
	if d.axes == nil {
		return nil
	}
	return []run.Constant{
		{Name: "probe.axes", Values: func() []float32 { return d.axes.matrix() }},
		{Name: "probe.axes.at", Values: func() []float32 { return d.axes.frame.Centre }},
	}
}

// along has probes show points of many columns along other axes, as text, and returns the scene that goes with them; nil where nothing changes.
func (d *dataset) along(v view, classes int) func(s *run.Slots, text string) []wire.Array {
	if d.axes == nil {
		return nil
	}
	return func(s *run.Slots, text string) []wire.Array {
		a, ok := d.parseAxes(text)
		if !ok {
			return nil
		}
		d.axes = a
		s.Write("probe.axes", a.matrix())
		s.Write("probe.axes.at", a.frame.Centre)
		s.Write("probe.grid", a.grid(v.side))
		if classes > 0 {
			s.Write("probe.grid.class", d.gridClasses(v))
		}
		return d.scene(v, classes)
	}
}

// gridClasses are the classes of the field's places.
func (d *dataset) gridClasses(v view) []float32 {
	points := d.gridOf(v)
	d.frame.Out(points)
	return d.classified(points)
}

// gridOf is the points of the field in training's units.
func (d *dataset) gridOf(v view) []float32 {
	if d.axes != nil {
		return d.axes.grid(v.side)
	}
	return d.inTraining(v.grid(d.window))
}

// whole is the samples with all of their columns, in the data's units.
func (b *builder) whole(v view) run.Probe {
	return run.Probe{
		Name: probe.Whole, Extra: true, Unit: "data", Shape: []int{probePoints, b.size}, Doc: "Points of the generator with all of their columns.", Procedures: []string{"probe." + v.samples},
		Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			points := a.Slots.Read(inTraining)
			b.data.frame.Out(points)
			return wire.Floats(probe.Whole, points, probePoints, b.size), nil, nil
		},
	}
}

// weighed are both players' averaged weights, and their names.
func (b *builder) weighed() []run.Probe {
	names := func() (text []byte) {
		for _, p := range []*player{b.g, b.d} {
			for _, v := range p.averages.Variables() {
				text = append(text, p.letter+"/"+v.Path...)
				for _, n := range v.Node.Shape() {
					text = strconv.AppendInt(append(text, ' '), int64(n), 10)
				}
				text = append(text, '\n')
			}
		}
		return text
	}
	return []run.Probe{
		{Name: probe.Weights, Extra: true, Doc: "The averaged weights of both players.", Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			var all []float32
			for _, p := range []*player{b.g, b.d} {
				for _, v := range p.averages.Variables() {
					all = append(all, a.Slots.Read(v.Name)...)
				}
			}
			return wire.Floats(probe.Weights, all, len(all)), nil, nil
		}},
		{Name: probe.WeightNames, Extra: true, Doc: "The names of those weights, and their shapes.", Compute: func(run.Ask) (wire.Array, []wire.Measure, error) {
			text := names()
			return wire.Bytes(probe.WeightNames, text, len(text)), nil, nil
		}},
	}
}
