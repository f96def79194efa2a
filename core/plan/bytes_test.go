package plan_test

import (
	"slices"
	"strings"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/plan"
)

// A table of bytes takes a quarter of the memory, and a gather gives its rows as numbers.
func TestGatherReadsBytes(t *testing.T) {
	table := graph.ByteTable("digits", 3, 5)
	rows := graph.Gather(table, graph.Const(graph.Shape{2}, []float32{2, 0}))
	p := compile(t, graph.Update{Var: graph.Variable("x", 2, 5), Value: graph.Sub(rows, graph.Scalar(1))})
	if s := p.Slots[0]; !s.Bytes || s.Len != 4 {
		t.Fatalf("15 bytes take %d float32s, bytes %v", s.Len, s.Bytes)
	}
	bytes := []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 251, 252, 253, 254, 255}
	got := run(t, p, map[string][]float32{"digits": plan.Pack(bytes)})
	if want := []float32{250, 251, 252, 253, 254, -1, 0, 1, 2, 3}; !slices.Equal(got["x"], want) {
		t.Errorf("got %v, want %v", got["x"], want)
	}
}

func TestOnlyGatherReadsBytes(t *testing.T) {
	table, index := graph.ByteTable("digits", 3, 5), graph.Iota(3)
	for name, f := range map[string]func(){
		"add":     func() { graph.Add(table, graph.Scalar(1)) },
		"matmul":  func() { graph.MatMul(table, graph.Variable("w", 5, 2), false, false) },
		"reshape": func() { graph.Reshape(table, 15) },
		"scatter": func() { graph.Scatter(table, index, 3) },
	} {
		if err := graph.Build(f); err == nil || !strings.Contains(err.Error(), "digits") {
			t.Errorf("%s: %v", name, err)
		}
	}
	x := graph.Gather(table, index)
	updates := []graph.Update{{Var: graph.Variable("x", 3, 5), Value: x}, {Var: table, Value: graph.Mul(x, x)}}
	if _, err := plan.Compile([]graph.Procedure{{Name: "p", Updates: updates}}, nil); err == nil || !strings.Contains(err.Error(), "bytes") {
		t.Errorf("an update of a table of bytes: %v", err)
	}
	other := graph.Update{Var: graph.Variable("y", 3, 5), Value: graph.Neg(graph.Variable("digits", 3, 5))}
	if _, err := plan.Compile([]graph.Procedure{{Name: "p", Updates: []graph.Update{updates[0], other}}}, nil); err == nil || !strings.Contains(err.Error(), "bytes") {
		t.Errorf("one name for bytes and for float32s: %v", err)
	}
}
