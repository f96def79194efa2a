package diagnosis

import (
	"fmt"
	"math"
	"slices"

	"ganvas/core/experiment"
	"ganvas/core/probe"
)

// Rules are all of them, the weightiest first: of what several say, the first is the cause of the others.
var Rules = []Rule{
	{Key: "copies", Title: "Samples are copies of training points", seen: copies,
		Why:   "Nearly every sample lies nearer to a training point than fresh data do: G has learnt the points by heart, and D cannot object.",
		Helps: "More points, or smaller networks.", try: morePoints},
	{Key: "points", Title: "Too few points to learn from", seen: fewPoints,
		Why:   "With so few points D knows each by heart, and G learns these points and nothing between them.",
		Helps: "More points.", try: morePoints},
	{Key: "penalty", Title: "The penalty explodes", seen: penaltyExplodes,
		Why:   "D follows its penalty and no longer the data: the learning rates are too high for the weight of the penalty.",
		Helps: "A smaller learning rate of D, or a smaller weight of the penalty.", try: slowerD},
	{Key: "vanished", Title: "G’s gradient has vanished", seen: vanished,
		Why:   "D is sure of every sample, and the minimax loss is flat where it is: G is told that it is wrong, but not where to go.",
		Helps: "The non-saturating loss, which is steep there.", Try: "loss=ns"},
	{Key: "strong", Title: "D is too strong", seen: strong,
		Why:   "D tells nearly every sample from the data, so its loss is near 0 and says little about where samples should move.",
		Helps: "A penalty that bounds D’s slope, or fewer updates of D.", try: calmerD},
	{Key: "zero", Title: "D’s loss is at 0", seen: zero,
		Why:   "D has nothing left to learn from these samples: it tells them from the data without a mistake, and no longer learns which way they should move.",
		Helps: "A penalty that bounds D’s slope, fewer updates of D, or a smaller learning rate of D.", try: calmerD},
	{Key: "weak", Title: "G is too strong for D", seen: weak,
		Why:   "D finds generated samples more real than real ones, on average: G moves faster than D learns, and follows D’s mistakes.",
		Helps: "More updates of D, or fewer of G.", try: fasterD},
	{Key: "swings", Title: "The players circle", seen: swings,
		Why:   "Each player answers the other’s last move, and neither comes nearer to the equilibrium.",
		Helps: "R1 damps it; so do extragradient and averaging.", try: damped},
	{Key: "flat", Title: "D cannot tell, although samples are wrong", seen: flat,
		Why:   "D is nearly ½ everywhere before the samples are right: it is too weak, or bound too tightly, to point anywhere.",
		Helps: "More freedom for D: no clipping, a gradient penalty in its place, or more updates.", try: freerD},
	{Key: "ignored", Title: "The class that is asked for is ignored", seen: ignored,
		Why:   "G is told a class and makes samples of any: either D does not ask whether the class fits, or G has not yet learnt to listen.",
		Helps: "The other way of telling D the class, and time.", try: otherCondition},
	{Key: "lost", Title: "Modes have been lost", seen: lost,
		Why:   "The samples were there and have moved away: where D was fooled for a moment, G went, and nothing keeps it where it was.",
		Helps: "A smaller learning rate of G, or G looking ahead (unrolling).", try: slowerG},
	{Key: "modes", Title: "Modes are missing", seen: collapsed,
		Why:   "G puts many samples where D is fooled at the moment. D sees each sample alone, not that they are alike, and G has no reason to spread them.",
		Helps: "Let G look ahead (unrolling), let D see several samples at once (packing), or slow G down.", Try: "unroll=5"},
	{Key: "narrow", Title: "Samples are too narrow", seen: narrow,
		Why:   "Samples sit in the middle of each mode, where D is surest: quality is won at the price of variety.",
		Helps: "A smaller R1, or an R2 beside it, on generated samples.", Try: "r2=0.2"},
}

// spreads is how many steps healthy samples may take to leave the first modes that they meet.
const spreads = 200

// fewest is how many points a cloud needs to be more than a list of points.
const fewest = 64

func fewPoints(l Look) (string, bool) {
	return fmt.Sprintf("The data are %d points.", l.Points), l.Points > 0 && l.Points < fewest && l.Spec.Data != "dirac" // whose one point is all there is
}

func morePoints(s experiment.Spec) string {
	if s.Data == experiment.OwnData {
		return ""
	}
	return "rows=32768"
}

func penaltyExplodes(l Look) (string, bool) {
	p, ok := l.lately(probe.Penalty)
	loss, _ := l.lately(probe.LossD)
	return fmt.Sprintf("The penalty is %.3g, D’s loss without it %.3g.", p, loss), ok && l.Step >= early && p > 5 && p > 5*math.Abs(loss)
}

// probabilities are the games in which D(x) is a probability for itself.
func probabilities(s experiment.Spec) bool { return s.Loss == "ns" || s.Loss == "mm" }

// verdicts are D's means on real and on generated samples of late.
func (l Look) verdicts() (real, fake float64, ok bool) {
	real, ok = l.lately(probe.DReal)
	fake, _ = l.lately(probe.DFake)
	return real, fake, ok && l.Step >= early
}

