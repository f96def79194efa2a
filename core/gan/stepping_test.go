package gan

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/data"
	"ganvas/core/loss"
	"ganvas/core/opt"
	"ganvas/core/penalty"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/stepping"
)

// stepOf is the next step of a run, from inside.
func stepOf(t testing.TB, r *run.Run) stepping.Step {
	t.Helper()
	s := r.Snapshot([]string{probe.Stepping}, false, false)
	if s.Fault != "" {
		t.Fatal(s.Fault)
	}
	step, err := stepping.Decode(s.Floats(probe.Stepping))
	if err != nil {
		t.Fatal(err)
	}
	return step
}

// exactNet is a fully connected network with one hidden layer of tanh, in float64: x [in] to [out].
type exactNet struct{ w0, b0, w1, b1 []float64 }

func exactOf(s map[string][]float32, letter string) exactNet {
	wide := func(name string) []float64 {
		var out []float64
		for _, x := range s[letter+"/"+name] {
			out = append(out, float64(x))
		}
		return out
	}
	return exactNet{wide("0/weight"), wide("0/bias"), wide("1/weight"), wide("1/bias")}
}

func (n exactNet) of(x []float64) []float64 {
	hidden := make([]float64, len(n.b0))
	for o := range hidden {
		hidden[o] = n.b0[o]
		for i, v := range x {
			hidden[o] += v * n.w0[i*len(hidden)+o]
		}
		hidden[o] = math.Tanh(hidden[o])
	}
	out := make([]float64, len(n.b1))
	for o := range out {
		out[o] = n.b1[o]
		for i, v := range hidden {
			out[o] += v * n.w1[i*len(out)+o]
		}
	}
	return out
}

// slopeOf is the gradient of a function of points by central differences.
func slopeOf(f func(x []float64) float64, x []float64) []float64 {
	const h = 1e-4
	out := make([]float64, len(x))
	for i := range x {
		moved := append([]float64(nil), x...)
		moved[i] += h
		up := f(moved)
		moved[i] -= 2 * h
		out[i] = (up - f(moved)) / (2 * h)
	}
	return out
}

func row64(m stepping.Move, values []float32, i int) (out []float64) {
	for _, v := range m.Row(values, i) {
		out = append(out, float64(v))
	}
	return out
}

// exactPair is the players and the frame of a run at a moment.
type exactPair struct {
	g, d  exactNet
	frame data.Frame
}

func (e exactPair) in(x []float64) []float64 {
	out := make([]float64, len(x))
	for i := range x {
		out[i] = (x[i] - float64(e.frame.Centre[i])) / float64(e.frame.Scale[i])
	}
	return out
}

func (e exactPair) logit(x []float64) float64 { return e.d.of(e.in(x))[0] }

