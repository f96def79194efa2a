package nn

import (
	"slices"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

func TestIdentity(t *testing.T) {
	for _, c := range []struct {
		in, out int
		want    []float32
	}{{1, 2, []float32{1, 0}}, {2, 1, []float32{1, 0}}, {2, 2, []float32{1, 0, 0, 1}}, {3, 2, []float32{1, 0, 0, 1, 0, 0}}} {
		if w := weights(find(t, "identity"), c.in, c.out, 1.5); !slices.Equal(w, c.want) {
			t.Errorf("%dx%d: %v, want %v", c.in, c.out, w, c.want)
		}
	}
}

// A network without biases has weights alone, and without a nonlinearity it is the product with them.
func TestUnbiased(t *testing.T) {
	linear, _ := FindActivation("linear")
	m := MLP{In: 2, Out: 1, Hidden: []Hidden{{2, linear}}, Init: find(t, "identity"), Unbiased: true}
	s := NewScope("p")
	y := m.Apply(&Pass{Params: s}, graph.Const(graph.Shape{1, 2}, []float32{3, 5}), nil)
	var names []string
	for _, v := range s.Variables() {
		names = append(names, v.Path)
	}
	if want := []string{"0/weight", "1/weight"}; !slices.Equal(names, want) {
		t.Errorf("parameters %v, want %v", names, want)
	}
	env := exact.Env{"variable p/0/weight": {1, 2, 10, 20}, "variable p/1/weight": {7, 11}}
	// (3, 5) goes to (53, 106), and that to 7·53 + 11·106.
	if got := env.Scalar(graph.Sum(y)); got != 1537 {
		t.Errorf("%g, want 1537", got)
	}
}
