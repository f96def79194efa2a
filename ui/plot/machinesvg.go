package plot

import (
	"math"
	"slices"
	"strconv"

	"ganvas/core/probe"
)

// MachineScene is what the machine shows at one step.
type MachineScene struct {
	Noise, Real, Samples []float32 // points: of the noise in units of Reach, of the others in the Window; none where they are no planes
	Latent               int       // how many numbers the noise of one sample has, which stands where it is no plane
	Reach                float32
	Window               Window
	Verdicts             []float32    // D of real points, then of as many samples; none where they are not known
	Weights              [2][]float32 // G's and D's between the units that are shown, see probe.WeightsG
	Inputs               [2]int       // how many inputs G and D are shown with
	Above                [2]string    // what stands above G and D beside their names, where there is room
	Text                 [2][]string  // the layers of players whose units are not shown, first to last
	Losses               [2]float64   // D's and G's
	Theory               [2]*Reference
	Number               func(float64) string // a loss as people read it
	Stepping             *MachineStepping     // of a step-through, or nil
	// Of the small machine: G on a grid of noise of so many rows and columns, in the Window, and D's field.
	Bent  []float32
	Sheet [2]int
	Field Field
}

// mostEdges is how many weights of a layer are drawn: the largest.
const mostEdges = 60

// SVG is all of the machine but the pictures of units and of D's field, which lie below it.
func (m Machine) SVG(t Theme, s MachineScene) string {
	var b svg
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + one(m.W) + `" height="` + one(m.H) + `" viewBox="0 0 ` + one(m.W) + " " + one(m.H) +
		`" font-family="system-ui, sans-serif" font-size="12" aria-hidden="true">`)
	m.wires(&b, t, s.Stepping)
	for i, name := range []string{"Generator G", "Discriminator D"} {
		p, ink := m.Players[i], t.Text
		if p.Box.W <= 0 {
			continue
		}
		if p.Box.W < 150 {
			name = []string{"G", "D"}[i]
		}
		word := ink
		if i == 0 {
			ink, word = t.Generated.Ink, t.Generated.Word
		}
		b.tag("rect", "x", p.Box.X+.5, "y", p.Box.Y+.5, "width", p.Box.W-1, "height", p.Box.H-1, "rx", "8", "fill", "none", "stroke", ink.Hex(), "stroke-width", "1.5")
		b.words(p.Box.X+2, p.Box.Y-9, name, "fill", word.Hex(), "font-size", "15", "font-weight", "620")
		if p.Box.W > 260 {
			b.words(p.Box.X+p.Box.W-2, p.Box.Y-9, s.Above[i], "fill", t.Quiet.Hex(), "text-anchor", "end")
		}
		s.Stepping.group(&b, []Part{PartG, PartD}[i])
		p.edges(&b, t, s.Weights[i], s.Inputs[i])
		p.texts(&b, t, s.Text[i])
		if m.Small {
			m.inside(&b, t, i, s)
		}
		n := 0
		for _, layer := range p.Layers {
			for _, u := range layer {
				c, width := s.Stepping.ringed(t, i, n)
				b.tag("rect", "x", u.X-.5, "y", u.Y-.5, "width", u.W+1, "height", u.H+1, "fill", "none", "stroke", c.Hex(), "stroke-width", width)
				n++
			}
		}
		b.WriteString("</g>")
	}
	m.ends(&b, t, s)
	for i, l := range m.Losses {
		if l.W > 0 {
			if m.Small {
				s.Theory[i] = nil
			}
			s.Stepping.group(&b, []Part{PartLossD, PartLossG}[i])
			loss(&b, t, l, i, s)
			b.WriteString("</g>")
		}
	}
	m.followed(&b, t, s)
	b.WriteString("</svg>")
	return b.String()
}

