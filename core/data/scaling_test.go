package data

import (
	"math"
	"testing"
)

// deviations are those of the training units of each of two columns.
func deviations(t *testing.T, s Scaling) (x, y, mean float64) {
	t.Helper()
	var r Rows
	r.Names, r.Scaling = []string{"x", "y"}, s
	for i := range 100 { // uniform on lengths of 1 and 10, about 5 and 50
		v := float64(i)/99 - .5
		r.Values = append(r.Values, 5+v, 50+10*float64((37*i)%100)/99-5)
	}
	p, err := r.Source()
	if err != nil {
		t.Fatal(err)
	}
	var sum, square [2]float64
	for i, v := range p.In() {
		sum[i%2] += float64(v) / 100
		square[i%2] += float64(v) * float64(v) / 100
	}
	own := append([]float32(nil), p.In()...)
	p.Frame().Out(own)
	for i, v := range p.Own() {
		if math.Abs(float64(own[i]-v)) > 1e-4 {
			t.Fatalf("%v: the frame takes %v back to %v", s, v, own[i])
		}
	}
	return math.Sqrt(square[0] - sum[0]*sum[0]), math.Sqrt(square[1] - sum[1]*sum[1]), sum[0]
}

// A uniform law of a hundred equidistant numbers over a length has the standard deviation length × √((n+1)/(12(n−1))).
func TestScalings(t *testing.T) {
	unit := math.Sqrt(101. / (12 * 99))
	for _, c := range []struct {
		Scaling
		x, y, mean float64
	}{{EachScale, 1, 1, 0}, {OneScale, .1, 1, 0}, {NoScale, unit, 10 * unit, 5}} {
		x, y, mean := deviations(t, c.Scaling)
		if math.Abs(x-c.x) > 1e-4 || math.Abs(y-c.y) > 1e-4 || math.Abs(mean-c.mean) > 1e-4 {
			t.Errorf("%v: deviations %v and %v, mean %v; want %v, %v, %v", c.Scaling, x, y, mean, c.x, c.y, c.mean)
		}
		if ScalingOf(c.Scaling.String()) != c.Scaling {
			t.Errorf("%v is not found by its name", c.Scaling)
		}
	}
	p, err := CSV([]byte("# columns: x, y\n# scale: none\n\"a\",\"b\"\n1,2\n3,4\n5,9\n"))
	if err != nil || p.In()[4] != 5 || p.In()[5] != 9 {
		t.Errorf("a file that says how it is scaled: %v, %v", p, err)
	}
}
