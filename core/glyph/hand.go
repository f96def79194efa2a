package glyph

import "ganvas/core/random"

// hand is how one image is written: what differs between people, and between two characters of one.
type hand struct {
	slant, tilt float64       // how far x moves with y, and y with x
	narrow      float64       // the width of characters over what the tables say
	size        float64       // of the body over the usual
	pen         float64       // standard deviations from the usual width
	jitter      float64       // the standard deviation of each point of a stroke
	pressure    float64       // the width of the pen at a stroke's end over that at its start
	warp        [2][5]float64 // how far x and y are bent: coefficients of x², xy, y², x³, y³
}

// The spread of hands: standard deviations, of a box of side 1. Set by eye, beside MNIST's.
const (
	slantMean, slantSpread = .13, .24
	tiltSpread             = .09
	warpSpread             = .19
	jitter                 = .032 // of each point of a stroke
)

func newHand(r *random.Source, loose float64) hand {
	h := hand{
		slant:    float64(loose * (slantMean + spread(r, slantSpread))),
		tilt:     spread(r, float64(loose*tiltSpread)),
		narrow:   .86 + float64(loose*within(r, -.27, .27)),
		size:     .97 + float64(loose*within(r, -.07, .07)),
		pen:      spread(r, 1),
		jitter:   float64(loose * jitter),
		pressure: within(r, .75, 1.1),
	}
	for k := range h.warp {
		for i := range h.warp[k] {
			h.warp[k][i] = spread(r, float64(loose*warpSpread))
		}
	}
	return h
}

// spread is a normal number of that standard deviation, at most 2.5 of them from 0: nobody's hand is beyond that and still read.
func spread(r *random.Source, deviation float64) float64 {
	return float64(max(-2.5, min(2.5, float64(r.Normal()))) * deviation)
}

// within is a uniform number.
func within(r *random.Source, low, high float64) float64 {
	return low + float64(float64(r.Float32())*(high-low))
}

// write is a form's strokes by this hand, as straight lines about the origin, in boxes of side 1.
func (h *hand) write(r *random.Source, f form) [][]point {
	lines := make([][]point, len(f))
	for i, s := range f {
		through := make([]point, 0, len(s)/2)
		for k := 0; k < len(s); k += 2 {
			p := point{float64(s[k])/100 - .5, float64(s[k+1])/100 - .5}
			if k > 0 && s[k] == s[k-2] && s[k+1] == s[k-1] {
				through = append(through, through[len(through)-1]) // a corner moves as one
				continue
			}
			through = append(through, h.bend(point{p.x + spread(r, h.jitter), p.y + spread(r, h.jitter)}))
		}
		lines[i] = curve(through)
	}
	return lines
}

// bend moves a point as the hand does.
func (h *hand) bend(p point) point {
	xx, xy, yy := float64(p.x*p.x), float64(p.x*p.y), float64(p.y*p.y)
	terms := [5]float64{xx, xy, yy, float64(xx * p.x), float64(yy * p.y)}
	q := p
	for i, t := range terms {
		q.x += float64(h.warp[0][i] * t)
		q.y += float64(h.warp[1][i] * t)
	}
	q.x = float64(q.x * h.narrow)
	return point{q.x - float64(h.slant*q.y), q.y + float64(h.tilt*q.x)}
}

// place scales the lines to the paper and moves them into its middle, in pixels, and says how wide the pen is.
func (h *hand) place(r *random.Source, p Paper, lines [][]point) (width float64) {
	width = max(p.Pen/2, p.Pen+float64(h.pen*p.Spread))
	low, high := box(lines)
	long := max(high.x-low.x, high.y-low.y)
	scale := (float64(p.Body*h.size) - width) / long
	middle := float64(p.Side) / 2
	for _, l := range lines {
		for i, q := range l {
			l[i] = point{middle + float64((q.x-(low.x+high.x)/2)*scale), middle + float64((q.y-(low.y+high.y)/2)*scale)}
		}
	}
	return width
}

// box is the least box around lines.
func box(lines [][]point) (low, high point) {
	low, high = lines[0][0], lines[0][0]
	for _, l := range lines {
		for _, p := range l {
			low = point{min(low.x, p.x), min(low.y, p.y)}
			high = point{max(high.x, p.x), max(high.y, p.y)}
		}
	}
	return low, high
}