// linear reports whether a player has no hidden layer, and so cannot do what the others can, ill or not.
func linear(s experiment.Spec) bool {
	return experiment.Find("g").Get(&s) == "" || experiment.Find("d").Get(&s) == ""
}

func vanished(l Look) (string, bool) {
	_, fake, ok := l.verdicts()
	return fmt.Sprintf("D says %.3f of generated samples, on average.", fake), ok && l.Spec.Loss == "mm" && fake < .1
}

func strong(l Look) (string, bool) {
	real, fake, ok := l.verdicts()
	return fmt.Sprintf("D says %.3f of real samples and %.3f of generated ones.", real, fake), ok && probabilities(l.Spec) && real > .9 && fake < .1
}

// bounded are the games in which D’s loss is 0 where D is never wrong.
func bounded(s experiment.Spec) bool {
	return slices.Contains([]string{"rp", "ns", "mm", "ml", "hinge", "ls", "ls-chi2", "ls-centred"}, s.Loss)
}

func zero(l Look) (string, bool) {
	loss, ok := l.lately(probe.LossD)
	return fmt.Sprintf("D’s loss is %.2g on average.", loss), ok && l.Step >= early && bounded(l.Spec) && math.Abs(loss) < .02
}

func weak(l Look) (string, bool) {
	real, fake, ok := l.verdicts()
	return fmt.Sprintf("D says %.3f of real samples and %.3f of generated ones.", real, fake), ok && l.Spec.Data != "dirac" && fake > real+.1
}

func copies(l Look) (string, bool) {
	share, _, ok := l.measure("memorisation")
	return fmt.Sprintf("%.0f %% of samples lie nearer to the training points than fresh data do; 50 %% is right.", 100*share), ok && share > .9
}

func lost(l Look) (string, bool) {
	modes, _, ok := l.measure("modes")
	return fmt.Sprintf("The samples covered %d modes at step %d, and cover %g now.", l.Most, l.MostAt, modes),
		ok && l.Step >= early && int(modes) <= l.Most-2 && modes < .75*float64(l.Most) && !linear(l.Spec)
}

func ignored(l Look) (string, bool) {
	for _, key := range []string{"label_accuracy", "agreement"} { // of points, and of images
		if right, perfect, ok := l.measure(key); ok && l.Step >= early {
			return fmt.Sprintf("%.0f %% of samples are of the class that was asked for.", 100*right), right < .5*perfect
		}
	}
	return "", false
}

func flat(l Look) (string, bool) {
	real, fake, ok := l.verdicts()
	modes, all, known := l.measure("modes")
	still := l.stays(probe.DReal) < .02 && l.stays(probe.DFake) < .02
	return fmt.Sprintf("D says %.3f of real and %.3f of generated samples, which cover %g of %g modes.", real, fake, modes, all),
		ok && known && still && math.Abs(real-fake) < .01 && modes < all/2 && !linear(l.Spec)
}

func collapsed(l Look) (string, bool) {
	modes, all, ok := l.measure("modes")
	touched, _, _ := l.measure("modes_any")
	return fmt.Sprintf("The samples cover %g of %g modes.", modes, all), ok && l.Step >= spreads && modes <= all/4 && touched <= .75*all && !linear(l.Spec)
}

// swings sees a wave: D's answers on generated samples cross their mean a few times, smoothly, and do not come to rest.
func swings(l Look) (string, bool) {
	values := l.Trace.Column(probe.LossG)
	if l.Step < early || len(values) < 100 {
		return "", false
	}
	w := waveOf(values)
	return fmt.Sprintf("G’s loss has gone up and down %d times, by %.2g.", w.crossings/2, w.late), w.crossings >= 3 && w.smooth > .97 && w.late > .02 && w.late > .6*w.first
}

func narrow(l Look) (string, bool) {
	width, _, ok := l.measure("spread")
	quality, perfect, _ := l.measure("high_quality")
	return fmt.Sprintf("The modes of the samples are %.2g times as wide as the data’s.", width), ok && l.Step >= early && width < .5 && quality >= perfect-.02
}

func slowerD(s experiment.Spec) string {
	f := experiment.Find("d.lr")
	return fmt.Sprintf("d.lr=%.3g", f.Number(&s)/10)
}

func calmerD(s experiment.Spec) string {
	switch {
	case experiment.Find("r1").Number(&s) == 0:
		return "r1=0.1"
	case s.Discriminator.Updates > 1:
		return "d.updates=1"
	}
	return slowerD(s)
}

func fasterD(s experiment.Spec) string {
	if s.Generator.Updates > 1 {
		return "g.updates=1"
	}
	return fmt.Sprintf("d.updates=%d", s.Discriminator.Updates+1)
}

func slowerG(s experiment.Spec) string {
	f := experiment.Find("g.lr")
	return fmt.Sprintf("g.lr=%.3g", f.Number(&s)/3)
}

func otherCondition(s experiment.Spec) string {
	if s.Condition == "projection" {
		return "condition=concat"
	}
	return "condition=projection"
}

func freerD(s experiment.Spec) string {
	if experiment.Find("clip").Number(&s) > 0 {
		return "clip=0&gp=0.1"
	}
	return "d.updates=2"
}

func damped(s experiment.Spec) string {
	if s.Loss == "wgan" {
		return "order=extragradient"
	}
	return "r1=0.3"
}
