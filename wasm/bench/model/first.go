package model

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/random"
)

// Array is a variable's name, its shape and the values that it starts from.
type Array struct {
	Name   string
	Shape  []int
	Values []float32 `json:"-"`
}

// seed is what all first values come from.
const seed = 1

// First lists the first values of everything that a step reads, the same for every engine: weights, the optimisers' memories, the
// table of real samples, the inputs of Check, hyperparameters and the key of random numbers.
func First(m Model) ([]Array, error) {
	if m.Images != nil {
		return firstImages(m)
	}
	b, err := newBuilder(m)
	if err != nil {
		return nil, err
	}
	if err := Build(func() { _, err = b.procedures() }); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	var out []Array
	out = append(out, filled(b.g.params, b.d.params, b.g.memory, b.d.memory)...)
	samples := func(name string, rows int) Array { return drawn(name, scaled(normal, 0.3), rows, m.D[0]) }
	noise := normal
	if m.Noise == "uniform" {
		noise = uniform
	}
	return append(out,
		samples("table", m.Rows), samples("check/real", m.Batch), drawn("check/mix", uniform, m.Batch, 1),
		drawn("check/d.noise", noise, m.Batch, m.G[0]), drawn("check/g.noise", noise, m.Batch, m.G[0]),
		scalar("rate", m.Rate), scalar("beta1", m.Beta1), scalar("beta2", m.Beta2), scalar("epsilon", m.Epsilon),
		Array{"seed", []int{2}, []float32{seed, 0}},
	), nil
}

// filled are the variables of scopes with their first values.
func filled(scopes ...*nn.Scope) []Array {
	var out []Array
	for _, s := range scopes {
		for _, v := range s.Variables() {
			a := empty(v.Name, v.Node.Shape()...)
			v.Fill(random.New(seed, v.Name), a.Values)
			out = append(out, a)
		}
	}
	return out
}

func empty(name string, shape ...int) Array {
	return Array{name, append([]int{}, shape...), make([]float32, Shape(shape).Len())}
}

func scalar(name string, x float64) Array { return Array{name, []int{}, []float32{float32(x)}} }

func drawn(name string, draw func(*random.Source) float32, shape ...int) Array {
	a, r := empty(name, shape...), random.New(seed, name)
	for i := range a.Values {
		a.Values[i] = draw(r)
	}
	return a
}

func uniform(r *random.Source) float32 { return r.Float32() }

func normal(r *random.Source) float32 { return r.Normal() }

func scaled(draw func(*random.Source) float32, by float32) func(*random.Source) float32 {
	return func(r *random.Source) float32 { return by * draw(r) }
}
