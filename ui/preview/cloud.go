package preview

import (
	"fmt"
	"html"
	"strings"

	"ganvas/core/data"
	"ganvas/core/table"
	"ganvas/ui/plot"
)

// cloud is the live picture of the points of a choice, as they would be trained on: a plane of two columns, or a histogram of one.
type cloud struct {
	points data.Finite
	names  []string
	frame  plot.Frame
}

// The picture's size, and the most points that it shows.
const (
	cloudWidth, cloudHeight = 400, 350
	cloudLeft, cloudFoot    = 52, 40
	cloudPoints             = 700
)

func newCloud(p *table.Points, s data.Scaling) (*cloud, error) {
	source, err := data.Rows{Names: p.Names, Values: p.Values, Labels: p.Labels, Classes: p.Classes, Scaling: s}.Source()
	if err != nil {
		return nil, err
	}
	c := &cloud{points: source, names: p.Names}
	w := data.WindowOf(source)
	c.frame.X = plot.Scale{From: float64(w.Low[0]), To: float64(w.High[0]), At: cloudLeft, Until: cloudWidth - 8}
	c.frame.Y = plot.Scale{From: 0, To: 1, At: cloudHeight - cloudFoot, Until: 8}
	if len(w.Low) > 1 {
		c.frame.Y.From, c.frame.Y.To = float64(w.Low[1]), float64(w.High[1])
	}
	return c, nil
}

// svg is the picture.
func (c *cloud) svg() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d" role="img" aria-label="%s">`, cloudWidth, cloudHeight, html.EscapeString(c.label()))
	c.axis(&b, 0)
	if c.points.Frame().Size() == 1 {
		c.bars(&b)
	} else {
		c.axis(&b, 1)
		c.dots(&b)
	}
	return b.String() + "</svg>"
}

func (c *cloud) label() string {
	if len(c.names) == 1 {
		return "A histogram of " + c.names[0]
	}
	return "The points: " + c.names[0] + " to the right, " + c.names[1] + " upwards"
}

// axis writes an axis's ticks and name.
func (c *cloud) axis(b *strings.Builder, k int) {
	s := []plot.Scale{c.frame.X, c.frame.Y}[k]
	ticks, far := s.TicksFrom(c.points.Origin()[k], 4)
	name := strings.TrimSpace(short(c.names[k]) + " " + far.Note())
	for _, t := range ticks {
		if k == 0 {
			fmt.Fprintf(b, `<path class="grid" d="M%.1f 8V%d"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`,
				t.Pixel, cloudHeight-cloudFoot, t.Pixel, cloudHeight-cloudFoot+16, t.Label)
		} else {
			fmt.Fprintf(b, `<path class="grid" d="M%d %.1fH%d"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`,
				cloudLeft, t.Pixel, cloudWidth-8, cloudLeft-6, t.Pixel+4, t.Label)
		}
	}
	if k == 0 {
		fmt.Fprintf(b, `<text class="name" x="%d" y="%d" text-anchor="middle">%s</text>`, (cloudLeft+cloudWidth)/2, cloudHeight-6, html.EscapeString(name))
		return
	}
	fmt.Fprintf(b, `<text class="name" transform="translate(12 %d) rotate(-90)" text-anchor="middle">%s</text>`, (cloudHeight-cloudFoot)/2, html.EscapeString(name))
}

// cloudBars is how many bars the histogram has.
const cloudBars = 40

// bars writes a histogram of the numbers in the window.
func (c *cloud) bars(b *strings.Builder) {
	var counts [cloudBars]int
	most := 1
	for _, v := range c.points.Own() {
		share := (float64(v) - c.frame.X.From) / (c.frame.X.To - c.frame.X.From)
		if share >= 0 && share < 1 {
			i := int(share * cloudBars)
			counts[i]++
			most = max(most, counts[i])
		}
	}
	width := (c.frame.X.Until - c.frame.X.At) / cloudBars
	for i, n := range counts {
		h := float64(n) / float64(most) * (c.frame.Y.At - c.frame.Y.Until)
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>`, c.frame.X.At+float64(i)*width, c.frame.Y.At-h, width-1, h)
	}
}

// shapes are marks of classes, as paths about the origin: all in the data's blue, told apart by form.
var shapes = []string{"M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z", "M-2.6-2.6h5.2v5.2h-5.2z", "M0-3.4L3.2 2.4H-3.2z", "M-3 0H3M0-3V3", "M-2.4-2.4L2.4 2.4M-2.4 2.4L2.4-2.4", "M0-3.6L3.2 0L0 3.6L-3.2 0z"}

// signs are the same in text.
var signs = []string{"●", "□", "△", "+", "×", "◇"}

// dots writes the points, evenly thinned where they are many.
func (c *cloud) dots(b *strings.Builder) {
	own, size := c.points.Own(), c.points.Frame().Size()
	n := c.points.Len()
	labels := c.points.Labels()
	shown := min(n, cloudPoints)
	for i := range shown {
		row := i * n / shown
		class := 0
		if labels != nil {
			class = int(labels[row]) % len(shapes)
		}
		x, y := c.frame.Px(own[row*size], own[row*size+1])
		if x < cloudLeft || x > cloudWidth-8 || y < 8 || y > cloudHeight-cloudFoot {
			continue
		}
		kind := "open"
		if class == 0 {
			kind = "full"
		}
		fmt.Fprintf(b, `<path class="%s" transform="translate(%.1f %.1f)" d="%s"/>`, kind, x, y, shapes[class])
	}
}

// says is what is to be said of the points, as HTML: how many there are, what was left out, their classes and those far from the others.
func (c *cloud) says(p *table.Points) string {
	text := plot.Count(p.Rows) + " points"
	if len(c.names) == 1 {
		text = plot.Count(p.Rows) + " numbers"
	}
	text += ". " + html.EscapeString(Left(p.Left))
	if c.points.Outside() > 0 {
		text += fmt.Sprintf(" %s far from the others, outside the picture.", countAre(c.points.Outside(), "point lies", "points lie"))
	}
	if p.Labels == nil {
		return text
	}
	text += " <b>" + html.EscapeString(p.ClassName) + "</b>: "
	for i, name := range p.Classes[:min(len(p.Classes), len(signs))] {
		if i > 0 {
			text += ", "
		}
		text += signs[i] + " " + html.EscapeString(short(name))
	}
	if more := len(p.Classes) - len(signs); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text + "."
}

// countAre is a count with its noun.
func countAre(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return plot.Count(n) + " " + many
}
