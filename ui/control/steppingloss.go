package control

import (
	"strings"

	"ganvas/core/penalty"
	"ganvas/core/stepping"
	"ganvas/ui/plot"
)

func (w *phaseWriter) cost() {
	own, _ := w.name()
	title, says, lit := "D’s loss", w.game().Doc, plot.PartVerdicts|plot.PartLossD
	if w.m.Player == stepping.G {
		title, lit = "D judges, G’s loss", plot.PartSamples|plot.PartD|plot.PartVerdicts|plot.PartLossG
		says = "D judges the new samples. What G minimises is about the same logits, with G’s interest in place of D’s."
	}
	w.say(title, says, lit)
	f := stepping.Loss(w.game(), w.spec.Smooth, w.m.Player, w.logits())
	symbol := `\ell_` + own
	line := symbol + ` = ` + f.Symbols
	if f.Verdicts != "" {
		line = symbol + ` = ` + f.Verdicts + ` = ` + f.Symbols
	}
	w.formula(line)
	w.formula(`= ` + numbersTeX(f))
	w.number("logits a(x), a(G(z))", plot.Fixed(w.logits().Real, 4)+", "+plot.Fixed(w.logits().Made, 4))
	w.number("this pair", plot.Fixed(f.Value, 4))
	w.number("mean of the minibatch’s "+plot.Count(w.m.Batch/w.m.Pack()), plot.Fixed(float64(w.m.Loss), 4))
	if e, ok := equilibria[w.spec.Loss]; ok {
		text := plot.Fixed(e[w.m.Player].value, 4)
		if e[w.m.Player].text != text {
			text = e[w.m.Player].text + " = " + text
		}
		w.number("equilibrium", text)
	}
	if w.m.Player == stepping.G {
		w.verdicts()
	}
}

// numbersTeX is a formula with its numbers, its summands, and what it comes to.
func numbersTeX(f stepping.Formula) string {
	parts := []string{}
	if f.Numbers != "" {
		parts = append(parts, f.Numbers)
	}
	if len(f.Terms) > 1 {
		sum := ""
		for i, t := range f.Terms {
			switch {
			case i == 0:
				sum = stepping.NumberTeX(t)
			case t < 0:
				sum += ` - ` + stepping.NumberTeX(-t)
			default:
				sum += ` + ` + stepping.NumberTeX(t)
			}
		}
		parts = append(parts, sum)
	}
	total := stepping.NumberTeX(f.Value)
	if len(parts) == 0 || parts[len(parts)-1] != total {
		parts = append(parts, total)
	}
	return strings.Join(parts, ` = `)
}

// named is what a part of a loss is called, and its weight's symbol.
func named(key string) (label, symbol, doc string) {
	for _, p := range penalty.All {
		if p.Key == key {
			return p.Label, p.Symbol, p.Doc
		}
	}
	for _, p := range penalty.OfGenerator {
		if p.Key == key {
			return p.Label, p.Symbol, p.Doc
		}
	}
	return "Consensus", "γ", "Both players also shorten both gradients."
}

func (w *phaseWriter) penalise() {
	own, _ := w.name()
	lit := plot.PartD | plot.PartLossD
	if w.m.Player == stepping.G {
		lit = plot.PartG | plot.PartLossG
	}
	var docs []string
	sum := stepping.NumberTeX(float64(w.m.Loss))
	for _, p := range w.m.Parts {
		label, symbol, doc := named(p.Key)
		docs = append(docs, label+": "+doc)
		w.formula(w.partTeX(p))
		value := float64(p.Weight) * float64(p.Value)
		sum += ` + ` + stepping.NumberTeX(value)
		w.number(label+", mean of the minibatch", plot.Number(float64(p.Value)))
		w.number("weight "+symbol+" at this step", plot.Number(float64(p.Weight)))
	}
	title := "Penalties are added"
	if len(w.m.Parts) == 1 {
		title = "A penalty is added"
	}
	w.say(title, strings.Join(docs, " "), lit)
	w.formula(`L_` + own + ` = ` + sum + ` = ` + stepping.NumberTeX(float64(w.m.Total)))
	w.number("loss with all", plot.Fixed(float64(w.m.Total), 4))
}

// partTeX is a part's formula: with its numbers, where it looks at one sample.
func (w *phaseWriter) partTeX(p stepping.Part) string {
	for _, x := range penalty.All {
		if slope := w.m.Pair(p.Slopes, w.pair); x.Key == p.Key && slope != nil {
			values := make([]float64, len(slope))
			for i, v := range slope {
				values[i] = float64(v)
			}
			f := stepping.Penalty(x, values)
			return f.Symbols + ` = ` + numbersTeX(f)
		}
	}
	if symbols, ok := stepping.Regulariser(p.Key); ok {
		return symbols + ` = ` + stepping.NumberTeX(float64(p.Value))
	}
	return stepping.NumberTeX(float64(p.Value))
}

func (w *phaseWriter) slopes() {
	if w.m.Player == stepping.G {
		w.push()
		return
	}
	w.say("Its gradient", "The loss is followed back through D’s layers to every weight: how much would it rise if this weight did? G’s weights get no gradient.",
		plot.PartLossD|plot.PartD)
	w.out.Returns = 1
	for i, of := range []string{`a(x)`, `a(G(z))`} {
		f := stepping.LossSlope(w.game(), w.spec.Smooth, w.m.Player, i, w.logits())
		line := `\frac{\partial \ell_D}{\partial ` + of + `} = `
		if f.Numbers != "" {
			line += f.Symbols + ` = `
		}
		w.formula(line + numbersTeX(f))
	}
	w.weight(w.m)
	w.number("length of the gradient, "+plot.Count(w.m.Change.Weights)+" weights", plot.Number(float64(w.m.Gradient)))
}