// wires lead from part to part, and the gradients back below.
func (m Machine) wires(b *svg, t Theme, w *MachineStepping) {
	if m.Noise.W <= 0 || m.Losses[0].W <= 0 || m.Losses[1].W <= 0 {
		return // some parts alone
	}
	if m.Small && m.W < rowOfParts {
		m.turns(b, t)
		return
	}
	y := m.Noise.Y + m.Noise.H/2
	g, d := m.Players[0].Box, m.Players[1].Box
	line := func(c Colour, path string) {
		b.tag("path", "d", path, "fill", "none", "stroke", c.Hex(), "stroke-width", "1.5")
	}
	across := func(c Colour, from, to Box) { line(c, "M"+place(from.X+from.W, y)+"H"+one(to.X)) }
	across(t.Quiet, m.Noise, g)
	across(t.Generated.Ink, g, m.Samples)
	line(t.Real.Ink, "M"+place(m.Samples.X+m.Samples.W, y-4)+"H"+one(d.X))
	line(t.Generated.Ink, "M"+place(m.Samples.X+m.Samples.W, y+4)+"H"+one(d.X))
	across(t.Text, d, m.Verdicts)
	for i, c := range []Colour{t.Text, t.Generated.Ink} {
		l, v := m.Losses[i], m.Verdicts
		from, to, half := v.X+v.W, l.X, (l.X-v.X-v.W)/2
		ly := l.Y + l.H/2
		line(c, "M"+place(from, y)+"C"+place(from+half, y)+" "+place(to-half, ly)+" "+place(to, ly))
		p, low := d, m.H-machineFoot+26
		words := "gradient of D’s loss changes D"
		if i == 1 {
			p, low = g, m.H-machineFoot+54
			words = "gradient of G’s loss goes back through D and the samples, and changes G"
		}
		if m.Small {
			low = m.H - 27 + 22*float64(i)
			words = "changes " + []string{"D", "G"}[i]
		}
		returns := 1.
		if w != nil && w.Returns != i+1 {
			returns = faint
		}
		b.WriteString(`<g opacity="` + strconv.FormatFloat(returns, 'f', 2, 64) + `">`)
		x, at := l.X+l.W*(.75-.4*float64(i)), p.X+p.W*.5
		top := m.Losses[1].Y + l.H // both leave below the cards
		line(c, "M"+place(x, top)+"V"+one(low)+"H"+one(at)+"V"+one(p.Y+p.H+3))
		line(c, "M"+place(at-4, p.Y+p.H+8)+"l4 -6 4 6")
		b.words(at+12, low-5, words, "fill", t.Quiet.Hex())
		b.WriteString("</g>")
	}
}

// edges are the largest weights of each layer: faint where they are small beside the largest, dashed where they are negative.
func (p MachinePlayer) edges(b *svg, t Theme, weights []float32, inputs int) {
	if len(p.Layers) == 0 || len(weights) == 0 {
		return
	}
	middle := p.Box.Y + p.Box.H/2
	ends := func(i, n int, right bool) (float64, float64) {
		switch {
		case i < 0:
			return p.Box.X, middle
		case i == len(p.Layers):
			return p.Box.X + p.Box.W, middle
		}
		layer := p.Layers[i]
		u, last := layer[n], layer[min(len(layer), p.columns(len(layer)))-1]
		if right {
			return last.X + last.W, u.Y + u.H/2
		}
		return layer[0].X, u.Y + u.H/2
	}
	for i := 0; i <= len(p.Layers); i++ {
		rows, cols := inputs, 0
		if i > 0 {
			rows = len(p.Layers[i-1])
		}
		if i < len(p.Layers) {
			cols = len(p.Layers[i])
		} else {
			cols = len(weights) / rows
		}
		n := min(rows*cols, len(weights))
		all := Edges(weights[:n], cols, mostEdges)
		weights = weights[n:]
		if len(all) == 0 {
			continue
		}
		greatest := math.Abs(float64(all[0].Weight))
		for _, e := range all {
			x0, y0 := ends(i-1, e.From, true)
			x1, y1 := ends(i, e.To, false)
			bend := (x1 - x0) / 2
			share := math.Abs(float64(e.Weight)) / greatest
			attributes := []any{"d", "M" + place(x0, y0) + "C" + place(x0+bend, y0) + " " + place(x1-bend, y1) + " " + place(x1, y1),
				"fill", "none", "stroke", t.Text.Hex(), "stroke-opacity", strconv.FormatFloat(.1+.4*share, 'f', 2, 64), "stroke-width", .5 + share}
			if e.Weight < 0 {
				attributes = append(attributes, "stroke-dasharray", "3 2")
			}
			b.tag("path", attributes...)
		}
	}
}

// leastText is the least height of a layer's text.
const leastText = 19.0

