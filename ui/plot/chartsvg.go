package plot

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// svg gathers the text of a picture.
type svg struct{ strings.Builder }

// tag writes an element without content; attributes are names and values by turns. Numbers have a tenth of a pixel.
func (b *svg) tag(name string, attributes ...any) {
	b.WriteString("<" + name)
	b.attributes(attributes)
	b.WriteString("/>")
}

// words writes a text at a place.
func (b *svg) words(x, y float64, text string, attributes ...any) {
	b.WriteString("<text")
	b.attributes(append([]any{"x", x, "y", y}, attributes...))
	b.WriteString(">" + text + "</text>")
}

func (b *svg) attributes(all []any) {
	for i := 0; i+1 < len(all); i += 2 {
		b.WriteString(" " + all[i].(string) + `="`)
		switch v := all[i+1].(type) {
		case float64:
			b.number(v)
		case string:
			b.WriteString(v)
		}
		b.WriteByte('"')
	}
}

func (b *svg) number(v float64) {
	b.WriteString(strconv.FormatFloat(math.Round(10*v)/10, 'f', -1, 64))
}

// SVG is the chart as a picture: levels, references, each curve as it is, faintly, and its mean over it. From a cursor, a step or NaN, hangs a line
// with a dot on each curve.
func (c Chart) SVG(s Size, t Theme, cursor float64) string {
	a := c.Axes(s)
	var b svg
	w, h := strconv.FormatFloat(s.W, 'f', 1, 64), strconv.FormatFloat(s.H, 'f', 1, 64)
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + w + `" height="` + h + `" viewBox="0 0 ` + w + " " + h +
		`" font-family="system-ui, sans-serif" font-size="` + strconv.FormatFloat(12*s.Scale, 'f', 1, 64) + `">`)
	b.tag("rect", "width", "100%", "height", "100%", "fill", t.Page.Hex())
	for _, k := range a.YTicks {
		b.tag("path", "d", "M"+place(a.Left, k.Pixel)+"H"+one(a.Right), "stroke", t.Grid.Hex())
		b.words(a.Left-7*s.Scale, k.Pixel+4*s.Scale, k.Label, "text-anchor", "end", "fill", t.Quiet.Hex())
	}
	c.bands(&b, a, s, t)
	c.steps(&b, a, s, t, cursor)
	c.references(&b, a, s)
	b.WriteString(`<svg x="` + one(a.Left) + `" y="` + one(a.Top-3) + `" width="` + one(a.Right-a.Left+2) + `" height="` + one(a.Bottom-a.Top+5) +
		`" viewBox="` + one(a.Left) + " " + one(a.Top-3) + " " + one(a.Right-a.Left+2) + " " + one(a.Bottom-a.Top+5) + `" overflow="hidden" fill="none" stroke-linejoin="round">`)
	for _, k := range c.Curves {
		mean, dash := k.Values, "none"
		if n := c.smooth(); n > 0 {
			b.tag("path", "d", c.path(a, k.Values), "stroke", k.Colour.Hex(), "opacity", ".28")
			mean = Smoothed(k.Values, n)
		}
		if k.Dashed {
			dash = "6 4"
		}
		b.tag("path", "d", c.path(a, mean), "stroke", k.Colour.Hex(), "stroke-width", 2*s.Scale, "stroke-dasharray", dash)
	}
	b.WriteString("</svg>")
	c.events(&b, a, s, t)
	c.hang(&b, a, s, t, cursor)
	b.WriteString("</svg>")
	return b.String()
}

// steps writes the numbers below, but for those that a cursor's would stand on.
func (c Chart) steps(b *svg, a Axes, s Size, t Theme, cursor float64) {
	y := s.H - 5*s.Scale
	at := math.Inf(-1)
	if cursor == cursor {
		at = math.Max(a.Left+20*s.Scale, math.Min(a.X(cursor), a.Right-20*s.Scale))
		b.words(at, y, Count(int(cursor+.5)), "text-anchor", "middle", "fill", t.Text.Hex(), "font-weight", "600")
	}
	for i, k := range a.XTicks {
		if math.Abs(k.Pixel-at) < 46*s.Scale {
			continue
		}
		anchor := "middle"
		if i == 0 {
			anchor = "start"
		} else if k.Pixel > a.Right-1 {
			anchor = "end"
		}
		b.words(k.Pixel, y, k.Label, "text-anchor", anchor, "fill", t.Quiet.Hex())
	}
}

