package run

import (
	"math"
	"slices"
	"strconv"

	"ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/query"
	"ganvas/core/script"
	"ganvas/core/wire"
)

// line is a family of these tests alone: a line y = ax + b is fitted to a table of points by least squares on random minibatches.
//
// Its live knobs are the learning rate and a momentum, which is a switch: above 0 there is a velocity beside the weights. The usual way to
// train shrinks the weights at every third step; the other moves the slope alone.
type line struct {
	rows, batch    int
	path           bool // the weights' way is a trajectory
	rate, momentum float64
	writes         []Write
}

var lines = Family{Key: "line", Read: func(spec string, own []byte) (Experiment, error) {
	l := line{rows: 32, batch: 4, path: true, rate: .05}
	pairs, err := query.Parse(spec)
	if err != nil {
		return nil, err
	}
	for _, p := range pairs {
		var err error
		switch p.Key {
		case "family":
		case "rows":
			l.rows, err = strconv.Atoi(p.Value)
		case "path":
			l.path = p.Value == "on"
		default:
			err = l.set(p)
		}
		if err != nil {
			return nil, err
		}
	}
	return l, nil
}}

func (l *line) set(p query.Pair) error {
	x, err := strconv.ParseFloat(p.Value, 64)
	if err != nil || !(x >= 0 && x <= 1e6) {
		return &script.Error{Field: p.Key, Value: p.Value, Allowed: "a number from 0 to 1e6"}
	}
	switch p.Key {
	case "rate":
		l.rate = x
	case "momentum":
		l.momentum = x
	default:
		return &script.Error{Field: p.Key, Value: p.Value, Allowed: "rate or momentum"}
	}
	return nil
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func (l line) Spec() string {
	path := "off"
	if l.path {
		path = "on"
	}
	return query.Format(query.Pair{Key: "family", Value: "line"}, query.Pair{Key: "rows", Value: strconv.Itoa(l.rows)}, query.Pair{Key: "path", Value: path},
		query.Pair{Key: "rate", Value: number(l.rate)}, query.Pair{Key: "momentum", Value: number(l.momentum)})
}

func (l line) Ways() []string { return []string{"all", "slope"} }

func (l line) Turn(knobs []query.Pair) (Experiment, []query.Pair, error) {
	var canonical []query.Pair
	l.writes = nil
	for _, k := range knobs {
		if k.Key == "slope" { // a weight that is set by hand
			x, err := strconv.ParseFloat(k.Value, 32)
			if err != nil {
				return nil, nil, &script.Error{Field: k.Key, Value: k.Value, Allowed: "a number"}
			}
			l.writes = append(l.writes, Write{"weights", 0, float32(x)})
			canonical = append(canonical, k)
			continue
		}
		if err := l.set(k); err != nil {
			return nil, nil, err
		}
		value := number(l.rate)
		if k.Key == "momentum" {
			value = number(l.momentum)
		}
		canonical = append(canonical, query.Pair{Key: k.Key, Value: value})
	}
	return l, canonical, nil
}

func (l line) Writes() []Write { return l.writes }

func (l line) Structure() string { return strconv.Itoa(l.rows) + strconv.FormatBool(l.momentum > 0) }

func (l line) Knobs() []Knob {
	return []Knob{{"rate", float32(l.rate)}, {"momentum", float32(l.momentum)}}
}

func (l line) Cause(column string) string { return "the rate of " + number(l.rate) + " is too high." }

func (l line) Model(extras []string) (m *Model, err error) {
	err = graph.Build(func() { m = l.trace(extras) })
	return m, err
}

const fitPoints = 16

func (l line) trace(extras []string) *Model {
	weights, count := graph.Variable("weights", 2), graph.Variable("count", 2)
	table, loss := graph.Variable("table", l.rows, 2), graph.Variable("loss")
	zeros := func(n int) func() []float32 { return func() []float32 { return make([]float32, n) } }
	m := &Model{
		State: []Variable{
			{"weights", weights, func() []float32 { return []float32{1, 1} }},
			{"count", count, zeros(2)}, {"loss", loss, zeros(1)},
		},
		Constants: []Constant{{"table", l.table}, {"seed", func() []float32 { return []float32{7, 0} }}, {"grid", grid}},
		Ways:      []Way{{Key: "all", Calls: []string{"learn", "shrink"}, Every: 3, Between: []string{"learn"}}},
		Record: []Figures{
			{graph.Reshape(loss, 1), []Column{{"loss", "the loss", Loss, ""}}},
			{graph.Reshape(graph.Sum(graph.Abs(weights)), 1), []Column{{"size", "a weight", Guard, ""}}},
		},
		Scene: []wire.Array{wire.Floats(probe.Real, l.table(), l.rows, 2)},
		Look: func(s *Slots, rest func()) ([]Measure, error) {
			at := s.Read("weights")
			return []Measure{
				{"offset", true, func() wire.Measure { return wire.Measure{Value: float64(at[1])} }},
				{"error", false, func() wire.Measure {
					rest()
					return wire.Measure{Value: math.Abs(float64(at[0]) - 2), Floor: math.NaN()}
				}},
				{"sum", false, func() wire.Measure { rest(); rest(); return wire.Measure{Value: float64(at[0] + at[1]), Floor: 1} }},
			}, nil
		},
	}
	if l.path {
		m.Record = append(m.Record, Figures{weights, []Column{{"a", "the slope", Guard, ""}, {"b", "the offset", Guard, ""}}})
		m.Trajectory = Trajectory{2, func(s *Slots) []float32 { return s.Read("weights") }}
	}
	key := graph.Key{Seed: graph.Variable("seed", 2), Count: count}
	row := graph.Floor(graph.Mul(graph.Uniform(key, "rows", l.batch), graph.Scalar(float32(l.rows))))
	cost := costOf(weights, graph.Gather(table, row))
	slope := graph.Grad(cost, weights)[0]
	learn := func(name string, slope *graph.Node) {
		updates := []graph.Update{{Var: loss, Value: cost}, {Var: count, Value: key.Next()}}
		if l.momentum > 0 {
			velocity := graph.Variable("velocity", 2)
			slope = graph.Add(graph.Mul(graph.Variable("momentum"), velocity), slope)
			updates = append(updates, graph.Update{Var: velocity, Value: slope})
		}
		step := graph.Sub(weights, graph.Mul(graph.Variable("rate"), slope))
		m.Procedures = append(m.Procedures, graph.Procedure{Name: name, Updates: append(updates, graph.Update{Var: weights, Value: step})})
	}
	learn("learn", slope)
	if l.momentum > 0 {
		m.State = append(m.State, Variable{"velocity", graph.Variable("velocity", 2), zeros(2)})
	}
	if slices.Contains(extras, "slope") {
		learn("learn.slope", graph.Mul(slope, graph.Const(graph.Shape{2}, []float32{1, 0})))
		m.Ways = append(m.Ways, Way{Key: "slope", Calls: []string{"learn.slope"}})
	}
	shrink := graph.Update{Var: weights, Value: graph.Mul(weights, graph.Scalar(.99))}
	m.Procedures = append(m.Procedures, graph.Procedure{Name: "shrink", Updates: []graph.Update{shrink}})
	l.probes(m, weights, table, slices.Contains(extras, "residuals"))
	return m
}

// costOf is the mean squared error of a line at points [n, 2].
func costOf(weights, points *graph.Node) *graph.Node {
	return graph.Mean(graph.Square(residuals(weights, points)))
}

func residuals(weights, points *graph.Node) *graph.Node {
	n := points.Shape()[0]
	return graph.Sub(column(points, 1), values(weights, graph.Reshape(column(points, 0), n)))
}

func column(points *graph.Node, i int) *graph.Node {
	n := points.Shape()[0]
	return graph.Reshape(graph.Slice(points, []int{0, i}, []int{n, i + 1}), n)
}

// values is the line at x.
func values(weights, x *graph.Node) *graph.Node {
	at := func(i int) *graph.Node { return graph.Slice(weights, []int{i}, []int{i + 1}) }
	return graph.Add(graph.Mul(at(0), x), at(1))
}

func (l line) probes(m *Model, weights, table *graph.Node, extra bool) {
	show := func(name string, value *graph.Node) {
		m.Procedures = append(m.Procedures, graph.Procedure{Name: "show." + name, Updates: []graph.Update{{Var: graph.Variable("show."+name, value.Shape()...), Value: value}}})
	}
	show("fit", values(weights, graph.Variable("grid", fitPoints)))
	m.Probes = []Probe{
		{Name: "fit", Shape: []int{fitPoints}, Procedures: []string{"show.fit"}, Slot: "show.fit"},
		{Name: "residuals", Shape: []int{l.rows}, Extra: true, Procedures: []string{"show.residuals"}, Slot: "show.residuals"},
		{Name: "above", Shape: []int{fitPoints}, Procedures: []string{"show.fit"}, Compute: func(a Ask) (wire.Array, []wire.Measure, error) {
			above := make([]uint8, fitPoints)
			for i, y := range a.Slots.Read("show.fit") {
				if y > 0 {
					above[i] = 1
				}
			}
			return wire.Bytes("above", above, fitPoints), []wire.Measure{{Key: "looked", Step: a.Step}}, nil
		}},
	}
	if extra {
		show("residuals", residuals(weights, table))
	}
}

func grid() []float32 {
	out := make([]float32, fitPoints)
	for i := range out {
		out[i] = float32(i)/(fitPoints/2) - 1
	}
	return out
}

// table is points near y = 2x - 1, off it by up to 0.1.
func (l line) table() []float32 {
	var out []float32
	for i := range l.rows {
		x := float32(i*37%101)/50 - 1
		off := float32(i*71%41)/200 - .1
		out = append(out, x, float32(2*x)-1+off)
	}
	return out
}
