package plot

import "math"

// rowOfParts is the width in pixels from which the small machine's parts stand in one row.
const rowOfParts = 480

// LaySmall lays out a machine in w by h pixels where units have no room: G is the grid that it bends, D what it says of each place. The parts stand in a
// row, or where that is too narrow in three: noise and G, the samples, D and the losses.
func LaySmall(w, h float64) Machine {
	m := Machine{W: w, H: h, Small: true}
	if w < rowOfParts {
		return m.inRows()
	}
	const foot, lead = 44, 20
	part := math.Min(.145*w, .34*h)
	big := math.Min(.3*w, h-machineHead-foot-lead)
	losses := math.Max(part, 92)
	gap := (w - big - 3*part - losses - 2) / 4
	middle := machineHead + (h-machineHead-foot)/2
	x := 1.
	next := func(side float64) Box {
		b := Box{x, middle - side/2, side, side}
		x += side + gap
		return b
	}
	m.Noise, m.Players[0].Box, m.Samples, m.Players[1].Box = next(part), next(part), next(big), next(part)
	d := m.Players[1].Box
	m.Verdicts = Box{d.X + d.W, middle, 0, 0} // a loss is of what leaves D
	m.Losses = [2]Box{{x, middle - lossCard - 4, losses, lossCard}, {x, middle + 4, losses, lossCard}}
	return m
}

// lossCard is the height of a loss's card without what theory says.
const lossCard = 52.0

func (m Machine) inRows() Machine {
	const edge, row = 10, machineHead + 8
	part := math.Max(math.Min(.3*m.W, (m.H-3*row)*.24), 40)
	last := math.Max(part, 2*lossCard+4)
	big := math.Max(math.Min(.62*m.W, m.H-3*row-part-last), 40)
	right := m.W - edge - part
	m.Noise, m.Players[0].Box = Box{edge, machineHead, part, part}, Box{right, machineHead, part, part}
	m.Samples = Box{(m.W - big) / 2, machineHead + part + row, big, big}
	y := m.Samples.Y + big + row
	m.Players[1].Box = Box{edge, y + (last-part)/2, part, part}
	losses := math.Max(part, 92)
	m.Losses[0] = Box{m.W - edge - losses, y + last/2 - lossCard - 2, losses, lossCard}
	m.Losses[1] = Box{m.W - edge - losses, y + last/2 + 2, losses, lossCard}
	return m
}

// turns lead from row to row of the small machine.
func (m Machine) turns(b *svg, t Theme) {
	arrow := func(c Colour, path string, x, y, dx, dy float64) {
		b.tag("path", "d", path, "fill", "none", "stroke", c.Hex(), "stroke-width", "1.5")
		b.tag("path", "d", "M"+place(x, y)+"L"+place(x-7*dx-4*dy, y-7*dy-4*dx)+"L"+place(x-7*dx+4*dy, y-7*dy+4*dx)+"Z", "fill", c.Hex())
	}
	z, g, x, d, l := m.Noise, m.Players[0].Box, m.Samples, m.Players[1].Box, m.Losses[0]
	y := z.Y + z.H/2
	arrow(t.Quiet, "M"+place(z.X+z.W, y)+"H"+one(g.X-3), g.X-2, y, 1, 0)
	down, side := g.X+g.W*.6, x.Y+.3*x.H
	arrow(t.Generated.Ink, "M"+place(down, g.Y+g.H)+"V"+one(side)+"H"+one(x.X+x.W+3), x.X+x.W+2, side, -1, 0)
	down, side = d.X+d.W*.3, x.Y+.7*x.H
	arrow(t.Text, "M"+place(x.X, side)+"H"+one(down)+"V"+one(d.Y-3), down, d.Y-2, 0, 1)
	y = d.Y + d.H/2
	arrow(t.Text, "M"+place(d.X+d.W, y)+"H"+one(l.X-3), l.X-2, y, 1, 0)
}

// inside is what a small player is seen to do: G's bent grid, or the line where D cannot tell.
func (m Machine) inside(b *svg, t Theme, player int, s MachineScene) {
	box := m.Players[player].Box
	if player == 0 {
		b.net(box, s, t.Generated.Ink)
		return
	}
	if s.Field.Size < 2 {
		return
	}
	steps, path := float64(s.Field.Size-1), ""
	for _, line := range s.Field.Softened().Contours(.5) {
		for i, p := range Smooth(line, 2) {
			path += pen(i == 0) + place(box.X+float64(p.X)/steps*box.W, box.Y+box.H-float64(p.Y)/steps*box.H)
		}
	}
	if path != "" {
		b.tag("path", "d", path, "fill", "none", "stroke", t.Text.Hex(), "stroke-width", "1.25")
	}
}

func pen(begins bool) string {
	if begins {
		return "M"
	}
	return "L"
}

// mostStrands is how many lines each way a small grid has at most.
const mostStrands = 13

// net is the grid of noise as G bends it, in a box: what lies outside the window is left out.
func (b *svg) net(box Box, s MachineScene, c Colour) {
	rows, cols := s.Sheet[0], s.Sheet[1]
	if rows*cols == 0 || len(s.Bent) < 2*rows*cols {
		return
	}
	path, off := "", true
	to := func(i int, begins bool) {
		off = off || begins
		x, y, ok := box.On(s.Window, s.Bent[2*i:2*i+2])
		inside := ok && x > box.X && x < box.X+box.W && y > box.Y && y < box.Y+box.H
		if inside {
			path += pen(off) + place(x, y)
		}
		off = !inside
	}
	every := func(n int) int { return max(1, (n-1+mostStrands-2)/(mostStrands-1)) }
	for r := 0; r < rows; r += every(rows) {
		for k := range cols {
			to(r*cols+k, k == 0)
		}
	}
	if rows > 1 {
		for k := 0; k < cols; k += every(cols) {
			for r := range rows {
				to(r*cols+k, r == 0)
			}
		}
	}
	b.tag("path", "d", path, "fill", "none", "stroke", c.Hex(), "stroke-width", "1", "stroke-opacity", ".75")
}
