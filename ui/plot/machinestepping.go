package plot

import (
	"math"
	"strconv"
)

// Part is a part of the machine, or several.
type Part uint8

// The parts, in the order in which they lie.
const (
	PartNoise Part = 1 << iota
	PartG
	PartSamples
	PartD
	PartVerdicts
	PartLossD
	PartLossG
	AllParts = 1<<iota - 1
)

// MachineStepping is what a step-through adds to the machine.
type MachineStepping struct {
	Lit     Part // what is at work; the rest is faint
	Returns int  // whose gradient goes back: 1 D's, 2 G's, 0 nobody's

	Noise, Real, Made []float32 // the pair that is followed: each a place of its plane, or none
	// Push is the way in which the loss moves the sample, Pushes in which it moves each of the minibatch; nil where that is not told.
	Push, Pushes []float32
	After        []float32 // where the update moves the sample, or none
	Afters       []float32 // and each sample of the minibatch
	Says         []float64 // D of the real one and of the generated one, or none
	// Fires is how strongly each shown unit of G and of D responds to the sample that is followed, from 0 to 1; none where units are not shown.
	Fires [2][]float32
}

// faint is how much of a part is seen that is not at work.
const faint = .38

// Shown is how much of a part is seen.
func (w *MachineStepping) Shown(p Part) float64 {
	if w == nil || w.Lit&p != 0 {
		return 1
	}
	return faint
}

// Fired is how much of a unit's picture is seen: less where it does not fire for the sample that is followed.
func (w *MachineStepping) Fired(player, unit int) float64 {
	seen := w.Shown([]Part{PartG, PartD}[player])
	if w != nil && seen == 1 && unit < len(w.Fires[player]) && w.Fires[player][unit] <= leastFire {
		return .25
	}
	return seen
}

// leastFire is the least response of a unit that counts as one.
const leastFire = .03

// ringed is how a shown unit is framed: strongly where it fires.
func (w *MachineStepping) ringed(t Theme, player, unit int) (c Colour, width float64) {
	if w == nil || w.Lit&[]Part{PartG, PartD}[player] == 0 || unit >= len(w.Fires[player]) || w.Fires[player][unit] <= leastFire {
		return t.Rule, 1
	}
	c = []Colour{t.Generated.Ink, t.Text}[player]
	if w.Fires[player][unit] > .4 {
		return c, 2.25
	}
	return c, 1.25
}

// group opens a group of a part, as faint as it is.
func (w *MachineStepping) group(b *svg, p Part) {
	b.WriteString(`<g opacity="` + strconv.FormatFloat(w.Shown(p), 'f', 2, 64) + `">`)
}

// LayParts lays out some parts alone, in w by h pixels, where there is no room for all.
func LayParts(w, h float64, parts Part, g, d []int) Machine {
	m := Machine{W: w, H: h}
	shares := []float64{1, 1.1, 1.5, 1.1, .9, 1, 1}
	gap, pad, total, n := 12., 12., 0., 0
	for i, s := range shares {
		if parts&(1<<i) != 0 && (i < 6 || parts&PartLossD == 0) {
			total += s
			n++
		}
	}
	unit := (w - 2*pad - gap*float64(max(0, n-1))) / max(total, 1)
	x, middle := pad, (h+machineHead)/2
	square := func(width float64) Box {
		side := math.Min(width, h-machineHead-8)
		return Box{x + (width-side)/2, middle - side/2, side, side}
	}
	for i, s := range shares {
		if parts&(1<<i) == 0 {
			continue
		}
		width := s * unit
		switch Part(1 << i) {
		case PartNoise:
			m.Noise = square(width)
		case PartG, PartD:
			units, k := g, 0
			if Part(1<<i) == PartD {
				units, k = d, 1
			}
			m.Players[k] = layPlayer(Box{x, machineHead, width, h - machineHead - 4}, units)
		case PartSamples:
			m.Samples = square(width)
		case PartVerdicts:
			m.Verdicts = Box{x, middle - 80, width, 160}
		case PartLossD:
			m.Losses[0] = Box{x, middle - 42, width, 84}
			if parts&PartLossG != 0 {
				m.Losses[0].Y, m.Losses[1] = middle-90, Box{x, middle + 6, width, 84}
			}
		case PartLossG:
			if parts&PartLossD != 0 {
				continue
			}
			m.Losses[1] = Box{x, middle - 42, width, 84}
		}
		x += width + gap
	}
	return m
}

// followed draws what is followed over the planes of noise and samples.
func (m Machine) followed(b *svg, t Theme, s MachineScene) {
	w := s.Stepping
	if w == nil {
		return
	}
	if m.Noise.W > 0 {
		w.group(b, PartNoise)
		m.ring(b, t, t.Text, m.Noise, s.noiseWindow(), w.Noise, "z")
		b.WriteString("</g>")
	}
	if m.Samples.W > 0 {
		w.group(b, PartSamples)
		m.ring(b, t, t.Real.Word, m.Samples, s.Window, w.Real, "x")
		m.ring(b, t, t.Generated.Word, m.Samples, s.Window, w.Made, "G(z)")
		m.pushes(b, t, s)
		m.moved(b, t, s)
		b.WriteString("</g>")
	}
	if m.Verdicts.W > 0 && len(w.Says) == 2 {
		w.group(b, PartVerdicts)
		m.said(b, t, s)
		b.WriteString("</g>")
	}
}

