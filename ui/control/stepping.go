package control

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/loss"
	"ganvas/core/stepping"
	"ganvas/ui/plot"
)

// SteppingWords is what the step-through says of a phase.
type SteppingWords struct {
	Short    string   // on its button
	Title    string   // as a heading
	Says     string   // one to three sentences
	Formulas []string // TeX, each a paragraph
	Numbers  [][2]string
	Lit      plot.Part // what is at work in the picture
	Returns  int       // whose gradient goes back: 1 D's, 2 G's, 0 nobody's
}

// phaseWriter writes one phase.
type phaseWriter struct {
	spec experiment.Spec
	step stepping.Step
	m    stepping.Move // the first of the phase's player
	pair int
	out  SteppingWords
}

// SteppingShort is a phase on its button.
func SteppingShort(p stepping.Phase) string {
	if p.Player == stepping.G && p.Kind == stepping.Cost {
		return "D judges, loss"
	}
	return map[stepping.Kind]string{
		stepping.Draw: "Draw", stepping.Make: "G makes", stepping.Judge: "D judges", stepping.Cost: "Loss", stepping.Penalise: "Penalties",
		stepping.Slopes: "Gradient", stepping.Update: "Update", stepping.Again: "Again",
	}[p.Kind]
}

// SteppingOf is a phase of a step of an experiment, told for one pair of samples.
func SteppingOf(spec experiment.Spec, step stepping.Step, p stepping.Phase, pair int) SteppingWords {
	m, _ := step.First(p.Player)
	w := &phaseWriter{spec: spec, step: step, m: m, pair: pair}
	w.out.Short = SteppingShort(p)
	switch p.Kind {
	case stepping.Draw:
		w.draw()
	case stepping.Make:
		w.make()
	case stepping.Judge:
		w.judge()
	case stepping.Cost:
		w.cost()
	case stepping.Penalise:
		w.penalise()
	case stepping.Slopes:
		w.slopes()
	case stepping.Update:
		w.update()
	case stepping.Again:
		w.again()
	}
	return w.out
}

func (w *phaseWriter) say(title, says string, lit plot.Part) {
	w.out.Title, w.out.Says, w.out.Lit = title, says, lit
}

func (w *phaseWriter) formula(tex string) { w.out.Formulas = append(w.out.Formulas, tex) }
func (w *phaseWriter) number(name, value string) {
	w.out.Numbers = append(w.out.Numbers, [2]string{name, value})
}
func (w *phaseWriter) figure(name string, v float32) { w.number(name, plot.Number(float64(v))) }

// name is the player's letter, other the other's.
func (w *phaseWriter) name() (own, other string) {
	if w.m.Player == stepping.G {
		return "G", "D"
	}
	return "D", "G"
}

// noises are kinds of noise in words.
var noises = map[string]string{"normal": "the normal distribution", "uniform": "the uniform distribution", "sphere": "a sphere", "mixture": "a mixture of normal distributions", "constant": "the constant 1"}

func (w *phaseWriter) draw() {
	says := "Real points from the data, and noise from " + noises[w.spec.Noise] + ": " + plot.Count(w.m.Batch) + " of each. One pair is followed: the two that are ringed."
	if w.images() {
		says = "Real images from the data, and noise from " + noises[w.spec.Noise] + ": " + plot.Count(w.m.Batch) + " of each. One pair is followed."
	}
	w.say("Draw a minibatch", says, plot.PartNoise|plot.PartSamples)
	if !w.images() {
		w.formula(`x = ` + vectorTeX(w.m.Row(w.m.Real, w.pair)))
		w.number("real point x", vector(w.m.Row(w.m.Real, w.pair)))
	}
	w.formula(`z = ` + vectorTeX(w.m.Row(w.m.Noise, w.pair)))
	w.number("noise z", vector(w.m.Row(w.m.Noise, w.pair)))
	w.class()
	w.number("pair", strconv.Itoa(w.pair+1)+" of "+plot.Count(w.m.Rows()))
}

// class says which class was asked for.
func (w *phaseWriter) class() {
	if c := w.m.Row(w.m.Class, w.pair); c != nil {
		w.number("class asked for", strconv.Itoa(int(c[0])))
	}
}

// images reports whether samples are too long to be written out.
func (w *phaseWriter) images() bool { return w.m.Size > 8 }

func (w *phaseWriter) make() {
	title, says := "G makes samples", "The noise goes through G’s layers. Here G is held fixed: its weights get no gradient in D’s move."
	if w.m.Player == stepping.G {
		title, says = "Fresh noise through G", "A new minibatch of noise. Now D is held fixed, and the gradient may pass through it to G."
		if w.spec.Order != "alternating" {
			says += " D is as it was: both players move at once."
		}
	}
	w.say(title, says, plot.PartNoise|plot.PartG|plot.PartSamples)
	z := w.m.Row(w.m.Noise, w.pair)
	if w.images() {
		w.formula(`G(z) = G` + listTeX(z))
	} else {
		w.formula(`G(z) = G` + listTeX(z) + ` = ` + vectorTeX(w.m.Row(w.m.Made, w.pair)))
		w.number("sample G(z)", vector(w.m.Row(w.m.Made, w.pair)))
	}
	w.number("noise z", vector(z))
	w.units(w.m.UnitsG)
	w.class()
}

// units say how many of each layer's shown units fire for the sample that is followed.
func (w *phaseWriter) units(layers [][]float32) {
	for i, l := range layers {
		row := w.m.Row(l, w.pair)
		on := 0
		for _, v := range row {
			if v > 0 {
				on++
			}
		}
		w.number("layer "+strconv.Itoa(i+1), strconv.Itoa(on)+" of "+strconv.Itoa(len(row))+" units on")
	}
}

func (w *phaseWriter) judge() {
	says := "D gives each sample one number, the logit a: the larger, the more real it looks."
	if n := w.m.Pack(); n > 1 {
		says = "D sees " + strconv.Itoa(n) + " samples at once and gives each pack one number, the logit a: the larger, the more real it looks."
	}
	if n := w.m.Members(); n > 1 {
		says += " There are " + strconv.Itoa(n) + " discriminators; the first one’s numbers are written out."
	}
	w.say("D judges both", says, plot.PartSamples|plot.PartD|plot.PartVerdicts)
	at := w.logits()
	w.formula(`a(x) = ` + stepping.NumberTeX(at.Real) + ` \qquad a(G(z)) = ` + stepping.NumberTeX(at.Made))
	w.verdicts()
	w.units(w.m.UnitsD[stepping.Made])
}

// logits are the pair's, of the first discriminator.
func (w *phaseWriter) logits() stepping.Pair { return w.pairOf(w.m.Judged) }

func (w *phaseWriter) pairOf(j [2]stepping.Judged) (at stepping.Pair) {
	if r := w.m.Pair(j[stepping.Real].Logits, w.pair); r != nil {
		at.Real = float64(r[0])
	}
	if r := w.m.Pair(j[stepping.Made].Logits, w.pair); r != nil {
		at.Made = float64(r[0])
	}
	return at
}

func (w *phaseWriter) verdicts() {
	for i, name := range []string{"D(x), of the real one", "D(G(z)), of the generated one"} {
		if r := w.m.Pair(w.m.Judged[i].Says, w.pair); r != nil {
			w.number(name, plot.Fixed(float64(r[0]), 4))
		}
	}
}

func (w *phaseWriter) game() loss.Game {
	g, _ := loss.Find(w.spec.Loss)
	return g
}
