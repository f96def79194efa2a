package data

import "ganvas/core/random"

// Drawn is points drawn from a source.
type Drawn struct {
	Own, In []float32 // in the source's own units, and in training's
	Labels  []float32 // their classes, or nil
}

// Draw draws n points. Those of a Finite source are in training's units to the last bit as they were given; own units, in float32, may say less.
func Draw(s Source, r *random.Source, n int) Drawn {
	d := Drawn{Own: make([]float32, 2*n), In: make([]float32, 2*n)}
	if f, ok := s.(Finite); ok {
		return d.rows(f, r)
	}
	if l, ok := s.(Labelled); ok {
		d.Labels = make([]float32, n)
		l.SampleLabelled(r, d.Own, d.Labels)
	} else {
		s.Sample(r, d.Own)
	}
	copy(d.In, d.Own)
	FrameOf(s).In(d.In)
	return d
}

// rows draws what Sample would.
func (d Drawn) rows(f Finite, r *random.Source) Drawn {
	xy, in := f.XY(), f.In()
	var labels []float32
	if l, ok := f.(*labelledPoints); ok {
		labels, d.Labels = l.labels, make([]float32, len(d.Own)/2)
	}
	for i := range len(d.Own) / 2 {
		k := r.IntN(f.Len())
		copy(d.Own[2*i:2*i+2], xy[2*k:])
		copy(d.In[2*i:2*i+2], in[2*k:])
		if labels != nil {
			d.Labels[i] = labels[k]
		}
	}
	return d
}