// Every game with every penalty is told as a forward and a backward pass in float64 find it: samples, logits, losses, slopes and the weight that
// moves most. A new entry of a catalogue is told the same way without more.
func TestStepIsAForwardAndBackwardPass(t *testing.T) {
	var cases []string
	for _, g := range loss.All {
		cases = append(cases, "loss="+g.Key+"&r1=0&r2=0")
	}
	for _, p := range penalty.All {
		for _, g := range []string{"rp", "wgan"} {
			weights := "r1=0&r2=0&gp=0&gp1=0"
			cases = append(cases, "loss="+g+"&"+strings.Replace(weights, p.Key+"=0", p.Key+"=0.3", 1))
		}
	}
	for _, spec := range cases {
		t.Run(spec, func(t *testing.T) {
			tr := open(t, "g=8:tanh&d=8:tanh&batch=16&rows=64&d.updates=1&g.opt=sgd&d.opt=sgd&g.lr=0.05&d.lr=0.05&"+spec)
			train(t, tr, 30)
			e := exactPair{frame: experimentOf(tr).data.frame}
			s := state(tr)
			e.g, e.d = exactOf(s, "g"), exactOf(s, "d")
			step := stepOf(t, tr)
			if len(step.Moves) != 2 {
				t.Fatalf("%d moves", len(step.Moves))
			}
			near := func(what string, got float32, want, by float64) {
				t.Helper()
				if math.Abs(float64(got)-want) > by*math.Max(1, math.Abs(want)) {
					t.Errorf("%s is %.8g, want %.8g", what, got, want)
				}
			}
			spec := experimentOf(tr).spec
			game, _ := loss.Find(spec.Loss)
			for _, m := range step.Moves {
				if m.Player == stepping.G { // D has moved
					train(t, tr, 1)
					e.d = exactOf(state(tr), "d")
				}
				sum := 0.0
				for i := range m.Rows() {
					z, real := row64(m, m.Noise, i), row64(m, m.Real, i)
					inner := e.g.of(z)
					made := make([]float64, 2)
					for k := range made {
						made[k] = float64(e.frame.Centre[k]) + inner[k]*float64(e.frame.Scale[k])
						near("a sample", m.Row(m.Made, i)[k], made[k], 1e-5)
					}
					at := stepping.Pair{Real: e.logit(real), Made: e.logit(made)}
					near("a real logit", m.Pair(m.Judged[stepping.Real].Logits, i)[0], at.Real, 1e-5)
					near("a generated logit", m.Pair(m.Judged[stepping.Made].Logits, i)[0], at.Made, 1e-5)
					f := stepping.Loss(game, 0, m.Player, at)
					sum += f.Value / float64(m.Batch)
					for k := range m.Judged {
						near("the slope by a logit", m.Pair(m.Judged[k].Slopes, i)[0], stepping.LossSlope(game, 0, m.Player, k, at).Value, 1e-5)
					}
					for _, p := range m.Parts {
						x, _ := penaltyOf(p.Key)
						if sort, one := stepping.Looks(x); one {
							points := [][]float64{real, made}[sort]
							slope := slopeOf(func(x []float64) float64 { return e.d.of(x)[0] }, e.in(points))
							for k, v := range m.Pair(p.Slopes, i) {
								near("the slope under "+p.Key, v, slope[k], 1e-5)
							}
						}
					}
					if m.Player == stepping.G {
						own := func(x []float64) float64 {
							return stepping.Loss(game, 0, m.Player, stepping.Pair{Real: at.Real, Made: e.logit(x)}).Value
						}
						for k, want := range slopeOf(own, made) {
							near("a sample's slope", m.Row(m.Slope, i)[k], want, 1e-4)
							near("its push", m.Row(m.Push, i)[k], -want*float64(e.frame.Scale[k])*float64(e.frame.Scale[k]), 1e-4)
						}
					}
				}
				near("the loss", m.Loss, sum, 1e-5)
				total := float64(m.Loss)
				for _, p := range m.Parts {
					x, _ := penaltyOf(p.Key)
					mean := 0.0
					for i := range m.Rows() {
						var slope []float64
						for _, v := range m.Pair(p.Slopes, i) {
							slope = append(slope, float64(v))
						}
						mean += stepping.Penalty(x, slope).Value / float64(m.Rows())
					}
					near(p.Key, p.Value, mean, 1e-5)
					total += float64(p.Weight) * float64(p.Value)
				}
				near("the loss with all", m.Total, total, 1e-5)
				// Gradient descent: the change is the rate times the gradient, of every weight and so of the longest.
				c := m.Change
				near("the change", c.After, float64(c.Before)-float64(c.Rate)*float64(c.Gradient), 1e-6)
				near("the length of the change", c.Length, float64(c.Rate)*float64(m.Gradient), 1e-4)
			}
		})
	}
}

func penaltyOf(key string) (penalty.Penalty, bool) {
	for _, p := range penalty.All {
		if p.Key == key {
			return p, true
		}
	}
	return penalty.Penalty{}, false
}

// The gradient of the weight that moves most is what differences of the whole loss find, in float64.
func TestStepsGradientIsThatOfTheLoss(t *testing.T) {
	for _, g := range loss.All {
		tr := open(t, "g=8:tanh&d=8:tanh&batch=16&rows=64&d.updates=1&r1=0&r2=0&loss="+g.Key)
		train(t, tr, 20)
		s := state(tr)
		e := exactPair{g: exactOf(s, "g"), d: exactOf(s, "d"), frame: experimentOf(tr).data.frame}
		m, _ := stepOf(t, tr).First(stepping.D)
		where := map[string][]float64{"0/weight": e.d.w0, "0/bias": e.d.b0, "1/weight": e.d.w1, "1/bias": e.d.b1}[m.Change.Path]
		at := m.Change.Place[0]
		if len(m.Change.Place) > 1 {
			at = at*map[bool]int{true: 8, false: 1}[m.Change.Path == "0/weight"] + m.Change.Place[1]
		}
		if float32(where[at]) != m.Change.Before {
			t.Fatalf("%s: %s %v is %g, not %g", g.Key, m.Change.Path, m.Change.Place, where[at], m.Change.Before)
		}
		whole := func() (sum float64) {
			for i := range m.Rows() {
				sum += stepping.Loss(g, 0, stepping.D, stepping.Pair{Real: e.logit(row64(m, m.Real, i)), Made: e.logit(row64(m, m.Made, i))}).Value / float64(m.Rows())
			}
			return sum
		}
		const h = 1e-4
		was := where[at]
		where[at] = was + h
		up := whole()
		where[at] = was - h
		want := (up - whole()) / (2 * h)
		if math.Abs(float64(m.Change.Gradient)-want) > 1e-4*math.Max(1, math.Abs(want)) {
			t.Errorf("%s: the gradient of %s %v is %g, want %g", g.Key, m.Change.Path, m.Change.Place, m.Change.Gradient, want)
		}
	}
}

