package stepping

import (
	"strings"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/nn"
	"ganvas/core/opt"
)

// Assignment is a number that an update sets, and the formula of its new value.
type Assignment struct {
	Name string // TeX
	Formula
}

// remembered are the symbols of what optimisers remember, before a step and after it, by the ends of their names (core/opt).
var remembered = map[string][2]string{
	"power1":   {`\beta_1^{t-1}`, `\beta_1^t`},
	"power2":   {`\beta_2^{t-1}`, `\beta_2^t`},
	"mean":     {`m_{t-1}`, `m_t`},
	"square":   {`v_{t-1}`, `v_t`},
	"step":     {`u_{t-1}`, `u_t`},
	"velocity": {`v_{t-1}`, `v_t`},
	"before":   {`g_{t-1}`, `g_t`},
}

// hyperSymbols are those of hyperparameters, by their names in Specs.
var hyperSymbols = map[opt.Hyper]string{
	opt.Rate: `\eta`, opt.Beta1: `\beta_1`, opt.Beta2: `\beta_2`, opt.Momentum: `\mu`, opt.Decay: `\lambda`, opt.Epsilon: `\varepsilon`,
}

// Hypers are the hyperparameters that a Change holds, in its order.
var Hypers = []opt.Hyper{opt.Rate, opt.Beta1, opt.Beta2, opt.Momentum, opt.Decay, opt.Epsilon}

// Descent is the update of the weight that a change tells of, written from the optimiser's own graph: each thing that it remembers, with the numbers
// in their places, and last the weight. Where weights are clipped, that is a part of it. It is empty where the change does not hold the numbers.
func Descent(o opt.Optimiser, c Change) []Assignment {
	if len(c.Hypers) != len(Hypers) {
		return nil
	}
	weights, memory, g := nn.NewScope("weight"), nn.NewScope("memory"), graph.Variable("gradient", 1)
	p := weights.Variable("w", nn.Constant(0), 1)
	env := exact.Env{"variable weight/w": {float64(c.Before)}, "variable gradient": {float64(c.Gradient)}, "variable clip": {float64(c.Clip)}}
	names := map[*graph.Node]string{p: `w_{t-1}`, g: `g`}
	hyper := func(h opt.Hyper) *graph.Node {
		n := graph.Variable(string(h))
		for i, k := range Hypers {
			if k == h {
				env["variable "+string(h)] = []float64{float64(c.Hypers[i])}
			}
		}
		names[n] = hyperSymbols[h]
		return n
	}
	updates := o.Step(memory, "w", opt.Hypers{
		Rate: hyper(opt.Rate), Beta1: hyper(opt.Beta1), Beta2: hyper(opt.Beta2), Momentum: hyper(opt.Momentum), Decay: hyper(opt.Decay), Epsilon: hyper(opt.Epsilon),
	}, p, g)
	if c.Clip > 0 {
		bound := graph.Variable("clip")
		names[bound] = `c`
		updates = opt.Clip(updates, weights, bound)
	}
	after := map[*graph.Node]string{p: `w_t`}
	for _, v := range memory.Variables() {
		kind := strings.TrimPrefix(v.Path, "w/")
		env["variable "+v.Name] = []float64{float64(c.Memory(kind))}
		names[v.Node], after[v.Node] = remembered[kind][0], remembered[kind][1]
	}
	return assigned(updates, env, names, after)
}

// assigned writes updates one after another: what one has set, the next ones call by its name.
func assigned(updates []graph.Update, env exact.Env, names, after map[*graph.Node]string) (out []Assignment) {
	var roots []*graph.Node
	for _, u := range updates {
		roots = append(roots, u.Value)
	}
	w := newWriter(env, roots...)
	for n, name := range names {
		w.name(n, name)
	}
	for _, u := range updates {
		if _, named := w.names[u.Value]; named { // it remembers a number as it is
			continue
		}
		out = append(out, Assignment{after[u.Var], w.formula(u.Value)})
		w.name(u.Value, after[u.Var])
		w.varies = map[*graph.Node]bool{}
	}
	return out
}