// On is where a place of a window lies in a box, and whether it does.
func (box Box) On(w Window, at []float32) (x, y float64, ok bool) {
	if len(at) != 2 || w.X1 <= w.X0 || w.Y1 <= w.Y0 {
		return 0, 0, false
	}
	u, v := float64((at[0]-w.X0)/(w.X1-w.X0)), float64((at[1]-w.Y0)/(w.Y1-w.Y0))
	if !(math.Abs(u) < 1e6 && math.Abs(v) < 1e6) {
		return 0, 0, false
	}
	inside := func(s float64) float64 { return math.Min(math.Max(s, 0), 1) }
	return box.X + inside(u)*box.W, box.Y + (1-inside(v))*box.H, true
}

// ring marks a place that is followed, by its name.
func (m Machine) ring(b *svg, t Theme, c Colour, box Box, w Window, at []float32, name string) {
	x, y, ok := box.On(w, at)
	if !ok {
		return
	}
	b.tag("circle", "cx", x, "cy", y, "r", "8.5", "fill", "none", "stroke", t.Page.Hex(), "stroke-width", "5")
	b.tag("circle", "cx", x, "cy", y, "r", "8.5", "fill", "none", "stroke", c.Hex(), "stroke-width", "2")
	b.tag("circle", "cx", x, "cy", y, "r", "3", "fill", c.Hex())
	anchor, dx := "start", 13.
	if x > box.X+box.W-44 {
		anchor, dx = "end", -13
	}
	b.words(x+dx, y+4, name, "fill", c.Hex(), "font-weight", "620", "text-anchor", anchor, "stroke", t.Page.Hex(), "stroke-width", "3", "paint-order", "stroke", "font-style", "italic")
}

// longestPush is what no arrow is longer than, in pixels; one as long as the minibatch's mean has half of it.
const longestPush = 44.0

// pushes are arrows from the minibatch's samples, and a strong one from the one that is followed.
func (m Machine) pushes(b *svg, t Theme, s MachineScene) {
	w := s.Stepping
	mean := 0.
	for i := 0; i+1 < len(w.Pushes); i += 2 {
		mean += math.Hypot(float64(w.Pushes[i]), float64(w.Pushes[i+1])) / float64(len(w.Pushes)/2)
	}
	if !(mean > 0) || math.IsInf(mean, 0) {
		return
	}
	arrow := func(at, push []float32, width float64, c Colour) {
		x, y, ok := m.Samples.On(s.Window, at)
		if !ok || len(push) != 2 {
			return
		}
		scale := longestPush / (mean + math.Hypot(float64(push[0]), float64(push[1])))
		dx, dy := scale*float64(push[0]), -scale*float64(push[1])
		length := math.Hypot(dx, dy)
		if !(length > 2) {
			return
		}
		ux, uy, head := dx/length, dy/length, math.Min(3+2*width, .5*length)
		tip := place(x+dx, y+dy)
		b.tag("path", "d", "M"+place(x, y)+"L"+place(x+dx-ux*head*.8, y+dy-uy*head*.8), "stroke", c.Hex(), "stroke-width", width, "fill", "none")
		b.tag("path", "d", "M"+tip+"L"+place(x+dx-ux*head-uy*head*.42, y+dy-uy*head+ux*head*.42)+"L"+place(x+dx-ux*head+uy*head*.42, y+dy-uy*head-ux*head*.42)+"Z", "fill", c.Hex())
	}
	for i := 0; i+1 < min(len(w.Pushes), len(s.Samples), 2*120); i += 2 {
		arrow(s.Samples[i:i+2], w.Pushes[i:i+2], .8, t.Quiet)
	}
	if w.Push != nil {
		arrow(w.Made, w.Push, 2.4, t.Text)
	}
}

// moved shows where the update takes the samples.
func (m Machine) moved(b *svg, t Theme, s MachineScene) {
	w := s.Stepping
	path := ""
	for i := 0; i+1 < min(len(w.Afters), len(s.Samples)); i += 2 {
		x0, y0, a := m.Samples.On(s.Window, s.Samples[i:i+2])
		x1, y1, c := m.Samples.On(s.Window, w.Afters[i:i+2])
		if a && c {
			path += "M" + place(x0, y0) + "L" + place(x1, y1)
		}
	}
	if path != "" {
		b.tag("path", "d", path, "stroke", t.Generated.Ink.Hex(), "stroke-width", "1", "fill", "none")
	}
	x0, y0, a := m.Samples.On(s.Window, w.Made)
	x1, y1, c := m.Samples.On(s.Window, w.After)
	if !a || !c {
		return
	}
	b.tag("path", "d", "M"+place(x0, y0)+"L"+place(x1, y1), "stroke", t.Generated.Word.Hex(), "stroke-width", "2", "fill", "none")
	b.tag("circle", "cx", x1, "cy", y1, "r", "5.5", "fill", t.Page.Hex(), "stroke", t.Generated.Word.Hex(), "stroke-width", "2.5")
}

// said marks what D says of the two that are followed, beside the histograms.
func (m Machine) said(b *svg, t Theme, s MachineScene) {
	v := m.Verdicts
	top, bottom := v.Y+14, v.Y+v.H-24
	reach := Field{D: s.Verdicts}.Reach()
	for i, c := range []Colour{t.Real.Word, t.Generated.Word} {
		share := (s.Stepping.Says[i] - (.5 - reach)) / (2 * reach)
		if share != share {
			continue
		}
		y := bottom - (bottom-top)*math.Min(math.Max(share, 0), 1)
		x, side := v.X, -1.
		if i == 1 {
			x, side = v.X+v.W, 1
		}
		b.tag("path", "d", "M"+place(x, y)+"l"+place(side*9, -6)+"v12z", "fill", c.Hex())
		b.tag("path", "d", "M"+place(v.X+v.W/2, y)+"H"+one(x), "stroke", c.Hex(), "stroke-width", "2")
	}
}
