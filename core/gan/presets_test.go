package gan

import (
	"math"
	"slices"
	"strings"
	"testing"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// preset opens a preset and, where it has one, its cure.
func preset(t *testing.T, key string) (sick, cured *run.Run) {
	t.Helper()
	p, ok := experiment.FindPreset(key)
	if !ok {
		t.Fatalf("there is no preset %q", key)
	}
	after, err := p.Cured()
	if err != nil {
		t.Fatal(err)
	}
	return open(t, p.Query), open(t, after.String())
}

// dominant is the mode that most generated points are nearest to, and their share.
func dominant(tr *run.Run) (mode int, share float64) {
	ring := experimentOf(tr).data.source.(data.Labelled)
	points := shot(tr).Floats(probe.Samples)
	counts := make([]int, ring.Classes())
	for i := 0; i < len(points); i += 2 {
		counts[ring.Class(float64(points[i]), float64(points[i+1]))]++
	}
	mode = slices.Index(counts, slices.Max(counts))
	return mode, float64(counts[mode]) / float64(len(points)/2)
}

// length is the mean length of the arrows: how far generated points are asked to move.
func length(tr *run.Run) (sum float64) {
	a := shot(tr).Floats(probe.Descent)
	for i := 0; i < len(a); i += 2 {
		sum += math.Hypot(float64(a[i]), float64(a[i+1])) / float64(len(a)/2)
	}
	return sum
}

func TestPresetWorks(t *testing.T) {
	tr, _ := preset(t, "works")
	train(t, tr, 600)
	if m := measured(tr); m["modes"] != 8 {
		t.Errorf("%g modes", m["modes"])
	}
}

// At the equilibrium of Goodfellow et al. (2014) the generator's distribution is the data's, D is ½ everywhere and V(G, D) is -log 4. A perfect
// generator fails a test at the level of 5 % once in twenty times, and a classifier's accuracy is within two standard errors of ½ as often.
func TestPresetEquilibrium(t *testing.T) {
	tr, _ := preset(t, "equilibrium")
	train(t, tr, 15000)
	_, of := optimal(tr, true)
	value, measured := of["value"]
	if truth := -math.Log(4); !measured || !(math.Abs(value.Value-truth) < .01) {
		t.Errorf("V(G, D) is %.4f, not %.4f", value.Value, truth)
	}
	chance := func(examined float64) func(v, perfect float64) bool {
		return func(v, perfect float64) bool { return math.Abs(v-perfect) <= 2*.5/math.Sqrt(examined) }
	}
	good := map[string]func(v, perfect float64) bool{
		"js":            func(v, perfect float64) bool { return v <= 2*perfect },
		"modes":         func(v, perfect float64) bool { return v == perfect },
		"mmd_p":         func(v, _ float64) bool { return v >= .05 },
		"c2st":          chance(1000),
		"c2st_logistic": chance(4000),
	}
	for _, m := range tr.MeasureAll() {
		t.Logf("%s %.4f, of a perfect generator %.4f", m.Key, m.Value, m.Floor)
		if is, ok := good[m.Key]; ok && !is(m.Value, m.Floor) {
			t.Errorf("%s is %g; a perfect generator's is %g", m.Key, m.Value, m.Floor)
		}
		delete(good, m.Key)
	}
	for key := range good {
		t.Errorf("%s was not measured", key)
	}
}

// More than half of all samples lie about one mode, no two modes are ever covered well, and the one is another again and again; the
// unrolled generator spreads over more modes than the other ever touches.
func TestPresetCollapse(t *testing.T) {
	sick, cured := preset(t, "collapse")
	train(t, sick, 100)
	places, mean := map[int]bool{}, 0.
	const looks = 10
	for range looks {
		train(t, sick, 50)
		mode, share := dominant(sick)
		places[mode] = true
		mean += share / looks
		if m := measured(sick); m["modes"] > 2 {
			t.Errorf("step %d: %g modes", sick.Step(), m["modes"])
		}
	}
	train(t, cured, 300)
	_, share := dominant(cured)
	spread := measured(cured)
	t.Logf("on average %.0f %% about one mode, %d different ones; unrolled %.0f %%, %g modes touched", 100*mean, len(places), 100*share, spread["modes_any"])
	if mean < .6 || len(places) < 4 {
		t.Errorf("on average %g of the samples are about one mode, in %d places", mean, len(places))
	}
	if share > .5 || spread["modes_any"] < 4 {
		t.Errorf("unrolled: %g of the samples are about one mode, %g modes touched", share, spread["modes_any"])
	}
}

// The strong discriminator's verdict on fakes is near 0. There the minimax loss pulls at them less than a fifth as much as the non-saturating
// one does against as strong a discriminator.
func TestPresetVanishing(t *testing.T) {
	sick, cured := preset(t, "vanishing")
	train(t, sick, 400)
	train(t, cured, 400)
	w := shot(sick).Trace
	verdict := w.Column(probe.DFake)[w.Len()-1]
	m, a, b := measured(sick), length(sick), length(cured)
	t.Logf("D(fake) %.3f, arrows %.2g against %.2g, %g modes", verdict, a, b, m["modes"])
	if verdict > .1 || a > b/5 || m["modes"] > 0 {
		t.Errorf("D(fake) is %g, arrows %g against %g, %g modes", verdict, a, b, m["modes"])
	}
}

// The mean of the samples crosses the middle again and again. Without noise each of the 300 steps of rate .1 makes the swing
// √(1+.01) times as wide, in all 4.5 times, and √(1-.01+.0001) times by extragradient, in all .23 times.
func TestPresetCircling(t *testing.T) {
	sick, cured := preset(t, "circling")
	first, last, turns := swings(t, sick)
	calmFirst, calmLast, _ := swings(t, cured)
	t.Logf("swings grow from %.2f to %.2f in %d crossings; by extragradient they go from %.2f to %.2f", first, last, turns, calmFirst, calmLast)
	if turns < 6 || last < 2.5*first {
		t.Errorf("swings go from %g to %g in %d crossings", first, last, turns)
	}
	if calmLast > calmFirst/2 {
		t.Errorf("by extragradient swings go from %g to %g", calmFirst, calmLast)
	}
}

// swings are the widest means along x in the first 70 of 300 steps, a bit more than a round, and in the last, and how often the mean
// crosses 0.
func swings(t *testing.T, tr *run.Run) (first, last float64, crossings int) {
	before := 0.
	for step := 5; step <= 300; step += 5 {
		train(t, tr, 5)
		points, mean := shot(tr).Floats(probe.Samples), 0.
		for i := 0; i < len(points); i += 2 {
			mean += float64(points[i]) / float64(len(points)/2)
		}
		if mean*before < 0 {
			crossings++
		}
		before = mean
		if step <= 70 {
			first = math.Max(first, math.Abs(mean))
		}
		if step > 230 {
			last = math.Max(last, math.Abs(mean))
		}
	}
	return first, last, crossings
}

// The players go round the equilibrium at the distance where they began, turn after turn of 2π/(½·0.2) steps or more; with R1 they end in it,
// though from any step to the next they may be on their way out.
func TestPresetDirac(t *testing.T) {
	sick, cured := preset(t, "dirac")
	train(t, sick, 500)
	train(t, cured, 500)
	points := trajectory(sick)
	turned := 0.
	for k := 1; k < len(points); k++ {
		a, b := points[k-1], points[k]
		turned += math.Atan2(a.Theta*b.Psi-a.Psi*b.Theta, a.Theta*b.Theta+a.Psi*b.Psi) / (2 * math.Pi)
	}
	least, most := span(points)
	end := trajectory(cured)[500].Norm()
	t.Logf("%.1f turns between %.2f and %.2f away; with R1 at %.2g", turned, least, most, end)
	if least < 1.3 || most > 1.5 || turned > -5 || turned < -500*.1/(2*math.Pi) {
		t.Errorf("%g turns between %g and %g away", turned, least, most)
	}
	if end > 1e-3 {
		t.Errorf("with R1 it ends %g away", end)
	}
}

// Most of the clipped critic's weights lie on the bound, and its slope is a thousandth of a penalised one's and less.
func TestPresetClipping(t *testing.T) {
	sick, cured := preset(t, "clipping")
	train(t, sick, 400)
	train(t, cured, 400)
	on, all := 0, 0
	for name, v := range state(sick) {
		if strings.HasPrefix(name, "d/") {
			for _, x := range v {
				all++
				if float32(math.Abs(float64(x))) >= .01 {
					on++
				}
			}
		}
	}
	a, b := length(sick), length(cured)
	js, other := measured(sick)["js"], measured(cured)["js"]
	t.Logf("%d of %d weights on the bound; arrows %.2g against %.2g; JS %.3f against %.3f", on, all, a, b, js, other)
	if 2*on < all || a > b/1000 || js < other+.1 {
		t.Errorf("%d of %d weights on the bound, arrows %g against %g, JS %g against %g", on, all, a, b, js, other)
	}
}

// Three standard deviations about a mode hold 98.89 % of a normal distribution in the plane. Both generators cover all modes; one leaves a
// tenth of its samples between them, the other, whose noise has gaps, not one in fifty.
func TestPresetGaps(t *testing.T) {
	sick, cured := preset(t, "gaps")
	train(t, sick, 4000)
	train(t, cured, 4000)
	a, b := measured(sick), measured(cured)
	t.Logf("high quality %.4f and JS %.4f; with gaps in the noise %.4f and %.4f", a["high_quality"], a["js"], b["high_quality"], b["js"])
	if a["modes"] != 8 || b["modes"] != 8 {
		t.Errorf("%g modes, and %g with gaps in the noise", a["modes"], b["modes"])
	}
	if a["high_quality"] > .92 || b["high_quality"] < .98 {
		t.Errorf("%g of the samples are about modes, and %g with gaps in the noise", a["high_quality"], b["high_quality"])
	}
}
