package nn

import (
	"math"
	"testing"

	"ganvas/core/graph"
)

// lines returns the rows of x [rows, cols], or its columns.
func lines(x []float64, rows, cols int, columns bool) [][]float64 {
	var out [][]float64
	if columns {
		for c := range cols {
			line := []float64{}
			for r := range rows {
				line = append(line, x[r*cols+c])
			}
			out = append(out, line)
		}
		return out
	}
	for r := range rows {
		out = append(out, x[r*cols:(r+1)*cols])
	}
	return out
}

func meanAndSquare(x []float64) (mean, square float64) {
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		square += (v - mean) * (v - mean) / float64(len(x))
	}
	return mean, square
}

// What batch and layer normalisation give before scale and shift, and with them.
func TestNormsStandardise(t *testing.T) {
	const rows, cols = 8, 4 // whose inverses a float32 holds
	for _, n := range []Norm{BatchNorm, LayerNorm} {
		tr := newTrial(true)
		x := tr.input("x", rows, cols)
		y := n.Of(tr.Pass, "norm", x)
		tr.env["variable p/norm/scale"], tr.env["variable p/norm/shift"] = []float64{1, 1, 1, 1}, []float64{0, 0, 0, 0}
		tr.begin()
		plain := tr.env.Eval(y)[0]
		ins, outs := lines(tr.env["variable x"], rows, cols, n.Mixes), lines(plain, rows, cols, n.Mixes)
		for i := range ins {
			_, before := meanAndSquare(ins[i])
			mean, square := meanAndSquare(outs[i])
			// ε = 1e-5, as a float32, keeps the variance a little under 1.
			if want := before / (before + float64(float32(1e-5))); math.Abs(mean) > 1e-12 || math.Abs(square-want) > 1e-12 {
				t.Errorf("%s norm, line %d: mean %g, variance %.15g, want 0 and %.15g", n.Key, i, mean, square, want)
			}
		}
		scale, shift := []float64{2, -1, .5, 3}, []float64{1, 2, 3, 4}
		tr.env["variable p/norm/scale"], tr.env["variable p/norm/shift"] = scale, shift
		for i, got := range tr.env.Eval(y)[0] {
			if want := plain[i]*scale[i%cols] + shift[i%cols]; math.Abs(got-want) > 1e-12 {
				t.Errorf("%s norm: element %d is %g, want %g", n.Key, i, got, want)
			}
		}
	}
}

func TestPixelNormSetsTheLength(t *testing.T) {
	const rows, cols = 5, 4
	tr := newTrial(true)
	y := PixelNorm.Of(tr.Pass, "norm", tr.input("x", rows, cols))
	for i, row := range lines(tr.env.Eval(y)[0], rows, cols, false) {
		in, square := 0.0, 0.0
		for c, v := range row {
			in += math.Pow(tr.env["variable x"][i*cols+c], 2) / cols
			square += v * v / cols
		}
		if want := in / (in + float64(float32(1e-8))); math.Abs(square-want) > 1e-12 {
			t.Errorf("row %d has mean square %.15g, want %.15g", i, square, want)
		}
	}
	if len(tr.Params.Variables()) != 0 {
		t.Error("pixel norm has parameters")
	}
}

func TestNormsSlopes(t *testing.T) {
	for _, n := range Norms[1:] {
		for _, training := range []bool{true, false} {
			tr := newTrial(training)
			x := tr.input("x", 5, 3)
			y := tr.weighed(n.Of(tr.Pass, "norm", x))
			tr.begin()
			tr.slopes(t, y, append(tr.Params.Nodes(), x)...)
		}
	}
}

// Equal rows have no variance, which must not become a division by zero.
func TestNormsOfEqualValuesAreFinite(t *testing.T) {
	for _, n := range Norms[1:] {
		tr := newTrial(true)
		x := tr.input("x", 3, 2)
		y := n.Of(tr.Pass, "norm", x)
		tr.begin()
		for _, v := range []float64{0, 2} {
			tr.env["variable x"] = []float64{v, v, v, v, v, v}
			for _, out := range tr.env.Eval(y, graph.Grad(graph.Sum(graph.Square(y)), x)[0]) {
				for _, got := range out {
					if math.IsNaN(got) || math.IsInf(got, 0) {
						t.Errorf("%s norm of equal values %g has %g", n.Key, v, got)
					}
				}
			}
		}
	}
}

// Running statistics are ten-percent blends of each step's, over both of the step's applications; the variance without bias. A pass
// that does not train normalises by them, each sample for itself.
func TestBatchNormsRunningStatistics(t *testing.T) {
	const rows = 4
	tr := newTrial(true)
	a, b := tr.input("a", rows, 1), tr.input("b", rows, 1)
	BatchNorm.Of(tr.Pass, "norm", a)
	BatchNorm.Of(tr.Pass, "norm", b)
	tr.begin()
	mean, square := 0.0, 1.0
	for range 3 {
		tr.env["variable a"], tr.env["variable b"] = tr.numbers(rows), tr.numbers(rows)
		m1, s1 := meanAndSquare(tr.env["variable a"])
		m2, s2 := meanAndSquare(tr.env["variable b"])
		const stays = float64(float32(BatchMemory))
		mean = stays*mean + (1-stays)*(m1+m2)/2
		square = stays*square + (1-stays)*(s1+s2)/2*float64(float32(rows)/float32(rows-1))
		tr.step()
		if m, s := tr.env["variable s/norm/mean"][0], tr.env["variable s/norm/variance"][0]; math.Abs(m-mean) > 1e-12 || math.Abs(s-square) > 1e-12 {
			t.Fatalf("running mean %.14g and variance %.14g, want %.14g and %.14g", m, s, mean, square)
		}
	}
	look := &Pass{Params: tr.Params, State: tr.State}
	y := BatchNorm.Of(look, "norm", a)
	scale, shift := tr.env["variable p/norm/scale"][0], tr.env["variable p/norm/shift"][0]
	for i, got := range tr.env.Eval(y)[0] {
		want := (tr.env["variable a"][i]-mean)/math.Sqrt(square+float64(float32(1e-5)))*scale + shift
		if math.Abs(got-want) > 1e-12 {
			t.Errorf("sample %d is %g by running statistics, want %g", i, got, want)
		}
	}
	if len(look.Updates()) != 0 {
		t.Error("a pass that does not train has updates")
	}
}
