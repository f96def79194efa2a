package metric

import (
	"math"
	"testing"

	"ganvas/core/data"
	"ganvas/core/random"
)

// optimalOf prepares a source's grid of 64 by 64.
func optimalOf(t *testing.T, s data.Source) *Optimal {
	t.Helper()
	o, ok := NewOptimal(NewTarget(s), 64)
	if !ok {
		t.Fatal("the source has no density")
	}
	return o
}

// Where the generator is the data, by construction, nobody can tell: D* = ½ everywhere and V* = -log 4.
func TestOptimalOfEqualsIsAHalf(t *testing.T) {
	for _, e := range data.All {
		if _, single := e.Source.(data.Atom); single {
			if _, ok := NewOptimal(NewTarget(e.Source), 64); ok {
				t.Errorf("%s has no density, and a best discriminator", e.Key)
			}
			continue
		}
		o := optimalOf(t, e.Source)
		sum := 0.0
		for _, p := range o.p {
			sum += p
		}
		near(t, e.Key+": the masses", sum, 1, 1e-9)
		field, _ := judge(o.p, o.p, 1000)
		for i, d := range field {
			if d != .5 {
				t.Fatalf("%s: D* of cell %d is %g", e.Key, i, d)
			}
		}
		near(t, e.Key+": V*", valueOf(o.p, o.p), -math.Log(4), 1e-12)
	}
}

// A generator that never meets the data is always told apart: V* = 0, D* is 1 at the data and 0 at the fakes, and ½ where neither is.
func TestOptimalOfStrangers(t *testing.T) {
	o := optimalOf(t, data.NewMixture(1, data.Mode{At: []float64{0, 0}, SD: []float64{.1, .1}, Weight: 1}))
	fakes := make([]float32, 2*1000)
	for i := range fakes {
		fakes[i] = []float32{o.target.Window.High[0], o.target.Window.High[1]}[i%2]
	}
	b, err := o.Against(fakes)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "V*", b.Value, 0, 1e-6)
	corner := len(b.Field) - 1
	const half, middle = .5 / 1000, 32*64 + 32
	near(t, "D* at the data", float64(b.Field[middle]), (o.p[middle]+half)/(o.p[middle]+2*half), 1e-6)
	near(t, "D* at the fakes", float64(b.Field[corner]), half/(1+2*half), 1e-6)
	near(t, "D* at neither", float64(b.Field[63]), .5, 1e-6)
}

// D* and V* of two Gaussians against the truth by quadrature: pointwise p/(p+q) and the integral of its value.
func TestOptimalOfGaussians(t *testing.T) {
	p := data.NewMixture(1, data.Mode{At: []float64{0, 0}, SD: []float64{1, 1}, Weight: 1})
	q := data.NewMixture(1, data.Mode{At: []float64{.8, 0}, SD: []float64{1, 1}, Weight: 1})
	o := optimalOf(t, p)
	const n = 1 << 20
	fakes := make([]float32, 2*n)
	q.Sample(random.New(1, "fakes"), fakes)
	b, err := o.Against(fakes)
	if err != nil {
		t.Fatal(err)
	}

	// The ratio depends on x alone: log p/q = .32 - .8x. Against it, cells of width h see the mean over themselves.
	w, far, square, weight := o.target.Window, 0, 0.0, 0.0
	for i, got := range b.Field {
		x := float64(w.Low[0]) + float64(i%64)/63*float64(w.High[0]-w.Low[0])
		want := 1 / (1 + math.Exp(.8*x-.32))
		if o.p[i] < 100./n {
			continue // fewer than a hundred points are expected: half a point is felt
		}
		// n·q points are expected, with q = p(1-D*)/D*; their share's relative error moves D* by D*(1-D*) times it.
		q := o.p[i] * (1 - want) / want
		se := want * (1 - want) / math.Sqrt(n*q)
		if math.Abs(float64(got)-want) > 5*se+2e-3 {
			far++
		}
		square += (o.p[i] + q) / 2 * math.Pow(float64(got)-want, 2)
		weight += (o.p[i] + q) / 2
	}
	if far > 0 {
		t.Errorf("D* is beyond 5 standard errors of the truth in %d cells", far)
	}
	if rms := math.Sqrt(square / weight); rms > 1.5*b.Noise+2e-3 {
		t.Errorf("D* is off by %g in the root mean square, says %g", rms, b.Noise)
	}

	truth := 0.0
	const h = 1e-3
	for x := -9.; x < 10; x += h {
		a, c := math.Exp(-x*x/2), math.Exp(-(x-.8)*(x-.8)/2)
		truth += h / math.Sqrt(2*math.Pi) * (a*math.Log(a/(a+c)) + c*math.Log(c/(a+c)))
	}
	// The excess of n points over the filled cells is what the floor has above -log 4, and cells lose less than a thousandth.
	near(t, "V*", b.Value-(b.Floor+math.Log(4)), truth, 1e-3)
}

// The floor is what q's noise alone scores: about the filled cells, less one, over 4n above -log 4.
func TestOptimalsFloor(t *testing.T) {
	o := optimalOf(t, data.Checkerboard)
	const n = 20480
	fakes := make([]float32, 2*n)
	data.Checkerboard.Sample(random.New(2, "fakes"), fakes)
	b, err := o.Against(fakes)
	if err != nil {
		t.Fatal(err)
	}
	filled := -1.0
	for _, p := range o.p {
		if p > 1e-12 {
			filled++
		}
	}
	excess := filled / (4 * n)
	// Cells at edges hold little, where the formula is too high; a tenth covers it.
	near(t, "the floor", (b.Floor+math.Log(4))/excess, 1, .1)
	near(t, "another draw", (b.Value+math.Log(4))/excess, 1, .1)
	if b.Noise < .01 || b.Noise > .2 {
		t.Errorf("with %d points in %g cells the noise is %g", n, filled, b.Noise)
	}
}

func TestOptimalRefusesBadPoints(t *testing.T) {
	o := optimalOf(t, data.Ring8)
	for _, bad := range [][]float32{nil, {1, 2}, append(make([]float32, 40), float32(math.NaN()), 0)} {
		if _, err := o.Against(bad); err == nil {
			t.Errorf("%d numbers were taken", len(bad))
		}
	}
	points, err := data.CSV([]byte("1,2\n3,4\n5,7\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := NewOptimal(NewTarget(points), 64); ok {
		t.Error("a list of points has a density")
	}
}
