package dom

import (
	"math"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// tag is a label's place on the plane, in CSS pixels of its left top corner.
type tag struct {
	X, Y float64
	On   bool
}

// tags are the labels with which the first picture explains itself. The one of the generated samples is tied to a sample that it follows.
type tags struct {
	Real, Made, SaysReal, SaysMade tag
	LeadX, LeadY                   float64
}

// The extent of a label, in CSS pixels, for keeping labels apart and on the plane.
const (
	tagWidth  = 170
	tagHeight = 22
)

// leadOf is the index of a sample to follow: one near the middle of all.
func leadOf(s *wire.Snapshot) int {
	samples := s.Floats(probe.Samples)
	n := min(len(samples)/2, 600)
	var x, y float64
	for i := range n {
		x, y = x+float64(samples[2*i])/float64(n), y+float64(samples[2*i+1])/float64(n)
	}
	best, lead := math.Inf(1), -1
	for i := range n {
		if d := math.Hypot(float64(samples[2*i])-x, float64(samples[2*i+1])-y); d < best {
			best, lead = d, i
		}
	}
	return lead
}

// tagsOf places the labels of a snapshot in a frame. D's are where it is surest, if it is at all on a scale of this reach, and no other stands there.
func tagsOf(s *wire.Snapshot, f plot.Frame, lead int, reach float64) (t tags) {
	if s == nil {
		return t
	}
	real, samples := s.Floats(probe.Real), s.Floats(probe.Samples)
	if lead < 0 || 2*lead+1 >= len(samples) || len(real) < 2 {
		return t
	}
	right := 0 // the real sample farthest to the upper right
	for i := 0; i+1 < len(real); i += 2 {
		if real[i]+real[i+1] > real[right]+real[right+1] {
			right = i
		}
	}
	t.Real = on(f, f.X.Of(float64(real[right]))-tagWidth/3, f.Y.Of(float64(real[right+1]))-tagHeight-16)
	t.LeadX, t.LeadY = f.X.Of(float64(samples[2*lead])), f.Y.Of(float64(samples[2*lead+1]))
	t.Made = on(f, t.LeadX-tagWidth/2, t.LeadY+44)
	d := trusted(s)
	t.SaysReal = surest(d, f, 1, reach, t.Real, t.Made)
	t.SaysMade = surest(d, f, -1, reach, t.Real, t.Made, t.SaysReal)
	return t
}

// trusted is D as it is painted: pulled to 1/2 where it has hardly been trained.
func trusted(s *wire.Snapshot) plot.Field {
	f := plot.FieldOf(s, probe.Field)
	d := make([]float32, len(f.D))
	for i, trust := range plot.Trust(plot.WindowOf(s), f.Size, s.Floats(probe.Real), s.Floats(probe.Samples)) {
		d[i] = .5 + (f.D[i]-.5)*trust
	}
	return plot.Field{Size: f.Size, D: d}
}

// on is a label at a place, moved onto the plane where it would leave it.
func on(f plot.Frame, x, y float64) tag {
	const edge = 6
	return tag{math.Max(f.Left()+edge, math.Min(x, f.Right()-tagWidth-edge)), math.Max(f.Top()+edge, math.Min(y, f.Bottom()-tagHeight-edge)), true}
}

// surest is a label where D is farthest from 1/2 on one side; it is off where D is nowhere far, or another label stands there.
func surest(d plot.Field, f plot.Frame, side, reach float64, others ...tag) tag {
	best, at := reach/3, tag{}
	for j := 4; j < d.Size-4; j += 2 {
		for i := 4; i < d.Size-4; i += 2 {
			v := side * (float64(d.D[j*d.Size+i]) - .5)
			if v <= best {
				continue
			}
			t := on(f, f.Left()+float64(i)/float64(d.Size-1)*(f.Right()-f.Left())-tagWidth/2, f.Bottom()-float64(j)/float64(d.Size-1)*(f.Bottom()-f.Top())-tagHeight/2)
			if !meets(t, others) {
				best, at = v, t
			}
		}
	}
	return at
}

// meets says whether a label would stand on another.
func meets(t tag, others []tag) bool {
	for _, o := range others {
		if o.On && math.Abs(t.X-o.X) < tagWidth && math.Abs(t.Y-o.Y) < 2*tagHeight {
			return true
		}
	}
	return false
}