// bands writes where a perfect generator scores, as grey ground with its name at the right end.
func (c Chart) bands(b *svg, a Axes, s Size, t Theme) {
	for _, k := range c.Bands {
		top, bottom := a.Y(k.Hi), a.Y(k.Lo)
		if bottom != bottom { // a value that has no logarithm is below all
			bottom = a.Bottom
		}
		if !(top <= a.Bottom) || bottom < a.Top {
			continue
		}
		top, bottom = math.Max(top, a.Top), math.Max(math.Min(bottom, a.Bottom), top+2*s.Scale)
		b.tag("rect", "x", a.Left, "y", top, "width", a.Right-a.Left, "height", bottom-top, "fill", t.Quiet.Hex(), "opacity", ".22")
		b.words(a.Right-2*s.Scale, top-5*s.Scale, k.Name, "text-anchor", "end", "fill", t.Text.Hex(), "font-family", "Cambria Math, Georgia, serif", "font-style", "italic", "font-size", 13*s.Scale)
	}
}

// events writes a dotted line at each step at which something was done, with its words where the one before leaves room.
func (c Chart) events(b *svg, a Axes, s Size, t Theme) {
	free := a.Left
	for _, e := range c.Events {
		x := a.X(e.Step)
		if !(x >= a.Left && x <= a.Right+1) {
			continue
		}
		b.tag("path", "d", "M"+place(x, a.Top)+"V"+one(a.Bottom), "stroke", t.Quiet.Hex(), "stroke-dasharray", "2 3")
		wide := 6.4 * s.Scale * float64(utf8.RuneCountInString(e.Text))
		at, anchor := x+4*s.Scale, "start"
		if at+wide > a.Right {
			at, anchor = x-4*s.Scale, "end"
			wide = 0
		}
		if x >= free {
			b.words(at, a.Top+10*s.Scale, escaped(e.Text), "text-anchor", anchor, "fill", t.Quiet.Hex(), "stroke", t.Page.Hex(), "stroke-width", "3", "paint-order", "stroke")
			free = at + wide
		}
	}
}

// escaped is a text as it may stand in SVG.
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

func (c Chart) references(b *svg, a Axes, s Size) {
	for _, r := range c.References {
		y := a.Y(r.Value)
		if !(y >= a.Top && y <= a.Bottom) {
			continue
		}
		b.tag("path", "d", "M"+place(a.Left, y)+"H"+one(a.Right), "stroke", r.Colour.Hex(), "stroke-dasharray", "5 4")
		b.words(a.Right+6*s.Scale, y+4*s.Scale, r.Name, "fill", r.Colour.Hex(), "font-family", "Cambria Math, Georgia, serif", "font-style", "italic", "font-size", 14*s.Scale)
	}
}

// hang draws what hangs from a cursor.
func (c Chart) hang(b *svg, a Axes, s Size, t Theme, cursor float64) {
	if cursor != cursor {
		return
	}
	b.tag("path", "d", "M"+place(a.X(cursor), a.Top)+"V"+one(a.Bottom), "stroke", t.Text.Hex())
	for k := range c.Curves {
		if v := a.Y(c.Value(k, cursor)); v >= a.Top-3 && v <= a.Bottom+3 {
			b.tag("circle", "cx", a.X(cursor), "cy", v, "r", 4*s.Scale, "fill", c.Curves[k].Colour.Hex(), "stroke", t.Page.Hex(), "stroke-width", "1.5")
		}
	}
}

// Value is what the k-th curve says at a step: its mean where it is smoothed; NaN where it has no value. After the last step it is the last.
func (c Chart) Value(k int, step float64) float64 {
	values := c.Curves[k].Values
	i := c.At(step)
	if i < 0 || i >= len(values) {
		return math.NaN()
	}
	if n := c.smooth(); n > 0 {
		return float64(Smoothed(values, n)[i])
	}
	return float64(values[i])
}

// path is a curve's line, in pieces between its gaps.
func (c Chart) path(a Axes, values []float32) string {
	var b strings.Builder
	pen := "M"
	for i, v := range values {
		y := a.Y(float64(v))
		if math.IsNaN(y) || math.IsInf(y, 0) {
			pen = "M"
			continue
		}
		b.WriteString(pen + place(a.X(c.Step(i)), math.Max(-1e5, math.Min(y, 1e5))))
		pen = "L"
	}
	return b.String()
}

func place(x, y float64) string { return one(x) + " " + one(y) }

// one is a number with one decimal at most.
func one(v float64) string { return strconv.FormatFloat(math.Round(10*v)/10, 'f', -1, 64) }
