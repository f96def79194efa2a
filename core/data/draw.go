package data

import "ganvas/core/random"

// Drawn is points drawn from a source.
type Drawn struct {
	Own, In []float32 // in the source's own units, and in training's
	Labels  []float32 // their classes, or nil
}

// Draw draws n points. Those of a Finite source are in training's units to the last bit as they were given; own units, in float32, may say less.
func Draw(s Source, r *random.Source, n int) Drawn {
	if f, ok := s.(Finite); ok {
		return f.draw(r, n)
	}
	d := Drawn{Own: make([]float32, n*Size(s))}
	if l, ok := s.(Labelled); ok {
		d.Labels = make([]float32, n)
		l.SampleLabelled(r, d.Own, d.Labels)
	} else {
		s.Sample(r, d.Own)
	}
	d.In = append(d.In, d.Own...)
	FrameOf(s).In(d.In)
	return d
}

// draw draws all points as often as one another, or nearly: each round of them in an order of its own.
func (p *Points) draw(r *random.Source, n int) Drawn {
	var d Drawn
	for len(d.Own) < n*p.size() {
		round := r.Perm(p.Len())
		for _, k := range round[:min(len(round), n-len(d.Own)/p.size())] {
			d.Own, d.In = append(d.Own, p.row(p.own, k)...), append(d.In, p.row(p.in, k)...)
			if p.labels != nil {
				d.Labels = append(d.Labels, p.labels[k])
			}
		}
	}
	return d
}
