package control

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/opt"
	"ganvas/core/stepping"
	"ganvas/ui/plot"
)

// weight is the weight that will move most, and its gradient.
func (w *phaseWriter) weight(m stepping.Move) {
	w.number(weightName(m.Change), plot.Number(float64(m.Change.Before)))
	w.number("its gradient", plot.Number(float64(m.Change.Gradient)))
}

func (w *phaseWriter) push() {
	lit := plot.PartLossG | plot.PartD | plot.PartSamples
	w.say("Back through D to the sample", "D’s slope at the sample says which way looks more real. That is the arrow in the picture.", lit)
	w.out.Returns = 2
	slope := w.m.Row(w.m.Slope, w.pair)
	f := stepping.LossSlope(w.game(), w.spec.Smooth, w.m.Player, stepping.Made, w.logits())
	w.formula(`\frac{\partial \ell_G}{\partial a(G(z))} = ` + f.Symbols + map[bool]string{true: ` = ` + numbersTeX(f)}[f.Numbers != ""])
	rise := w.m.Row(w.m.Rise, w.pair)
	if w.images() {
		w.number("length of the slope of a at the image", plot.Number(norm(rise)))
		w.number("length of the push", plot.Number(norm(slope)))
		return
	}
	if w.m.Plain {
		w.formula(`-\frac{\partial \ell_G}{\partial x} = -\frac{\partial \ell_G}{\partial a} \, \nabla a = ` + stepping.NumberTeX(-f.Value) + ` \cdot ` + listTeX(rise) + ` = ` + vectorTeX(negated(slope)))
	} else {
		w.out.Says += " Here the gradient is of all that G minimises: of penalties, of other samples that D sees with this one, or of D as it will be."
		w.formula(`-\frac{\partial L_G}{\partial x} = ` + vectorTeX(negated(slope)))
	}
	w.number("slope of a there", vector(rise))
	w.number("push on the sample", vector(negated(slope)))
	w.number("which is", wayText(w.m.Row(w.m.Push, w.pair)))
}

func (w *phaseWriter) update() {
	own, other := w.name()
	lit := plot.PartD
	if w.m.Player == stepping.G {
		lit = plot.PartG | plot.PartSamples
	}
	o, _ := opt.Find(w.player().Optimiser)
	w.say(own+" moves", "Each weight of "+own+" steps against its gradient, by "+o.Label+". "+o.Doc+" "+other+" stays as it is.", lit)
	if w.spec.Order != "alternating" {
		w.out.Says = "Each weight of " + own + " steps against its gradient, by " + o.Label + ". " + o.Doc + " " + other + " moves at the same moment."
	}
	c := w.m.Change
	sign, by := "-", float64(c.Before)-float64(c.After)
	if by < 0 {
		sign, by = "+", -by
	}
	descent := stepping.Descent(o, c)
	for _, a := range descent {
		w.formula(a.Name + ` = ` + a.Symbols + ` = ` + numbersTeX(a.Formula))
	}
	if len(descent) == 0 {
		w.formula(`w \leftarrow ` + stepping.NumberTeX(float64(c.Before)) + ` ` + sign + ` ` + stepping.NumberTeX(by) + ` = ` + stepping.NumberTeX(float64(c.After)))
	}
	after := w.pairOf(w.m.JudgedAfter)
	was := w.logits()
	if w.m.Player == stepping.G && !w.images() && w.m.MadeAfter != nil {
		w.formula(`G(z): ` + vectorTeX(w.m.Row(w.m.Made, w.pair)) + ` \to ` + vectorTeX(w.m.Row(w.m.MadeAfter, w.pair)))
	}
	if w.m.Player == stepping.D {
		w.formula(`a(x): ` + stepping.NumberTeX(was.Real) + ` \to ` + stepping.NumberTeX(after.Real))
	}
	w.formula(`a(G(z)): ` + stepping.NumberTeX(was.Made) + ` \to ` + stepping.NumberTeX(after.Made))
	w.number(weightName(c)+", which moves most", plot.Number(float64(c.Before))+" → "+plot.Number(float64(c.After)))
	w.number("its gradient", plot.Number(float64(c.Gradient)))
	w.number("learning rate at this step", plot.Number(float64(c.Rate)))
	w.number("length of the move of "+plot.Count(c.Weights)+" weights", plot.Number(float64(c.Length)))
}

func (w *phaseWriter) player() *experiment.Player {
	if w.m.Player == stepping.G {
		return &w.spec.Generator
	}
	return &w.spec.Discriminator
}

func (w *phaseWriter) again() {
	own, _ := w.name()
	more := w.step.Again(w.m.Player)
	times := plot.Count(len(more)) + " more times"
	if len(more) == 1 {
		times = "once more"
	}
	lit := plot.PartNoise | plot.PartG | plot.PartSamples | plot.PartD | plot.PartVerdicts | plot.PartLossD
	if w.m.Player == stepping.G {
		lit = lit&^plot.PartLossD | plot.PartLossG
	}
	w.say(own+" moves "+times, "The same again, each time on a fresh minibatch. The settings ask for "+strconv.Itoa(len(more)+1)+" updates of "+own+" in a step.", lit)
	for i, m := range more {
		if i == 6 {
			w.number("and so on", "")
			break
		}
		w.number("update "+strconv.Itoa(i+2)+": loss", plot.Fixed(float64(m.Loss), 4))
		w.figure("length of the move", m.Change.Length)
	}
}
