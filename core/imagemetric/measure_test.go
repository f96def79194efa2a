package imagemetric

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"ganvas/core/metric"
	"ganvas/core/metric/frechet"
	"ganvas/core/random"
)

// certain is a reading that is sure of each class, and whose features are the classes' one-hot.
func certain(classes int, of ...int) Read {
	p := make([]float32, len(of)*classes)
	for i, c := range of {
		p[i*classes+c] = 1
	}
	return Read{Features: p, Probabilities: p, Classes: classes, Count: len(of)}
}

// round is the classes 0 to classes-1, so many times.
func round(classes, times int) (of []int) {
	for range times {
		for c := range classes {
			of = append(of, c)
		}
	}
	return of
}

// drawn is features of n images that are normal about shift with this deviation in every dimension.
func drawn(r *random.Source, n, width int, shift, deviation float64) Read {
	f := make([]float32, n*width)
	for i := range f {
		f[i] = float32(shift + deviation*float64(r.Normal()))
	}
	p := make([]float32, n)
	for i := range p {
		p[i] = 1
	}
	return Read{Features: f, Probabilities: p, Classes: 1, Count: n}
}

func value(t *testing.T, m Measure, s *Samples) float64 {
	t.Helper()
	v, err := m.compute(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Sure of ten classes alike: 10. Of one class: 1. Never sure: 1. Sure of two, one of which is three times as frequent: exp of the entropy of 1/4 and
// 3/4.
func TestInception(t *testing.T) {
	unsure := certain(10, round(10, 5)...)
	unsure.Probabilities = make([]float32, len(unsure.Probabilities))
	for i := range unsure.Probabilities {
		unsure.Probabilities[i] = .1
	}
	two := certain(10, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1)
	for _, c := range []struct {
		name string
		read Read
		want float64
	}{
		{"sure of ten", certain(10, round(10, 5)...), 10}, {"one class", certain(10, make([]int, 20)...), 1}, {"never sure", unsure, 1},
		{"two of four", two, math.Exp(-.25*math.Log(.25) - .75*math.Log(.75))},
	} {
		if got := value(t, Inception, &Samples{Generated: c.read, Real: c.read}); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A score is from 1 to the number of classes.
func TestInceptionBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		classes := rapid.IntRange(1, 6).Draw(t, "classes")
		r := Read{Classes: classes, Count: 12}
		for range r.Count {
			w, sum := make([]float64, classes), 0.
			for c := range w {
				w[c] = rapid.Float64Range(1e-6, 1).Draw(t, "weight")
				sum += w[c]
			}
			for _, x := range w {
				r.Probabilities = append(r.Probabilities, float32(x/sum))
			}
		}
		r.Features = r.Probabilities
		v, err := Inception.compute(&Samples{Generated: r, Real: r})
		if err != nil || v < 1-1e-6 || v > float64(classes)+1e-5 {
			t.Fatalf("%v of %d classes, %v", v, classes, err)
		}
	})
}

// The distance is gonum's, of features of any number of dimensions, dependent ones too, and 0 of equal sets.
func TestFrechetAgainstGonum(t *testing.T) {
	r := random.New(1, "frechet")
	for _, width := range []int{1, 2, 5, 64} {
		a, b := drawn(r, 200, width, 0, 1), drawn(r, 150, width, .3, 2)
		for i := range a.Count { // a feature that is another's double
			a.Features[i*width] = 2 * a.Features[(i+1)*width-1]
		}
		want, err := frechet.Distance(dense(a), dense(b))
		if err != nil {
			t.Fatal(err)
		}
		if got := value(t, Frechet, &Samples{Generated: a, Real: b}); math.Abs(got-want) > 1e-7*want {
			t.Errorf("%d dimensions: %v, want %v", width, got, want)
		}
		if got := value(t, Frechet, &Samples{Generated: a, Real: a}); got > 1e-6 {
			t.Errorf("%d dimensions: %v of equal sets", width, got)
		}
	}
}

func dense(r Read) *mat.Dense {
	values := make([]float64, len(r.Features))
	for i, v := range r.Features {
		values[i] = float64(v)
	}
	return mat.NewDense(r.Count, r.width(r.Features), values)
}

// Normal distributions of d independent dimensions, shifted by m and of deviations s and t: d (m² + (s-t)²). In closed form, without samples; and of
// a set and the same moved, whose covariances are equal: d m².
func TestFrechetClosedForms(t *testing.T) {
	const d = 6
	p, q := normal{n: d, mean: make([]float64, d), covariance: make([]float64, d*d)}, normal{n: d, mean: make([]float64, d), covariance: make([]float64, d*d)}
	for k := range d {
		q.mean[k], p.covariance[k*d+k], q.covariance[k*d+k] = .5, 9, 4
	}
	if got, want := gaussians(p, q), d*(.25+1.); math.Abs(got-want) > 1e-12 {
		t.Errorf("%v, want %v", got, want)
	}
	a := drawn(random.New(2, "frechet"), 300, d, 0, 1)
	b := a
	b.Features = make([]float32, len(a.Features))
	for i, v := range a.Features {
		b.Features[i] = v + .5
	}
	if got, want := value(t, Frechet, &Samples{Generated: a, Real: b}), d*.25; math.Abs(got-want) > 1e-5 {
		t.Errorf("moved: %v, want %v", got, want)
	}
}

// Eigenvalues and vectors of symmetric matrices, singular ones and those of equal values too, make the matrix again, and the values are gonum's.
func TestEigen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		a := make([]float64, n*n)
		for i := range n {
			for j := range i + 1 {
				a[i*n+j] = float64(rapid.IntRange(-3, 3).Draw(t, "element"))
				a[j*n+i] = a[i*n+j]
			}
		}
		values, vectors := eigen(a, n)
		for i := range n {
			for j := range n {
				sum, dot := 0., 0.
				for k := range n {
					sum += vectors[i*n+k] * values[k] * vectors[j*n+k]
					dot += vectors[i*n+k] * vectors[j*n+k]
				}
				one := 0.
				if i == j {
					one = 1
				}
				if math.Abs(sum-a[i*n+j]) > 1e-12*float64(10*n) || math.Abs(dot-one) > 1e-12 {
					t.Fatalf("row %d, column %d of %v is made %v again; the vectors' product is %v", i, j, a, sum, dot)
				}
			}
		}
	})
}

