package plot

import (
	"math"
	"strconv"
)

// Histogram is the distribution of a statistic by chance, as bars, with the outlines of two others over it, and a threshold.
type Histogram struct {
	Null      []float64 // the bars; those beyond the threshold are full
	Same      []float64 // outlined in the hue of the real
	Both      []float64 // and of the generated
	Observed  float64   // a line with its name, NaN for none
	Threshold float64   // a dashed line with a handle, NaN for none
}

const (
	histogramBins = 44
	histogramTop  = 34 // CSS pixels for the names of lines
	histogramFoot = 22
)

// X is the axis of values over a picture's width: it holds nearly all that there is, and both lines.
func (h Histogram) X(s Size) Scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, list := range [][]float64{h.Null, h.Same, h.Both, {h.Observed, h.Threshold}} {
		for _, v := range list {
			if !math.IsNaN(v) && !math.IsInf(v, 0) {
				lo, hi = math.Min(lo, v), math.Max(hi, v)
			}
		}
	}
	lo, hi = air(lo, hi)
	return Scale{lo, hi, 6 * s.Scale, s.W - 6*s.Scale}
}

// bars are the densities of values in bins over an axis.
func bars(x Scale, values []float64) []float64 {
	out := make([]float64, histogramBins)
	for _, v := range values {
		if i := int((v - x.From) / (x.To - x.From) * histogramBins); i >= 0 && i < histogramBins {
			out[i] += 1 / float64(len(values))
		}
	}
	return out
}

// SVG is the histogram as a picture.
func (h Histogram) SVG(s Size, t Theme) string {
	x := h.X(s)
	null, same, both := bars(x, h.Null), bars(x, h.Same), bars(x, h.Both)
	most := 0.
	for _, list := range [][]float64{null, same, both} {
		for _, v := range list {
			most = math.Max(most, v)
		}
	}
	top, bottom := histogramTop*s.Scale, s.H-histogramFoot*s.Scale
	y := func(v float64) float64 { return bottom - v/math.Max(most, 1e-9)*(bottom-top) }
	edge := func(i int) float64 { return x.Of(x.From + (x.To-x.From)*float64(i)/histogramBins) }
	b := sheet(s, t)
	for i, v := range null {
		if v == 0 {
			continue
		}
		opacity := ".35"
		if middle := x.From + (x.To-x.From)*(float64(i)+.5)/histogramBins; middle > h.Threshold {
			opacity = ".85"
		}
		b.tag("rect", "x", edge(i)+.5*s.Scale, "y", y(v), "width", edge(i+1)-edge(i)-s.Scale, "height", bottom-y(v), "fill", t.Quiet.Hex(), "opacity", opacity)
	}
	outline := func(list, values []float64, c Colour) {
		if len(values) == 0 {
			return
		}
		d := "M" + place(edge(0), bottom)
		for i, v := range list {
			d += "L" + place(edge(i), y(v)) + "L" + place(edge(i+1), y(v))
		}
		d += "L" + place(edge(len(list)), bottom)
		b.tag("path", "d", d, "fill", c.Hex(), "fill-opacity", ".1", "stroke", c.Hex(), "stroke-width", 1.75*s.Scale, "stroke-linejoin", "round")
	}
	outline(same, h.Same, t.Real.Ink)
	outline(both, h.Both, t.Generated.Ink)
	b.tag("path", "d", "M"+place(0, bottom)+"H"+one(s.W), "stroke", t.Text.Hex())
	for _, k := range x.Ticks(max(2, int(s.W/s.Scale/80))) {
		b.words(math.Max(14*s.Scale, math.Min(k.Pixel, s.W-16*s.Scale)), s.H-5*s.Scale, k.Label, "text-anchor", "middle", "fill", t.Quiet.Hex())
	}
	h.line(b, s, x, h.Observed, "these two", 25, t.Text.Hex(), "")
	h.line(b, s, x, h.Threshold, "threshold", 10, t.Text.Hex(), "5 4")
	b.WriteString("</svg>")
	return b.String()
}

