package gan

import (
	"math"
	"os"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/stat"

	"ganvas/core/data"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// bell is the density of N(mean, sd²).
func bell(x, mean, sd float64) float64 {
	z := (x - mean) / sd
	return math.Exp(-z*z/2) / (sd * math.Sqrt(2*math.Pi))
}

// lineShot is a snapshot of all that a run of one dimension shows.
func lineShot(t *testing.T, r *run.Run) *wire.Snapshot {
	t.Helper()
	s := r.Snapshot([]string{probe.LineSamples, probe.LineField, probe.LineDescent, probe.LineMap, probe.LineOptimal}, true, true)
	if err := probe.Check(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// linear is a generator of two weights against a discriminator that can tell any two normal distributions, at ease.
const linear = "data=normal1&z=1&g=&g.init=identity&g.lr=0.01&g.ema=0.99&d=32,32&d.lr=0.01&batch=256&steps=3000"

// Two weights make N(4, 1.25²) of N(0, 1): mean and standard deviation come within 2 % of theirs.
func TestLinearGeneratorRecoversTheNormal(t *testing.T) {
	r := open(t, linear)
	train(t, r, 3000)
	var xs []float64
	for _, x := range samplesOf(t, r, 100_000) {
		xs = append(xs, float64(x))
	}
	mean, sd := stat.MeanStdDev(xs, nil)
	t.Logf("mean %.4f, deviation %.4f", mean, sd)
	if math.Abs(mean/4-1) > .02 || math.Abs(sd/1.25-1) > .02 {
		t.Errorf("the mean is %.4f and the standard deviation %.4f, want 4 and 1.25 within 2 %%", mean, sd)
	}
}

// What a run of one dimension shows is true of it: the data's density has the area 1, the map is the line that two weights draw, samples are
// where it takes their noise, and the best discriminator is p/(p+q) of two normal distributions that are known.
func TestLineShowsWhatIsThere(t *testing.T) {
	r := open(t, linear)
	train(t, r, 100)
	s := lineShot(t, r)
	w := s.Floats(probe.LineWindow)
	p, field, optimal := s.Floats(probe.LineDensity), s.Floats(probe.LineField), s.Floats(probe.LineOptimal)
	width := float64(w[1]-w[0]) / (lineSize - 1)
	area := 0.0
	for _, v := range p {
		area += float64(v) * width
	}
	if math.Abs(area-1) > 1e-4 {
		t.Errorf("the density's area is %g", area)
	}
	line := s.Floats(probe.LineMap)
	z := quantiles(experimentOf(r).spec)
	slope := float64(line[len(line)-1]-line[0]) / float64(z[len(z)-1]-z[0])
	for i, x := range line {
		if want := float64(line[256]) + slope*float64(z[i]-z[256]); math.Abs(float64(x)-want) > 1e-3 {
			t.Fatalf("the map of a linear generator takes %g to %g, want %g", z[i], x, want)
		}
	}
	mean, sd := float64(line[256]), math.Abs(slope)
	var samples []float64
	for _, x := range s.Floats(probe.LineSamples) {
		samples = append(samples, float64(x))
	}
	// Five standard errors of a mean of 2,048.
	if m := stat.Mean(samples, nil); math.Abs(m-mean) > 5*sd/math.Sqrt(probePoints) {
		t.Errorf("samples have the mean %g, the map's is %g", m, mean)
	}
	for i := range optimal {
		x := float64(w[0]) + width*float64(i)
		a, b := bell(x, 4, 1.25), bell(x, mean, sd)
		if a+b < .01*(bell(4, 4, 1.25)+bell(mean, mean, sd)) {
			continue
		}
		// As many points as are expected in the cell, q's share of them: five of their standard errors, and what D* bends within a cell.
		want := a / (a + b)
		n := math.Max(1, b*width*float64(onLine.optimalPoints))
		if math.Abs(float64(optimal[i])-want) > 5*want*(1-want)/math.Sqrt(n)+.01 {
			t.Errorf("D* at %.2f is %.3f, want %.3f", x, optimal[i], want)
		}
		if field[i] < 0 || field[i] > 1 {
			t.Errorf("D at %.2f is %g", x, field[i])
		}
	}
}

// A discriminator that learns alone comes within .05 of p/(p+q) wherever p + q is above a hundredth of its top.
func TestDiscriminatorOfALineComesNearTheBest(t *testing.T) {
	r := open(t, "data=normal1&z=1&g=&g.init=identity&g.lr=0.01&g.ema=0&d=48,48&d.act=silu&d.lr=0.004&d.beta1=0.9&d.beta2=0.999&d.ema=0.999&d.schedule=cosine&d.final=0.01&loss=ns&r1=0&r2=0&batch=1024&rows=131072&steps=4000")
	train(t, r, 60)
	only(t, r, "d", 4000)
	s := lineShot(t, r)
	w, line, field := s.Floats(probe.LineWindow), s.Floats(probe.LineMap), s.Floats(probe.LineField)
	z := quantiles(experimentOf(r).spec)
	mean, sd := float64(line[256]), math.Abs(float64(line[len(line)-1]-line[0])/float64(z[len(z)-1]-z[0]))
	worst, top := 0.0, 0.0
	for i := range field {
		x := float64(w[0]) + float64(w[1]-w[0])*float64(i)/(lineSize-1)
		top = max(top, bell(x, 4, 1.25)+bell(x, mean, sd))
	}
	for i := range field {
		x := float64(w[0]) + float64(w[1]-w[0])*float64(i)/(lineSize-1)
		if a, b := bell(x, 4, 1.25), bell(x, mean, sd); a+b > .01*top {
			worst = max(worst, math.Abs(float64(field[i])-a/(a+b)))
		}
	}
	t.Logf("q is N(%.2f, %.2f²); D is within %.3f of D*", mean, sd, worst)
	if worst > .05 {
		t.Errorf("D is off by %.3f", worst)
	}
}

// The mixture on a line ends within twice its floor: one seed by default, ten where GANVAS_SLOW is set.
func TestMixtureOnALineIsLearnt(t *testing.T) {
	seeds := 1
	if os.Getenv("GANVAS_SLOW") != "" {
		seeds = 10
	}
	for seed := range seeds {
		r := open(t, "data=mixture1&seed="+strconv.Itoa(seed))
		train(t, r, experimentOf(r).spec.Steps)
		for _, m := range r.Measure() {
			if m.Key == "js" {
				if t.Logf("seed %d: JS %.5f, floor %.5f", seed, m.Value, m.Floor); m.Value > 2*m.Floor {
					t.Errorf("seed %d: JS is %g, its floor %g", seed, m.Value, m.Floor)
				}
			}
		}
	}
}

// Every law of one dimension trains and is measured under every game and penalty, from noise of one and of two dimensions, and what it shows
// fits together.
func TestLinesUnderEveryGame(t *testing.T) {
	games := []string{"", "loss=wgan&gp=0.1", "loss=wgan&gp1=0.1", "loss=wgan&clip=0.1&r1=0&r2=0", "loss=ls", "loss=hinge&d.spectral=on", "loss=ns&pac=2", "loss=mm&unroll=2",
		"order=extragradient", "loss=ns&modeseek=0.1", "loss=ns&path=0.1", "order=simultaneous&consensus=0.1", "mbd=4", "ensemble=2", "instance.noise=0.3"}
	for i, e := range data.Lines {
		for k, game := range games {
			if os.Getenv("GANVAS_SLOW") == "" && (i+k)%len(data.Lines) != 0 {
				continue
			}
			spec := small + "data=" + e.Key + "&z=" + strconv.Itoa(1+k%2) + "&" + game
			r, err := Open(spec, run.Options{})
			if err != nil {
				t.Errorf("%s: %v", spec, err)
				continue
			}
			train(t, r, 3)
			s := lineShot(t, r)
			for _, name := range []string{probe.LineReal, probe.LineWindow, probe.LineSamples, probe.LineField, probe.LineDescent, probe.LineMap} {
				if len(s.Floats(name)) == 0 {
					t.Errorf("%s shows no %s", spec, name)
				}
			}
			if measured(r)["w1_marginals"] <= 0 {
				t.Errorf("%s: W1 is not measured", spec)
			}
			r.Close()
		}
	}
}