// Equal sets have precision and recall 1. A generator of k of the data's M classes, far apart, has precision about 1 and recall about k/M; one that
// is elsewhere has none.
func TestPrecisionAndRecall(t *testing.T) {
	r := random.New(3, "precision")
	clusters := func(of []int) Read {
		var all Read
		for _, c := range of {
			one := drawn(r, 100, 4, 20*float64(c), 1)
			all.Features, all.Probabilities = append(all.Features, one.Features...), append(all.Probabilities, one.Probabilities...)
			all.Count += 100
		}
		all.Classes = 1
		return all
	}
	all, again, some, none := clusters([]int{0, 1, 2, 3}), clusters([]int{0, 1, 2, 3}), clusters([]int{0, 2, 3}), clusters([]int{7})
	for _, c := range []struct {
		name              string
		generated         Read
		precision, recall [2]float64
	}{
		{"equal", all, [2]float64{1, 1}, [2]float64{1, 1}},
		{"as good", again, [2]float64{.8, 1}, [2]float64{.8, 1}},
		{"three of four", some, [2]float64{.8, 1}, [2]float64{.6, .75}},
		{"elsewhere", none, [2]float64{0, 0}, [2]float64{0, 0}},
	} {
		s := &Samples{Generated: c.generated, Real: all}
		if p := value(t, Precision, s); p < c.precision[0] || p > c.precision[1] {
			t.Errorf("%s: precision %v, want %v", c.name, p, c.precision)
		}
		if v := value(t, Recall, s); v < c.recall[0] || v > c.recall[1] {
			t.Errorf("%s: recall %v, want %v", c.name, v, c.recall)
		}
	}
}

// Of 50 images a fair share is 5, and a fifth of it 1: a class without any is not covered. Of 100 it is 2: one image is not enough.
func TestCoverage(t *testing.T) {
	nine := round(9, 11)
	for _, c := range []struct {
		of   []int
		want float64
	}{{round(10, 5), 10}, {round(9, 5), 9}, {append(nine, 9), 9}, {append(nine[:98:98], 9, 9), 10}, {make([]int, 30), 1}} {
		r := certain(10, c.of...)
		if got := value(t, Coverage, &Samples{Generated: r, Real: r}); got != c.want {
			t.Errorf("%d images cover %v classes, want %v", len(c.of), got, c.want)
		}
	}
}

// Three of twelve are not as asked.
func TestAgreement(t *testing.T) {
	r := certain(4, round(4, 3)...)
	asked := []float32{0, 1, 2, 3, 0, 1, 2, 3, 0, 0, 0, 0}
	if got := value(t, Agreement, &Samples{Generated: r, Real: r, Asked: asked}); got != .75 {
		t.Errorf("%v, want .75", got)
	}
	if _, err := Agreement.Compute(&Samples{Generated: r, Real: r, Asked: asked[1:]}); err == nil {
		t.Error("eleven classes of twelve images are taken")
	}
}

