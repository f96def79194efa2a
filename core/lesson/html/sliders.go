package html

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"ganvas/core/lesson"
)

// sliders writes a formula to play with, as it stands before anybody moves anything. What the page needs to go on from there is the block's own text.
func (w *writer) sliders(s *lesson.Sliders, step int) error {
	at := s.First()
	w.line(`<div class="sliders" role="group" aria-label="Move the numbers" data-sliders="%s">`, html.EscapeString(strings.Join(s.Plain(), "\n")))
	if s.Across != "" {
		w.curves(s, at)
	}
	for i, l := range s.Sliders {
		label, err := phrase(l.Label)
		if err != nil {
			return err
		}
		id := fmt.Sprintf("slider-%d-%d", step+1, i+1)
		w.line(`<p class="slider"><label for="%s">%s</label><input type="range" id="%s" min="%g" max="%g" step="any" value="%g" /><output for="%s">%s</output></p>`,
			id, label, id, l.Low, l.High, l.At, id, lesson.Figure(l.At))
	}
	w.line(`<ul class="values">`)
	curve := 0
	for i, text := range s.Numbers(at) {
		label, err := phrase(s.Values[i].Label)
		if err != nil {
			return err
		}
		key := ""
		if s.Values[i].Curve {
			curve++
			key = `<svg class="key" viewBox="0 0 24 8" aria-hidden="true"><path class="curve-` + strconv.Itoa(curve) + `" d="M0 4H24"></path></svg>`
		}
		w.line(`<li>%s%s: <output>%s</output></li>`, key, label, text)
	}
	w.line(`</ul></div>`)
	return nil
}

// curves writes the picture, with the numbers at the ends of its axes. The values beside it say what it shows.
func (w *writer) curves(s *lesson.Sliders, at []float64) {
	var across lesson.Slider
	for _, l := range s.Sliders {
		if l.Name == s.Across {
			across = l
		}
	}
	w.line(`<svg class="curves" viewBox="-34 -8 344 176" aria-hidden="true">`)
	w.line(`<svg width="%d" height="%d" viewBox="0 0 %d %d">`, lesson.CurvesWide, lesson.CurvesHigh, lesson.CurvesWide, lesson.CurvesHigh)
	curves := s.Curves(at)
	for i, c := range curves {
		w.line(`<path class="curve-%d" d="%s"></path>`, i+1, c.Path)
	}
	w.line(`</svg>`)
	w.line(`<path class="frame" d="M0 0V%dH%d"></path>`, lesson.CurvesHigh, lesson.CurvesWide)
	for i, c := range curves {
		w.line(`<circle class="curve-%d" r="4" cx="%.1f" cy="%.1f"></circle>`, i+1, c.X, c.Y)
	}
	for _, t := range []struct {
		x, y   int
		anchor string
		v      float64
	}{{-4, 10, "end", s.High}, {-4, lesson.CurvesHigh, "end", s.Low}, {0, lesson.CurvesHigh + 15, "start", across.Low}, {lesson.CurvesWide, lesson.CurvesHigh + 15, "end", across.High}} {
		w.line(`<text x="%d" y="%d" text-anchor="%s">%s</text>`, t.x, t.y, t.anchor, lesson.Figure(t.v))
	}
	w.line(`</svg>`)
}
