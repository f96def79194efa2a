package plot

import (
	"cmp"
	"math"
	"slices"

	"ganvas/core/probe"
)

// Box is a rectangle in CSS pixels.
type Box struct{ X, Y, W, H float64 }

// Machine is where the parts of the machine lie: noise, G, samples, D, verdicts and losses from left to right.
type Machine struct {
	W, H                     float64
	Noise, Samples, Verdicts Box
	Reading                  Box    // of the unit that is pointed at
	Losses                   [2]Box // D's and G's
	Players                  [2]MachinePlayer
	Small                    bool // players are what they do, see LaySmall
}

// MachinePlayer is G or D: a column for each hidden layer, of a square for each unit that is shown.
type MachinePlayer struct {
	Box    Box
	Layers [][]Box
	rows   int // units one below the other; layers of more have two columns
}

const (
	machineHead = 30.0 // above the players, for their names
	machineFoot = 74.0 // below them, for the gradients that return
	machinePad  = 12.0
	unitGap     = 3.0
	unitLargest = 36.0
)

// LayMachine lays out a machine in w by h pixels, whose hidden layers have so many units that are shown.
func LayMachine(w, h float64, g, d []int) Machine {
	clamp := func(share, least, most float64) float64 { return math.Min(math.Max(share*w, least), most) }
	noise, samples, verdicts, losses, gap := clamp(.085, 70, 130), clamp(.17, 130, 250), clamp(.095, 84, 140), clamp(.11, 104, 160), clamp(.018, 14, 30)
	player := (w - noise - samples - verdicts - losses - 5*gap) / 2
	height := h - machineHead - machineFoot
	middle := machineHead + height/2
	centred := func(x, w, h float64) Box { return Box{x, middle - h/2, w, h} }
	m := Machine{W: w, H: h, Noise: centred(0, noise, noise)}
	x := noise + gap
	m.Players[0] = layPlayer(Box{x, machineHead, player, height}, g)
	x += player + gap
	m.Samples = centred(x, samples, samples)
	below := m.Samples.Y + samples + 16
	m.Reading = Box{x, below, samples, h - machineFoot - below}
	x += samples + gap
	m.Players[1] = layPlayer(Box{x, machineHead, player, height}, d)
	x += player + gap
	m.Verdicts = centred(x, verdicts, samples)
	x += verdicts + gap
	const card = 84
	m.Losses = [2]Box{{x, middle - card - 12, losses, card}, {x, middle + 12, losses, card}}
	return m
}

// layPlayer lays out a player in a box. Wide layers have one column or two, whichever leaves more room for a unit.
func layPlayer(box Box, units []int) MachinePlayer {
	p := MachinePlayer{Box: box}
	if len(units) == 0 {
		return p
	}
	w, h := box.W-2*machinePad, box.H-2*machinePad
	between := float64(len(units) - 1)
	columns, side := 0, 0.0
	for _, limit := range []int{probe.MachineUnits, (probe.MachineUnits + 1) / 2} {
		try := MachinePlayer{Box: box, rows: limit}
		of, rows := 0, 1
		for _, n := range units {
			of += try.columns(n)
			rows = max(rows, try.rowsOf(n))
		}
		if s := math.Floor(math.Min(math.Min(h/float64(rows), .68*w/float64(of)), unitLargest)); s > side {
			p, columns, side = try, of, s
		}
	}
	space := 0.0
	if between > 0 {
		space = (w - side*float64(columns)) / between
	}
	x := box.X + machinePad
	if between == 0 {
		x += (w - side*float64(columns)) / 2
	}
	for _, n := range units {
		top := box.Y + box.H/2 - side*float64(p.rowsOf(n))/2
		layer := make([]Box, n)
		for i := range layer {
			row, col := i/p.columns(n), i%p.columns(n)
			layer[i] = Box{math.Round(x + side*float64(col)), math.Round(top + side*float64(row)), side - unitGap, side - unitGap}
		}
		p.Layers = append(p.Layers, layer)
		x += side*float64(p.columns(n)) + space
	}
	return p
}

// columns and rowsOf are those of a layer of n units.
func (p MachinePlayer) columns(n int) int {
	if n > p.rows {
		return 2
	}
	return 1
}

func (p MachinePlayer) rowsOf(n int) int { return (n + p.columns(n) - 1) / p.columns(n) }

// Edge is a weight between a row and a column of its layer.
type Edge struct {
	From, To int
	Weight   float32
}

// Edges are the largest weights of a layer [rows, cols] by size, at most so many, the largest first. What is not finite is left out.
func Edges(weights []float32, cols, most int) (out []Edge) {
	for i, w := range weights {
		if w-w == 0 && w != 0 {
			out = append(out, Edge{i / cols, i % cols, w})
		}
	}
	slices.SortStableFunc(out, func(a, b Edge) int {
		return cmp.Compare(math.Abs(float64(b.Weight)), math.Abs(float64(a.Weight)))
	})
	return out[:min(len(out), most)]
}

// Range is the least and the greatest of numbers.
func Range(values []float32) (lo, hi float32) {
	if len(values) == 0 {
		return 0, 0
	}
	return slices.Min(values), slices.Max(values)
}

// Responses are units' responses as pixels, RGBA, one below the other, each MachineSide by MachineSide with the axes' right way up: the page where a
// unit responds least, ink where it does most. A unit that is the same everywhere is blank.
func Responses(t Theme, values []float32) []uint8 {
	const side = probe.MachineSide
	out := make([]uint8, 0, 4*len(values))
	for ; len(values) >= side*side; values = values[side*side:] {
		lo, hi := Range(values[:side*side])
		for row := side - 1; row >= 0; row-- {
			for _, v := range values[row*side : (row+1)*side] {
				share := 0.0
				if hi > lo {
					share = .9 * float64((v-lo)/(hi-lo))
				}
				c := t.Page.Mix(t.Text, share)
				out = append(out, c.R, c.G, c.B, 255)
			}
		}
	}
	return out
}

// binned counts numbers in so many equal bins from lo to hi; what lies outside is in the nearest.
func binned(values []float32, lo, hi float64, bins int) []int {
	out := make([]int, bins)
	for _, v := range values {
		if v == v {
			out[min(max(int((float64(v)-lo)/(hi-lo)*float64(bins)), 0), bins-1)]++
		}
	}
	return out
}