// What is stepped through is the step that comes, bit for bit, and a run that is stepped through has the bits of one that never was: whatever the
// order of moves, what is lazy, left to chance, packed, or kept by layers.
func TestStepsAreThoseThatCome(t *testing.T) {
	for _, extra := range []string{
		"", "d.updates=3&g.updates=2", "order=simultaneous", "order=extragradient", "penalty.every=4", "g.norm=batch&d.dropout=0.2",
		"unroll=2", "pac=2&ensemble=2", "consensus=0.1&modeseek=0.1&path=0.1&loss=ns", "instance.noise=0.3&smooth=0.1&loss=ns", "condition=projection", "d.spectral=on",
		"loss=wgan&clip=0.01&d.opt=rmsprop", "data=line&z=1",
	} {
		t.Run(extra, func(t *testing.T) {
			plain, seen := open(t, small+extra), open(t, small+extra)
			for range 9 {
				step := stepOf(t, seen)
				before := state(seen)
				if where, ok := same(before, state(plain)); !ok {
					t.Fatalf("at step %d a look changes %s", seen.Step(), where)
				}
				train(t, plain, 1)
				train(t, seen, 1)
				s := state(seen)
				for _, m := range step.Moves {
					if math.IsNaN(float64(m.Total)) || m.Gradient < 0 {
						t.Errorf("a move of loss %g with a gradient of %g", m.Total, m.Gradient)
					}
				}
				d, _ := step.First(stepping.D)
				if len(step.Again(stepping.D)) == 0 && d.Loss != s["game/figures.d"][0] {
					t.Errorf("D's loss is %g, the record's %g", d.Loss, s["game/figures.d"][0])
				}
				for player, letter := range []string{"d", "g"} {
					m, ok := step.First(player)
					if !ok || len(step.Again(player)) > 0 {
						continue
					}
					values, at := s[letter+"/"+m.Change.Path], 0
					shape := shapeOf(seen, letter+"/"+m.Change.Path)
					for i, n := range shape {
						at = at*n + m.Change.Place[i]
					}
					if values[at] != m.Change.After {
						t.Errorf("%s: the weight that moves most becomes %g, not %g", letter, values[at], m.Change.After)
					}
				}
			}
			if where, ok := same(state(seen), state(plain)); !ok {
				t.Errorf("stepped through, %s differs", where)
			}
		})
	}
}

func shapeOf(r *run.Run, name string) []int {
	for _, v := range r.Model().State {
		if v.Name == name {
			return v.Node.Shape()
		}
	}
	return nil
}

// Closed, a step-through costs nothing: no procedure of it is compiled before it is asked for.
func TestStepIsAskedFor(t *testing.T) {
	tr := open(t, small)
	tr.Snapshot(nil, true, false)
	count := func() (n int) {
		for _, p := range tr.Model().Procedures {
			if len(p.Name) > 14 && p.Name[:14] == "probe.stepping" {
				n++
			}
		}
		return n
	}
	if n := count(); n != 0 {
		t.Errorf("%d procedures that nobody asked for", n)
	}
	stepOf(t, tr)
	if n := count(); n != 4 { // before and after each player's move
		t.Errorf("%d procedures", n)
	}
}

// An update is written as it was made: the optimiser's formula, with what it remembered, gives the weight that the trainer has after the step.
func TestDescentGivesTheWeight(t *testing.T) {
	for _, o := range opt.All {
		for _, extra := range []string{"", "order=simultaneous", "order=extragradient", "d.updates=2", "loss=wgan&clip=0.01", "penalty.every=2", "unroll=1&loss=ns"} {
			tr := open(t, "g=8:tanh&d=8:tanh&batch=16&rows=64&r1=0.1&g.opt="+o.Key+"&d.opt="+o.Key+"&"+extra)
			train(t, tr, 7)
			for player, name := range []string{"D", "G"} {
				m, _ := stepOf(t, tr).First(player)
				all := stepping.Descent(o, m.Change)
				if len(all) == 0 {
					t.Fatalf("%s, %s: nothing is written", o.Key, extra)
				}
				got, want := all[len(all)-1].Value, float64(m.Change.After)
				if by := math.Abs(want - float64(m.Change.Before)); math.Abs(got-want) > 1e-3*by+1e-6 {
					t.Errorf("%s, %s: %s’s weight becomes %g from %g, and its formula says %g", o.Key, extra, name, want, m.Change.Before, got)
				}
			}
		}
	}
}