// texts are the layers as plain boxes, one below the other.
func (p MachinePlayer) texts(b *svg, t Theme, layers []string) {
	if len(layers) == 0 {
		return
	}
	if fit := max(int((p.Box.H-2*machinePad)/leastText), 1); len(layers) > fit { // the first ones, and that there are more
		layers = append(slices.Clone(layers[:fit-1]), "…")
	}
	step := math.Min((p.Box.H-2*machinePad)/float64(len(layers)), 44)
	y := p.Box.Y + p.Box.H/2 - step*float64(len(layers))/2
	letters := int((p.Box.W - 2*machinePad - 12) / 6.4)
	for _, text := range layers {
		if r := []rune(text); len(r) > letters {
			text = string(r[:max(letters-1, 0)]) + "…"
		}
		b.tag("rect", "x", p.Box.X+machinePad, "y", y+2, "width", p.Box.W-2*machinePad, "height", step-4, "rx", "4", "fill", t.Raised.Hex(), "stroke", t.Edge.Hex())
		b.words(p.Box.X+p.Box.W/2, y+step/2+4, text, "fill", t.Text.Hex(), "text-anchor", "middle")
		y += step
	}
}

// ends are the noise, the points and the verdicts.
func (m Machine) ends(b *svg, t Theme, s MachineScene) {
	frame := func(box Box, fill string) {
		b.tag("rect", "x", box.X+.5, "y", box.Y+.5, "width", box.W-1, "height", box.H-1, "rx", "3", "fill", fill, "stroke", t.Rule.Hex())
	}
	title := func(box Box, text string) {
		b.words(box.X, box.Y-8, text, "fill", t.Text.Hex(), "font-weight", "620")
	}
	if m.Noise.W > 0 {
		title(m.Noise, "Noise z")
		s.Stepping.group(b, PartNoise)
		frame(m.Noise, t.Page.Hex())
		b.dots(m.Noise, s.noiseWindow(), s.Noise, t.Quiet, 2.2)
		if len(s.Noise) == 0 && s.Latent > 0 {
			b.words(m.Noise.X+m.Noise.W/2, m.Noise.Y+m.Noise.H/2-2, strconv.Itoa(s.Latent), "fill", t.Text.Hex(), "font-size", "15", "text-anchor", "middle")
			b.words(m.Noise.X+m.Noise.W/2, m.Noise.Y+m.Noise.H/2+14, map[bool]string{true: "number", false: "numbers"}[s.Latent == 1], "fill", t.Quiet.Hex(), "text-anchor", "middle")
		}
		b.WriteString("</g>")
	}
	if m.Samples.W > 0 {
		title(m.Samples, "Real and generated")
		s.Stepping.group(b, PartSamples)
		frame(m.Samples, "none")
		b.dots(m.Samples, s.Window, s.Real, t.Real.Ink, 4.4)
		b.dots(m.Samples, s.Window, s.Samples, t.Generated.Ink, 2.8)
		b.WriteString("</g>")
	}
	if m.Verdicts.W > 0 {
		title(m.Verdicts, "Verdicts D(x)")
		s.Stepping.group(b, PartVerdicts)
		frame(m.Verdicts, t.Page.Hex())
		m.histograms(b, t, s.Verdicts)
		b.WriteString("</g>")
	}
}

// dots are points in a box as round ends of a line.
func (b *svg) dots(box Box, w Window, xy []float32, c Colour, width float64) {
	if w.X1 <= w.X0 || w.Y1 <= w.Y0 || len(xy) == 0 {
		return
	}
	path := ""
	for ; len(xy) > 1; xy = xy[2:] {
		x, y := (xy[0]-w.X0)/(w.X1-w.X0), (xy[1]-w.Y0)/(w.Y1-w.Y0)
		if x >= 0 && x <= 1 && y >= 0 && y <= 1 {
			path += "M" + place(box.X+float64(x)*box.W, box.Y+(1-float64(y))*box.H) + "h0"
		}
	}
	b.tag("path", "d", path, "stroke", c.Hex(), "stroke-width", width, "stroke-linecap", "round", "stroke-opacity", ".7", "fill", "none")
}

const machineBins = 21

