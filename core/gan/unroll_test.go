package gan

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/experiment"
	. "ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// leaves gives every variable and every random number that nodes depend on a value: fills of the run's own, and numbers of a fixed
// sequence for chance.
func leaves(b *builder, nodes ...*Node) exact.Env {
	env := exact.Env{}
	state := uint32(12345)
	draw := func() float64 {
		state = state*1664525 + 1013904223
		return float64(state>>8) / (1 << 24)
	}
	for _, n := range Sorted(nodes...) {
		name := n.Op().String()
		v := make([]float64, n.Shape().Len())
		switch n.Op().(type) {
		case VariableOp:
			for i := range v {
				v[i] = draw() - .5
			}
		case UniformOp:
			for i := range v {
				v[i] = draw()
			}
		default:
			continue
		}
		env[name] = v
	}
	for i := range experiment.Fields {
		f := &experiment.Fields[i]
		if name := "variable " + f.Key; f.Live && env[name] != nil {
			env[name] = []float64{f.Number(&b.spec)}
		}
	}
	env["variable run/step"] = []float64{100}
	return env
}

// The unrolled generator's gradient, through the discriminator's optimiser, is that of central differences of its loss after the
// discriminator has really made its steps, one procedure after another, in float64.
func TestUnrolledGradientAgainstRealSteps(t *testing.T) {
	for _, spec := range []string{
		"loss=ns&r1=0&r2=0&d.opt=sgd&d.lr=0.3",
		"loss=rp&r1=0.3&r2=0.3&d.opt=sgd&d.lr=0.3",
		"loss=mm&r1=0&r2=0&d.opt=adam&d.beta1=0.5&d.eps=0.01&d.lr=0.02",
		"loss=wgan&gp=0.5&r1=0&r2=0&d.opt=adam&d.beta1=0.9&d.eps=0.01&d.lr=0.02",
		"loss=ls&r1=0&r2=0&d.opt=rmsprop&d.eps=0.01&d.lr=0.02&instance.noise=0.3&condition=concat",
		// Not spectral normalisation, whose power iteration is a constant in the eyes of gradients.
		"loss=ns&r1=0&r2=0&d.opt=momentum&d.lr=0.1&d.norm=layer&d.residual=on",
	} {
		s, err := experiment.Parse("g=3&d=4,4&g.act=tanh&d.act=tanh&batch=3&rows=8&z=2&unroll=3&" + spec)
		if err != nil {
			t.Fatal(err)
		}
		b := newBuilder(s, draw(s, data.Ring8))
		b.penalised = true
		now := s
		now.Unroll = 0
		b.spec = now
		d, g := b.objectives()
		b.spec = s
		ahead := b.unrolled(d, g.loss)
		move := d.updates(b)
		params := b.g.params.Nodes()
		grads := Grad(ahead, params...)
		all := append([]*Node{ahead, g.loss}, grads...)
		for _, u := range move {
			all = append(all, u.Var, u.Value)
		}
		env := leaves(b, all...)
		for name := range env { // what adaptive optimisers remember as squares
			if len(name) > 7 && name[len(name)-7:] == "/square" {
				for i, x := range env[name] {
					env[name][i] = x*x + .01
				}
			}
		}

		really := func() float64 {
			at := exact.Env{}
			for name, v := range env {
				at[name] = v
			}
			values := make([]*Node, len(move))
			for i, u := range move {
				values[i] = u.Value
			}
			for range s.Unroll {
				for i, v := range at.Eval(values...) {
					at[move[i].Var.Op().String()] = v
				}
			}
			return at.Scalar(g.loss)
		}
		if got, want := env.Scalar(ahead), really(); math.Abs(got-want) > 1e-12 {
			t.Errorf("%q: the unrolled loss is %.15g, after real steps it is %.15g", spec, got, want)
		}
		if math.Abs(env.Scalar(ahead)-env.Scalar(g.loss)) < 1e-4 {
			t.Errorf("%q: the steps change the loss by almost nothing: the test says nothing", spec)
		}
		values := env.Eval(grads...)
		straight := env.Eval(Grad(g.loss, params...)...)
		apart := 0.
		for i, p := range params {
			x := env[p.Op().String()]
			for k := range x {
				const h = 1e-5
				was := x[k]
				x[k] = was + h
				up := really()
				x[k] = was - h
				down := really()
				x[k] = was
				if want := (up - down) / (2 * h); math.Abs(values[i][k]-want) > 1e-8*math.Max(1, math.Abs(want)) {
					t.Errorf("%q: gradient by %v[%d] is %.12g, differences give %.12g", spec, p, k, values[i][k], want)
				}
				apart = math.Max(apart, math.Abs(values[i][k]-straight[i][k]))
			}
		}
		if apart < 1e-3 {
			t.Errorf("%q: the unrolled gradient is the straight one: the test says nothing", spec)
		}
	}
}

// Units that are dead have gradients of exactly 0, at which Adam's root mean square has no slope: the unrolled gradient stays finite.
func TestUnrolledGradientStaysFinite(t *testing.T) {
	for _, opt := range []string{"adam", "rmsprop", "adagrad", "adadelta"} {
		tr := open(t, "g=8&d=32,32&batch=16&rows=64&unroll=3&d.opt="+opt)
		train(t, tr, 30)
		if tr.Fault() != "" {
			t.Errorf("%s: %s", opt, tr.Fault())
		}
	}
}