// Copies of training images: 1. Images far from all: 0. As fresh as the data: ½, give or take 4 of the statistic's deviations, of at most
// √((2n+1)/12n²).
func TestMemorisation(t *testing.T) {
	r := random.New(4, "memorisation")
	with := func(x Read) Read { x.Images = x.Features; return x }
	train, real, other, far := drawn(r, 300, 10, 0, 1), with(drawn(r, 200, 10, 0, 1)), with(drawn(r, 200, 10, 0, 1)), with(drawn(r, 200, 10, 9, 1))
	for _, c := range []struct {
		name      string
		generated Read
		low, high float64
	}{{"copies", with(train), 1, 1}, {"far", far, 0, 0}, {"fresh", other, .5 - .12, .5 + .12}} {
		if got := value(t, Memorisation, &Samples{Generated: c.generated, Real: real, Train: train.Features}); got < c.low || got > c.high {
			t.Errorf("%s: %v, want %v to %v", c.name, got, c.low, c.high)
		}
	}
	if i, d := Nearest(train.Features[70:80], train.Features); i != 7 || d != 0 {
		t.Errorf("the nearest of image 7 is %d at %v", i, d)
	}
}

// Every mode twice: all modes, and no divergence. One mode: log 1000. Half of the modes: log 2.
func TestStacked(t *testing.T) {
	modes := func(n, times int) Read {
		var of []int
		for range times {
			for m := range n {
				of = append(of, m/100, m/10%10, m%10)
			}
		}
		return certain(10, of...)
	}
	for _, c := range []struct {
		read Read
		want int
		kl   float64
	}{{modes(1000, 2), 1000, 0}, {modes(1, 50), 1, math.Log(1000)}, {modes(500, 3), 500, math.Log(2)}} {
		got, err := Stack(&c.read)
		if err != nil || got.Modes != c.want || math.Abs(got.KL-c.kl) > 1e-12 || got.Strictly != c.want {
			t.Errorf("%+v, %v, want %d modes and %v", got, err, c.want, c.kl)
		}
	}
	if _, err := Stack(&Read{Classes: 10, Count: 4}); err == nil {
		t.Error("four channels are taken for images")
	}
}

// A perfect generator of 2,600 images misses some modes: 1000 (1-.999^2600) are hit, and the divergence is near its formula, to an eighth at so few
// images a mode.
func TestStackedPerfect(t *testing.T) {
	r, modes, kl := random.New(5, "stacked"), 0., 0.
	const draws = 40
	var want [2]float64
	for range draws {
		var of []int
		for range 2600 {
			of = append(of, r.IntN(10), r.IntN(10), r.IntN(10))
		}
		read := certain(10, of...)
		s, err := Stack(&read)
		if err != nil {
			t.Fatal(err)
		}
		modes, kl = modes+float64(s.Modes)/draws, kl+s.KL/draws
		want[0], want[1] = s.Perfect()
	}
	if math.Abs(modes-want[0]) > 4 || math.Abs(kl/want[1]-1) > .12 {
		t.Errorf("%v modes and %v, want %v", modes, kl, want)
	}
}

// Channels are taken apart in turn.
func TestChannels(t *testing.T) {
	got := Channels([]float32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 2)
	for i, want := range []float32{1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12} {
		if got[i] != want {
			t.Fatalf("%v", got)
		}
	}
}

// Each measure of data in place of the generated is its floor; what needs classes or training images is left out without them; and what cannot be
// measured is refused.
func TestCompute(t *testing.T) {
	a, b := certain(10, round(10, 4)...), certain(10, round(10, 6)...)
	s := &Samples{Generated: a, Real: b, Other: a}
	results := Compute(s, metric.Heavy)
	if len(results) != len(All)-2 {
		t.Errorf("%d results without classes or training images", len(results))
	}
	for _, r := range results {
		if r.Value != r.Floor.Mean || math.IsNaN(r.Value) {
			t.Errorf("%s: %v, floor %v of the same", r.Key, r.Value, r.Floor)
		}
	}
	s.Asked, s.Labels = make([]float32, 40), make([]float32, 40)
	if n := len(Compute(s, metric.Cheap)); n != 4 {
		t.Errorf("%d cheap results with classes", n)
	}
	for name, spoil := range map[string]func(r *Read){
		"few":    func(r *Read) { r.Count = 9 },
		"NaN":    func(r *Read) { r.Features = append([]float32{float32(math.NaN())}, r.Features[1:]...) },
		"ragged": func(r *Read) { r.Features = r.Features[1:] },
		"none":   func(r *Read) { r.Probabilities = nil },
	} {
		r := a
		spoil(&r)
		if _, err := Inception.compute(&Samples{Generated: r, Real: b}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