// histograms are what D says of real points, to the left, and of samples, to the right, 1 at the top.
func (m Machine) histograms(b *svg, t Theme, verdicts []float32) {
	v, middle := m.Verdicts, m.Verdicts.X+m.Verdicts.W/2
	top, bottom := v.Y+14, v.Y+v.H-24
	var reach float64
	if len(verdicts) > 0 {
		reach = Field{D: verdicts}.Reach()
	} else {
		b.words(middle, v.Y+v.H/2, "not shown", "fill", t.Quiet.Hex(), "text-anchor", "middle")
		return
	}
	half := len(verdicts) / 2
	counts := [2][]int{binned(verdicts[:half], .5-reach, .5+reach, machineBins), binned(verdicts[half:], .5-reach, .5+reach, machineBins)}
	most := 1
	for i := range machineBins {
		most = max(most, counts[0][i], counts[1][i])
	}
	step := (bottom - top) / machineBins
	for i := range machineBins {
		y := bottom - step*float64(i+1)
		for side, c := range []Colour{t.Real.Ink, t.Generated.Ink} {
			w := (v.W/2 - 8) * float64(counts[side][i]) / float64(most)
			b.tag("rect", "x", middle-w*float64(1-side), "y", y+.5, "width", w, "height", math.Max(step-1, 1), "fill", c.Hex())
		}
	}
	centre := (top + bottom) / 2
	b.tag("path", "d", "M"+place(v.X+4, centre)+"H"+one(v.X+v.W-4), "stroke", t.Text.Hex(), "stroke-dasharray", "4 3")
	for _, k := range []struct {
		y    float64
		text string
	}{{top + 2, Fixed(.5+reach, 2)}, {centre - 3, "½"}, {bottom, Fixed(.5-reach, 2)}} {
		b.words(v.X+4, k.y, k.text, "fill", t.Quiet.Hex(), "font-size", "11")
	}
	b.words(v.X+4, v.Y+v.H-7, "real", "fill", t.Real.Word.Hex(), "font-size", "11")
	b.words(v.X+v.W-4, v.Y+v.H-7, "generated", "fill", t.Generated.Word.Hex(), "font-size", "11", "text-anchor", "end")
}

// loss is a card: a player's loss, and what theory says of it.
func loss(b *svg, t Theme, l Box, i int, s MachineScene) {
	b.tag("rect", "x", l.X+.5, "y", l.Y+.5, "width", l.W-1, "height", l.H-1, "rx", "8", "fill", t.Page.Hex(), "stroke", t.Rule.Hex())
	ink, word, name := t.Text, t.Text, "D’s loss"
	if i == 1 {
		ink, word, name = t.Generated.Ink, t.Generated.Word, "G’s loss"
	}
	b.words(l.X+10, l.Y+20, name, "fill", word.Hex(), "font-weight", "620")
	b.words(l.X+10, l.Y+44, s.Number(s.Losses[i]), "fill", t.Text.Hex(), "font-size", "20", "font-weight", "620")
	ref := s.Theory[i]
	if ref == nil {
		return
	}
	full := math.Max(2*math.Abs(ref.Value), .5)
	w := l.W - 20
	at := func(v float64) float64 { return math.Min(math.Max(math.Abs(v)/full, 0), 1) * w }
	b.tag("rect", "x", l.X+10, "y", l.Y+52, "width", w, "height", "5", "rx", "2", "fill", t.Sunk.Hex())
	if v := s.Losses[i]; v == v {
		b.tag("rect", "x", l.X+10, "y", l.Y+52, "width", at(v), "height", "5", "rx", "2", "fill", ink.Hex())
	}
	b.tag("rect", "x", l.X+9+at(ref.Value), "y", l.Y+49, "width", "2", "height", "11", "fill", t.Text.Hex())
	text := "theory: " + ref.Name
	if n := s.Number(ref.Value); n != ref.Name && l.W > 140 {
		text += " = " + n
	}
	b.words(l.X+10, l.Y+75, text, "fill", t.Quiet.Hex(), "font-size", "11")
}

// FieldPixels is D's field as pixels, RGBA, the top row first.
func FieldPixels(t Theme, f Field) []uint8 {
	out := make([]uint8, 0, 4*len(f.D))
	reach := f.Reach()
	for row := f.Size - 1; row >= 0; row-- {
		for _, d := range f.D[row*f.Size : (row+1)*f.Size] {
			c := t.FieldColour(float64(d), reach, 1)
			out = append(out, c.R, c.G, c.B, 255)
		}
	}
	return out
}

// ShownUnits are how many units are shown of layers of these widths.
func ShownUnits(widths []int) (out []int) {
	for _, n := range widths {
		out = append(out, len(probe.Chosen(n)))
	}
	return out
}
