package loss

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// Against three discriminators every loss is the mean of the three losses, and D(x) that of what the three say.
func TestEnsembleIsTheMeanOfItsMembers(t *testing.T) {
	const n, members = 4, 3
	env := exact.Env{}
	join := func(name string, shift float64) (logits *graph.Node, columns []*graph.Node) {
		all := make([]float64, n*members)
		for k := range members {
			column := make([]float64, n)
			for i := range column {
				column[i] = shift + math.Sin(float64(7*i+3*k))
				all[i*members+k] = column[i]
			}
			columns = append(columns, graph.Variable(name+string(rune('a'+k)), n, 1))
			env["variable "+name+string(rune('a'+k))] = column
		}
		env["variable "+name] = all
		return graph.Variable(name, n, members), columns
	}
	real, reals := join("real", .5)
	fake, fakes := join("fake", -.25)
	for _, g := range All {
		e := g.Against(members)
		mean := func(f func(k int) *graph.Node) (sum float64) {
			for k := range members {
				sum += env.Scalar(f(k)) / members
			}
			return sum
		}
		// 1/3 is a float32.
		near := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-7*math.Max(1, math.Abs(want)) {
				t.Errorf("%s: %s is %.10g, want %.10g", g.Key, what, got, want)
			}
		}
		near("the discriminators' loss", env.Scalar(e.Discriminator(real, fake)), mean(func(k int) *graph.Node { return g.Discriminator(reals[k], fakes[k]) }))
		near("the generator's loss", env.Scalar(e.Generator(real, fake)), mean(func(k int) *graph.Node { return g.Generator(reals[k], fakes[k]) }))
		near("the reading", env.Scalar(graph.Mean(e.Reading(real, real, fake))), mean(func(k int) *graph.Node {
			return graph.Mean(g.Judge(reals[k], graph.Mean(reals[k]), graph.Mean(fakes[k])))
		}))
	}
}

// Against one, nothing is added to the graph.
func TestEnsembleOfOneIsNone(t *testing.T) {
	real, fake := graph.Variable("real", 3, 1), graph.Variable("fake", 3, 1)
	for _, g := range All {
		e := g.Against(1)
		for _, pair := range [][2]*graph.Node{
			{e.Discriminator(real, fake), g.Discriminator(real, fake)},
			{e.Generator(real, fake), g.Generator(real, fake)},
			{e.Reading(real, real, fake), g.Judge(real, graph.Mean(real), graph.Mean(fake))},
		} {
			if a, b := len(graph.Sorted(pair[0])), len(graph.Sorted(pair[1])); a != b {
				t.Errorf("%s: %d nodes against one, %d without", g.Key, a, b)
			}
		}
	}
}