// line writes a line at a value with its name.
func (h Histogram) line(b *svg, s Size, x Scale, v float64, name string, at float64, ink, dash string) {
	if math.IsNaN(v) {
		return
	}
	px := x.Of(v)
	b.tag("path", "d", "M"+place(px, (at+4)*s.Scale)+"V"+one(s.H-histogramFoot*s.Scale), "stroke", ink, "stroke-width", 1.75*s.Scale, "stroke-dasharray", dash)
	anchor, shift := "start", 4.
	if px > s.W*.7 {
		anchor, shift = "end", -4
	}
	b.words(px+shift*s.Scale, at*s.Scale+2, name, "text-anchor", anchor, "fill", ink, "font-weight", "600")
}

// sheet begins a picture of a size on the page's colour.
func sheet(s Size, t Theme) *svg {
	b := &svg{}
	w, h := strconv.FormatFloat(s.W, 'f', 1, 64), strconv.FormatFloat(s.H, 'f', 1, 64)
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + w + `" height="` + h + `" viewBox="0 0 ` + w + " " + h +
		`" font-family="system-ui, sans-serif" font-size="` + strconv.FormatFloat(12*s.Scale, 'f', 1, 64) + `" fill="none">`)
	b.tag("rect", "width", "100%", "height", "100%", "fill", t.Page.Hex())
	return b
}

// PowerCurve is how often a test tells two laws apart, by the number of points.
type PowerCurve struct {
	Sizes  []int     // all that there will be
	Shares []float64 // of the first of them, as far as they are known
	Here   int       // the size of the present test: a line
	Level  float64   // of the test: a dashed line, which the power of equal laws would be at
}

// SVG is the curve as a picture.
func (p PowerCurve) SVG(s Size, t Theme) string {
	left, right, top, bottom := 50*s.Scale, s.W-42*s.Scale, 8*s.Scale, s.H-22*s.Scale
	first, last := math.Log(float64(p.Sizes[0])), math.Log(float64(p.Sizes[len(p.Sizes)-1]))
	x := func(n int) float64 { return left + (math.Log(float64(n))-first)/(last-first)*(right-left) }
	y := func(v float64) float64 { return bottom - v*(bottom-top) }
	b := sheet(s, t)
	for _, k := range []struct {
		v     float64
		label string
	}{{0, "0 %"}, {.5, "50 %"}, {1, "100 %"}} {
		b.tag("path", "d", "M"+place(left, y(k.v))+"H"+one(right), "stroke", t.Grid.Hex())
		b.words(left-7*s.Scale, y(k.v)+4*s.Scale, k.label, "text-anchor", "end", "fill", t.Quiet.Hex())
	}
	for _, n := range p.Sizes {
		b.words(x(n), s.H-5*s.Scale, Count(n), "text-anchor", "middle", "fill", t.Quiet.Hex())
	}
	if px := x(p.Here); px >= left && px <= right {
		b.tag("path", "d", "M"+place(px, top)+"V"+one(bottom), "stroke", t.Quiet.Hex(), "stroke-dasharray", "2 3")
	}
	b.tag("path", "d", "M"+place(left, y(p.Level))+"H"+one(right), "stroke", t.Text.Hex(), "stroke-dasharray", "5 4")
	b.words(right+6*s.Scale, y(p.Level)+4*s.Scale, "level", "fill", t.Text.Hex())
	d := ""
	for i, v := range p.Shares {
		d += string("ML"[min(i, 1)]) + place(x(p.Sizes[i]), y(v))
	}
	b.tag("path", "d", d, "stroke", t.Generated.Ink.Hex(), "stroke-width", 2*s.Scale, "stroke-linejoin", "round")
	for i, v := range p.Shares {
		b.tag("circle", "cx", x(p.Sizes[i]), "cy", y(v), "r", 3.5*s.Scale, "fill", t.Generated.Ink.Hex())
	}
	b.WriteString("</svg>")
	return b.String()
}
