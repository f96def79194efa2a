package family

import (
	"math"
	"testing"

	. "ganvas/core/graph"
	"ganvas/core/kernel"
	"ganvas/core/plan"
	"ganvas/core/random"
)

// value is a node's, of no variables but a seed and a count, on the reference machine.
func value(t *testing.T, build func() *Node) []float32 {
	t.Helper()
	var p *plan.Program
	var err error
	if fault := Build(func() {
		n := build()
		p, err = plan.Compile([]Procedure{{Name: "p", Updates: []Update{{Var: Variable("out", n.Shape()...), Value: n}}}},
			[]plan.Call{{Name: "p", Procedures: []string{"p"}}})
	}); fault != nil || err != nil {
		t.Fatal(fault, err)
	}
	m, err := kernel.New(p)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if i := p.Slot("seed"); i >= 0 {
		m.Write(i, []float32{7, 0})
	}
	if err := m.Run(p.Entry("p"), 1); err != nil {
		t.Fatal(err)
	}
	slot := p.Slot("out")
	out := make([]float32, p.Slots[slot].Len)
	m.Read(slot, out)
	return out
}

func TestLogSumExp(t *testing.T) {
	rows := []float32{0, 0, 0, 1, 2, 3, 1000, 999, -1000, -1000, -1001, -1002}
	got := value(t, func() *Node { return LogSumExp(Const(Shape{4, 3}, rows)) })
	for i, x := range got {
		want := 0.0
		for _, v := range rows[3*i : 3*i+3] {
			want += math.Exp(float64(v - rows[3*i]))
		}
		want = float64(rows[3*i]) + math.Log(want)
		if math.Abs(float64(x)-want) > 1e-6*(1+math.Abs(want)) {
			t.Errorf("row %d: %g, want %g", i, x, want)
		}
	}
}

// Columns are picked as often as their probabilities say, to four binomial errors.
func TestPick(t *testing.T) {
	const n = 20_000
	shares := []float64{.5, .25, 0, .2, .05}
	logits := make([]float32, len(shares))
	for i, p := range shares {
		logits[i] = float32(math.Log(max(p, 1e-30)))
	}
	got := value(t, func() *Node {
		key := Key{Seed: Variable("seed", 2), Count: Variable("count", 2)}
		of := Broadcast(Const(Shape{1, len(shares)}, logits), Shape{n, len(shares)})
		return Sum(Pick(of, Uniform(key, "pick", n)), 0)
	})
	sum := float32(0)
	for i, p := range shares {
		sum += got[i]
		if math.Abs(float64(got[i])/n-p) > 4*math.Sqrt(p*(1-p)/n) {
			t.Errorf("column %d was picked %g times of %d, want a share of %g", i, got[i], n, p)
		}
	}
	if sum != n {
		t.Errorf("%g columns were picked for %d rows", sum, n)
	}
}

// The density of kernels sums to 1.
func TestKernelsAreADensity(t *testing.T) {
	const side, reach = 64, 6
	grid := make([]float32, 0, 2*side*side)
	for i := range side {
		for j := range side {
			grid = append(grid, reach*(2*(float32(i)+.5)/side-1), reach*(2*(float32(j)+.5)/side-1))
		}
	}
	centres := make([]float32, 2*20)
	r := random.New(1, "kernels")
	for i := range centres {
		centres[i] = r.Normal()
	}
	got := value(t, func() *Node {
		return Kernels(Const(Shape{20, 2}, centres), Const(Shape{side * side, 2}, grid), Scalar(.5))
	})
	sum := 0.0
	for _, l := range got {
		sum += math.Exp(float64(l)) * 4 * reach * reach / side / side
	}
	if math.Abs(sum-1) > 1e-3 {
		t.Errorf("it sums to %g", sum)
	}
}

func TestWavesAndColumns(t *testing.T) {
	got := value(t, func() *Node { return Waves(Const(Shape{1, 1}, []float32{.5}), 2, math.Pi/2) })
	for i, want := range []float64{math.Sin(math.Pi / 4), math.Sin(math.Pi / 2), math.Cos(math.Pi / 4), math.Cos(math.Pi / 2)} {
		if math.Abs(float64(got[i])-want) > 1e-6 {
			t.Errorf("wave %d is %g, want %g", i, got[i], want)
		}
	}
	if got := value(t, func() *Node { return Running(Const(Shape{2, 3}, []float32{1, 2, 3, 4, 5, 6})) }); [6]float32(got) != [6]float32{1, 3, 6, 4, 9, 15} {
		t.Errorf("running sums are %v", got)
	}
	if got := value(t, func() *Node { return Column(Const(Shape{2, 3}, []float32{1, 2, 3, 4, 5, 6}), 1) }); [2]float32(got) != [2]float32{2, 5} {
		t.Errorf("column 1 is %v", got)
	}
}
