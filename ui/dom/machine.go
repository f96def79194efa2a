package dom

import (
	"slices"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// players are G and D in words, in the order in which the machine shows them.
var players = []string{"Generator", "Discriminator"}

// unitName is a unit by its layer and its number of so many.
func unitName(player string, layer, shown, width int) string {
	return player + ", layer " + strconv.Itoa(layer+1) + ", unit " + strconv.Itoa(probe.Chosen(width)[shown]+1) + " of " + strconv.Itoa(width)
}

// unitSays is a unit in words: its name, and the least and the greatest that it responds.
func unitSays(player string, layer, shown, width int, response []float32) string {
	lo, hi := plot.Range(response)
	return unitName(player, layer, shown, width) + ": responds from " + plot.Number(float64(lo)) + " to " + plot.Number(float64(hi))
}

// widthsOf are the widths of a player's hidden layers, those that have one.
func widthsOf(p *experiment.Player) (out []int) {
	for i := range p.Hidden.Len() {
		out = append(out, p.Hidden.At(i).Width)
	}
	return out
}

// layerTexts are a player's layers as they are written, each with the shape of what it gives, and the output.
func layerTexts(p *experiment.Player, d experiment.Design) (out []string) {
	sizes, _ := d.Sizes()
	for i, size := range sizes {
		text := "output"
		if i < p.Hidden.Len() {
			text = p.Hidden.At(i).String()
		}
		out = append(out, text+" → "+shapeText(size.Out))
	}
	return out
}

func shapeText(shape []int) string {
	parts := make([]string, len(shape))
	for i, n := range shape {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, "×")
}

// exampleShape is the shape of an example of the data that a snapshot shows.
func exampleShape(s *wire.Snapshot) []int {
	switch a := s.Array(probe.RealImages); {
	case len(a.Shape) == 5:
		return a.Shape[2:]
	case len(s.Floats(probe.LineWindow)) > 0:
		return []int{1}
	}
	return []int{2}
}

// onRow is numbers as points of one height.
func onRow(x []float32, y float32) (out []float32) {
	for _, v := range x {
		out = append(out, v, y)
	}
	return out
}

// machineField is what D says of the samples' place: of a line the same in every row.
func machineField(s *wire.Snapshot) plot.Field {
	if f := s.Array(probe.Field); f.Dim(0) > 0 && f.Dim(0) == f.Dim(1) {
		return plot.Field{Size: f.Dim(0), D: f.Floats}
	}
	line := s.Floats(probe.LineField)
	return plot.Field{Size: len(line), D: slices.Repeat(line, len(line))}
}

// machineScene is what the machine shows of a snapshot, and whether units are among it.
func machineScene(spec experiment.Spec, s *wire.Snapshot, t wire.Trace) (plot.MachineScene, bool) {
	theory := control.LossOptions(&spec)
	out := plot.MachineScene{
		Noise: s.Floats(probe.MachineNoise), Real: s.Floats(probe.Real), Samples: s.Floats(probe.Samples), Verdicts: s.Floats(probe.MachineVerdicts),
		Latent: spec.Latent, Reach: probe.NoiseReach(spec.Noise), Window: plot.WindowOf(s),
		Weights: [2][]float32{s.Floats(probe.WeightsG), s.Floats(probe.WeightsD)}, Inputs: [2]int{2, len(probe.Chosen(2 * spec.Pack))},
		Theory: [2]*plot.Reference{theory.D, theory.G}, Number: control.CurveNumber,
	}
	if w := s.Floats(probe.LineWindow); len(w) == 2 {
		out.Window = plot.Window{X0: w[0], X1: w[1], Y0: -1, Y1: 1}
		out.Real, out.Samples = onRow(s.Floats(probe.LineReal), .25), onRow(s.Floats(probe.LineSamples), -.25)
		out.Inputs[1] = len(probe.Chosen(spec.Pack))
	}
	if s.Array(probe.MachineNoise).Dim(1) == 1 {
		out.Noise, out.Inputs[0] = onRow(out.Noise, 0), 1
	}
	const most = 2 * 400 // points are for the eye
	out.Real, out.Samples = out.Real[:min(len(out.Real), most)], out.Samples[:min(len(out.Samples), most)]
	for i, key := range []string{probe.LossD, probe.LossG} {
		if v := t.Column(key); len(v) > 0 {
			out.Losses[i] = float64(v[len(v)-1])
		}
	}
	units := len(s.Floats(probe.ResponsesG)) > 0 && len(s.Floats(probe.ResponsesD)) > 0
	if !units {
		classes := 0
		if spec.Condition != "none" {
			for _, c := range s.Bytes(probe.RealClass) {
				classes = max(classes, int(c)+1)
			}
		}
		shape := exampleShape(s)
		out.Text = [2][]string{layerTexts(&spec.Generator, spec.DesignG(shape, classes)), layerTexts(&spec.Discriminator, spec.DesignD(shape, classes))}
	}
	return out, units
}
