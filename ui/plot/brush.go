package plot

import "math"

// Brush is a disc that lies on the machine's noise or on its samples. Noise and samples of one number belong together: what lies under it lights up in
// both.
type Brush struct {
	OnSamples bool
	X, Y, R   float64 // in pixels of the machine's picture
}

// Box is the picture that the brush lies on.
func (b Brush) Box(m Machine) Box {
	if b.OnSamples {
		return m.Samples
	}
	return m.Noise
}

// Within is the brush with its middle in its picture.
func (b Brush) Within(m Machine) Brush {
	box := b.Box(m)
	b.X, b.Y = math.Max(box.X, math.Min(b.X, box.X+box.W)), math.Max(box.Y, math.Min(b.Y, box.Y+box.H))
	return b
}

// noiseWindow is the part of the noise's plane that is shown.
func (s MachineScene) noiseWindow() Window {
	reach := 1.2 * s.Reach
	return Window{-reach, -reach, reach, reach}
}

// Under are the numbers of the points that lie under a brush, of those that have a point in both pictures.
func (m Machine) Under(s MachineScene, b Brush) (lit []int) {
	xy, w := s.Noise, s.noiseWindow()
	if b.OnSamples {
		xy, w = s.Samples, s.Window
	}
	for i := range min(len(s.Noise), len(s.Samples)) / 2 {
		if x, y, ok := b.Box(m).On(w, xy[2*i:2*i+2]); ok && math.Hypot(x-b.X, y-b.Y) <= b.R {
			lit = append(lit, i)
		}
	}
	return lit
}

// BrushSVG is the brush, and the points that it lights up in both pictures, to lie over the machine.
func (m Machine) BrushSVG(t Theme, s MachineScene, b Brush, lit []int) string {
	var out svg
	out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + one(m.W) + `" height="` + one(m.H) + `" viewBox="0 0 ` + one(m.W) + " " + one(m.H) + `" aria-hidden="true">`)
	for _, p := range []struct {
		box  Box
		w    Window
		xy   []float32
		ink  Colour
		size float64
	}{{m.Noise, s.noiseWindow(), s.Noise, t.Text, 3.5}, {m.Samples, s.Window, s.Samples, t.Generated.Ink, 4.5}} {
		path := ""
		for _, i := range lit {
			if x, y, ok := p.box.On(p.w, p.xy[2*i:2*i+2]); ok {
				path += "M" + place(x, y) + "h0"
			}
		}
		if path != "" {
			line := func(ink Colour, width float64) {
				out.tag("path", "d", path, "stroke", ink.Hex(), "stroke-width", width, "stroke-linecap", "round", "fill", "none")
			}
			line(t.Page, p.size+4)
			line(t.Text, p.size+2)
			line(p.ink, p.size)
		}
	}
	out.tag("circle", "cx", b.X, "cy", b.Y, "r", b.R, "fill", "none", "stroke", t.Page.Hex(), "stroke-width", "3.5")
	out.tag("circle", "cx", b.X, "cy", b.Y, "r", b.R, "fill", "none", "stroke", t.Text.Hex(), "stroke-width", "1.5")
	out.WriteString("</svg>")
	return out.String()
}

// BrushSays is what lies under a brush in words: how many points, where they come from and where they go, and what D says of them.
func (s MachineScene) BrushSays(b Brush, lit []int) string {
	all := min(len(s.Noise), len(s.Samples)) / 2
	if len(lit) == 0 {
		return "Nothing lies under the brush."
	}
	from, to, says := [2]float64{}, [2]float64{}, 0.0
	for _, i := range lit {
		for k := range 2 {
			from[k] += float64(s.Noise[2*i+k]) / float64(len(lit))
			to[k] += float64(s.Samples[2*i+k]) / float64(len(lit))
		}
		if at := len(s.Verdicts)/2 + i; at < len(s.Verdicts) {
			says += float64(s.Verdicts[at]) / float64(len(lit))
		}
	}
	pair := func(v [2]float64) string { return "(" + Fixed(v[0], 2) + ", " + Fixed(v[1], 2) + ")" }
	text := Count(len(lit)) + " of " + Count(all) + " samples: noise around " + pair(from) + " becomes samples around " + pair(to)
	if b.OnSamples {
		text = Count(len(lit)) + " of " + Count(all) + " samples: those around " + pair(to) + " come from noise around " + pair(from)
	}
	if len(s.Verdicts) > 0 {
		text += "; D says " + Fixed(says, 2)
	}
	return text + "."
}
