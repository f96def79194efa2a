package plan_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/plan"
)

var rewrite = flag.Bool("update", false, "write the golden listings anew")

// listings are small graphs whose programs are worth reading, without functions whose polynomials would drown the rest.
var listings = []struct {
	name  string
	build func() []graph.Procedure
}{
	{"dense", func() []graph.Procedure {
		x, w, b := graph.Variable("x", 8, 4), graph.Variable("w", 4, 5), graph.Variable("b", 5)
		h := graph.Relu(graph.Add(graph.MatMul(x, w, false, false), b))
		return []graph.Procedure{{Name: "forward", Updates: []graph.Update{{Var: graph.Variable("h", 8, 5), Value: h}}}}
	}},
	{"penalty", func() []graph.Procedure {
		x, w, v := graph.Variable("x", 6, 2), graph.Variable("w", 2, 4), graph.Variable("v", 4, 1)
		logits := graph.MatMul(graph.Square(graph.MatMul(x, w, false, false)), v, false, false)
		slope := graph.Grad(graph.Sum(logits), x)[0]
		r1 := graph.Mean(graph.Sum(graph.Square(slope), 1))
		rate := graph.Variable("rate")
		var updates []graph.Update
		for i, g := range graph.Grad(r1, w, v) {
			p := []*graph.Node{w, v}[i]
			updates = append(updates, graph.Update{Var: p, Value: graph.Sub(p, graph.Mul(rate, g))})
		}
		return []graph.Procedure{{Name: "step", Updates: updates}}
	}},
	{"convolution", func() []graph.Procedure {
		x, k, b := graph.Variable("x", 2, 6, 6, 3), graph.Variable("k", 4, 4, 3, 8), graph.Variable("b", 8)
		two, one := [2]int{2, 2}, [2]int{1, 1}
		y := graph.Relu(graph.Add(graph.Convolve(x, k, two, one, one), b))
		loss := graph.Sum(graph.Square(y))
		var updates []graph.Update
		for i, g := range graph.Grad(loss, x, k) {
			v := []*graph.Node{x, k}[i]
			updates = append(updates, graph.Update{Var: v, Value: graph.Sub(v, g)})
		}
		return []graph.Procedure{{Name: "step", Updates: updates}}
	}},
	{"random", func() []graph.Procedure {
		key := graph.Key{Seed: graph.Variable("seed", 2), Count: graph.Variable("count", 2)}
		table := graph.Variable("table", 100, 2)
		rows := graph.Floor(graph.Mul(graph.Uniform(key, "rows", 6), graph.Scalar(100)))
		return []graph.Procedure{{Name: "draw", Updates: []graph.Update{
			{Var: graph.Variable("x", 6, 2), Value: graph.Gather(table, rows)},
			{Var: graph.Variable("z", 6, 2), Value: graph.Uniform(key, "z", 6, 2)},
			{Var: key.Count, Value: key.Next()},
		}}}
	}},
}

func TestListings(t *testing.T) {
	for _, l := range listings {
		t.Run(l.name, func(t *testing.T) {
			procs := l.build()
			p, err := plan.Compile(procs, []plan.Call{{Name: "run", Procedures: []string{procs[0].Name}}})
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", l.name+".golden")
			if *rewrite {
				os.MkdirAll("testdata", 0o755)
				if err := os.WriteFile(file, []byte(p.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, wanted := strings.Split(p.String(), "\n"), strings.Split(string(want), "\n")
			for i := range max(len(got), len(wanted)) {
				if i >= len(got) || i >= len(wanted) || got[i] != wanted[i] {
					t.Fatalf("line %d differs from %s (rewrite it with -update if that is meant):\n%s", i+1, file, p)
				}
			}
		})
	}
}
