package data

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"ganvas/core/random"
)

// The laws of one dimension sample what their masses say: the chi-square over 40 cells stays under what a right sampler exceeds once in a million
// seeds; masses are the density's integrals; and in training's units the root mean square is 1 within a tenth.
func TestLines(t *testing.T) {
	const n, cells = 50_000, 40
	for _, e := range Lines {
		if Size(e.Source) != 1 {
			t.Errorf("%s has points of %d numbers", e.Key, Size(e.Source))
		}
		numbers, square := make([]float32, n), 0.
		e.Source.Sample(random.New(1, "data/lines"), numbers)
		for _, v := range numbers {
			square += float64(v/e.Source.Scale()) * float64(v/e.Source.Scale()) / n
		}
		if math.Abs(math.Sqrt(square)-1) > .1 {
			t.Errorf("%s: the root mean square is %.3f in training's units", e.Key, math.Sqrt(square))
		}
		m, ok := e.Source.(Massed)
		if !ok {
			continue
		}
		w := WindowOf(e.Source)
		cuts := []float64{math.Inf(-1)}
		for i := range cells + 1 {
			cuts = append(cuts, float64(w.Low[0])+float64(w.High[0]-w.Low[0])*float64(i)/cells)
		}
		cuts = append(cuts, math.Inf(1))
		masses, counts, total := m.Mass(cuts), make([]float64, cells+2), 0.
		for _, v := range numbers {
			counts[cell(cuts, float64(v))]++
		}
		chi2, degrees := 0., -1.
		for i, p := range masses {
			total += p
			if p*n >= 5 {
				chi2 += (counts[i] - p*n) * (counts[i] - p*n) / (p * n)
				degrees++
			}
			if i == 0 || i == len(masses)-1 {
				continue
			}
			const steps = 4000 // of the midpoint rule; at a jump it is off by half a step
			area, h := 0., (cuts[i+1]-cuts[i])/steps
			for k := range steps {
				area += h * m.Density(cuts[i]+h*(float64(k)+.5))
			}
			if math.Abs(area-p) > 1e-4*math.Max(p, .01)+h {
				t.Errorf("%s: the mass of %v to %v is %g, its density's integral %g", e.Key, cuts[i], cuts[i+1], p, area)
			}
		}
		if limit := (distuv.ChiSquared{K: degrees}).Quantile(1 - 1e-6); chi2 > limit || math.Abs(total-1) > 1e-9 {
			t.Errorf("%s: chi-square %.1f over %g cells, limit %.1f; masses sum to %v", e.Key, chi2, degrees, limit, total)
		}
	}
}

// What a source says of the classes that it gives its own points is right: always where they lie apart, nearly where noise takes some across.
func TestClassesOfCurves(t *testing.T) {
	for key, least := range map[string]float64{"moons": .99, "circles": .99, "spiral": .95, "checkerboard": 1} {
		e, _ := Find(key)
		s := e.Source.(Labelled)
		const n = 4000
		points, labels := make([]float32, 2*n), make([]float32, n)
		s.SampleLabelled(random.New(2, "data/classes"), points, labels)
		plain := make([]float32, 2*n)
		s.Sample(random.New(2, "data/classes"), plain)
		counts, right := make([]int, s.Classes()), 0
		for i, l := range labels {
			counts[int(l)]++
			if s.Class(float64(points[2*i]), float64(points[2*i+1])) == int(l) {
				right++
			}
			if plain[2*i] != points[2*i] || plain[2*i+1] != points[2*i+1] {
				t.Fatalf("%s: with classes other points are drawn", key)
			}
		}
		if float64(right) < least*n {
			t.Errorf("%s: %d of %d points are of the class that they are taken for", key, right, n)
		}
		for k, c := range counts { // six standard errors of a fair share
			if p := 1 / float64(len(counts)); math.Abs(float64(c)-p*n) > 6*math.Sqrt(n*p*(1-p)) {
				t.Errorf("%s: %d of %d points are of class %d", key, c, n, k)
			}
		}
	}
}

// A column of a file is data of one dimension; columns beyond the second are those of a line of roles, and none are lost.
func TestCSVOfAnySize(t *testing.T) {
	for text, want := range map[string]int{
		"a\n1\n2\n4\n": 1, "1.5\n2\n": 1, "1,2\n3,4\n": 2, "1,2,3\n3,4,5\n": 2,
		"# columns: x\n\"v\"\n1\n2\n": 1, "# columns: x, y, further\n\"a\",\"b\",\"c\"\n1,2,3\n4,5,6\n": 3,
		"# columns: x, y, further, class\n\"a\",\"b\",\"c\",\"k\"\n1,2,3,\"u\"\n4,5,6,\"v\"\n": 3, "# columns: x, class\n1,\"u\"\n4,\"v\"\n": 1,
	} {
		p, err := CSV([]byte(text))
		if err != nil || Size(p) != want || p.Len() < 2 {
			t.Errorf("%q: %v, %v, want points of %d", text, p, err, want)
			continue
		}
		if _, ok := p.(Labelled); ok != (text[len(text)-2] == '"') {
			t.Errorf("%q: classes: %t", text, ok)
		}
	}
}

// Points of five columns keep them: each centred and scaled by itself, and dealt out whole, each as often as the others.
func TestPointsOfManyColumns(t *testing.T) {
	r := random.New(1, "data/many")
	rows := Rows{Names: []string{"a", "b", "c", "d", "e"}}
	for range 400 {
		for k := range 5 {
			rows.Values = append(rows.Values, 1e3*float64(k)+math.Pow(10, float64(k-2))*float64(r.Normal()))
		}
	}
	p, err := rows.Source()
	if err != nil {
		t.Fatal(err)
	}
	drawn := Draw(p, random.New(2, "data/draw"), 800)
	seen := map[float32]int{}
	for i := 0; i < len(drawn.In); i += 5 {
		seen[drawn.In[i]]++
	}
	for k := range 5 {
		sum, square := 0., 0.
		for i := k; i < len(p.In()); i += 5 {
			sum += float64(p.In()[i]) / 400
			square += float64(p.In()[i]) * float64(p.In()[i]) / 400
		}
		if math.Abs(sum) > .05 || math.Abs(square-1) > .05 {
			t.Errorf("column %d has the mean %g and the square %g in training's units", k, sum, square)
		}
	}
	for v, n := range seen {
		if n != 2 {
			t.Fatalf("the point %v comes %d times of 800 draws of 400", v, n)
		}
	}
}
