package dom

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/probe"
)

// unitWeight is a number of a unit that can be set by hand.
type unitWeight struct {
	experiment.Weight
	label string
	bias  bool
	at    int // its place among the player's weights that the machine shows, or among the biases
}

// dense is a player of the machine, in which every layer is fully connected: the widths of its hidden layers, how many numbers it is given and gives, and
// what these are called.
type dense struct {
	player       string
	widths       []int
	in, out      int
	given, gives func(i int) string
}

// weights are the bias and the weights of a shown unit: what comes in, and of the last hidden layer also what goes to the output. They are those between
// units that are shown.
func (p dense) weights(layer, shown int) (out []unitWeight) {
	sizes := append(append([]int{p.in}, p.widths...), p.out)
	at, bias := 0, 0
	for i := range layer {
		at += len(probe.Chosen(sizes[i])) * len(probe.Chosen(sizes[i+1]))
		bias += len(probe.Chosen(sizes[i+1]))
	}
	rows, units := probe.Chosen(sizes[layer]), probe.Chosen(sizes[layer+1])
	unit := units[shown] + 1
	add := func(label string, layer, to, from, at int) {
		out = append(out, unitWeight{experiment.Weight{Player: p.player, Layer: layer + 1, To: to, From: from}, label, from == 0, at})
	}
	add("bias", layer, unit, 0, bias+shown)
	for i, row := range rows {
		label := "from unit " + strconv.Itoa(row+1)
		if layer == 0 {
			label = "from " + p.given(row)
		}
		add(label, layer, unit, row+1, at+i*len(units)+shown)
	}
	if layer == len(p.widths)-1 {
		at += len(rows) * len(units)
		to := probe.Chosen(p.out)
		for i, o := range to {
			add("to "+p.gives(o), layer+1, o+1, unit, at+shown*len(to)+i)
		}
	}
	return out
}

// denseOf are both players of a run on a line or a plane, which has so many dimensions.
func denseOf(s *experiment.Spec, dims int) [2]dense {
	axis := func(name string, of int) func(int) string {
		return func(i int) string {
			if of == 1 {
				return name
			}
			return name + string(rune('₁'+i%of))
		}
	}
	coordinate := func(i int) string {
		text := axis("x", dims)(i)
		if s.Pack > 1 {
			text += " of sample " + strconv.Itoa(i/dims+1)
		}
		return text
	}
	return [2]dense{
		{"g", widthsOf(&s.Generator), s.Latent, dims, axis("z", s.Latent), axis("x", dims)},
		{"d", widthsOf(&s.Discriminator), s.Pack * dims, 1, coordinate, func(int) string { return "the output" }},
	}
}
