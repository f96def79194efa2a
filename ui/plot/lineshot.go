package plot

import (
	"math"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// LineShot is what the picture of a line showed: heights in 255ths of a picture's.
type LineShot struct {
	Made  []uint8 // of the generator's histogram; the data's highest bar is shotTop of the height, what is higher is cut off
	Field []uint8 // of D, at evenly spread places
	Best  []uint8 // of D* at the same, where it is shown
	Map   []uint8 // where G puts equally likely latent numbers, in 255ths of the window from the left; those outside are left out
	From  []uint8 // the latent axis' place of each
}

// The numbers of a line's shot.
const (
	shotBins   = 48
	shotPlaces = 48
	shotLinks  = 32
	shotTop    = .8
	shotMap    = .3 // of the height, below, in a picture that is large enough
	shotLarge  = 96 // pixels
)

func lineShotOf(s *wire.Snapshot) (*LineShot, bool) {
	real, made := s.Floats(probe.LineReal), s.Floats(probe.LineSamples)
	w := s.Floats(probe.LineWindow)
	if len(w) != 2 || !(w[1] > w[0]) || len(made) == 0 {
		return nil, false
	}
	most := 0.0
	for _, v := range shares(w, real) {
		most = math.Max(most, v)
	}
	shot := &LineShot{Made: heights(shares(w, made), most)}
	shot.Field, shot.Best = places(s.Floats(probe.LineField)), places(s.Floats(probe.LineOptimal))
	if a := s.Array(probe.LineMap); a.Dim(0)*a.Dim(1) > 0 {
		row := a.Floats[a.Dim(0)/2*a.Dim(1):][:a.Dim(1)]
		for i := range shotLinks {
			if at := (row[i*(len(row)-1)/(shotLinks-1)] - w[0]) / (w[1] - w[0]); at >= 0 && at <= 1 {
				shot.Map, shot.From = append(shot.Map, uint8(255*at+.5)), append(shot.From, uint8(255*i/(shotLinks-1)))
			}
		}
	}
	return shot, true
}

// places are probabilities at evenly spread places, in 255ths.
func places(field []float32) (out []uint8) {
	for i := range min(shotPlaces, len(field)) {
		d := field[i*(len(field)-1)/(shotPlaces-1)]
		if d != d {
			return nil
		}
		out = append(out, uint8(255*math.Max(0, math.Min(float64(d), 1))+.5))
	}
	return out
}

// SmallLine is the data's histogram as a LineShot has the generator's.
func SmallLine(s *wire.Snapshot) []uint8 {
	w := s.Floats(probe.LineWindow)
	if len(w) != 2 || !(w[1] > w[0]) {
		return nil
	}
	list, most := shares(w, s.Floats(probe.LineReal)), 0.0
	for _, v := range list {
		most = math.Max(most, v)
	}
	return heights(list, most)
}

// shares are the shares of numbers in equal bins over a window.
func shares(window, x []float32) []float64 {
	out := make([]float64, shotBins)
	for _, v := range x {
		at := float64((v - window[0]) / (window[1] - window[0]) * shotBins)
		if at >= 0 && at < shotBins { // false for NaN
			out[int(at)] += 1 / float64(len(x))
		}
	}
	return out
}

func heights(shares []float64, most float64) []uint8 {
	out := make([]uint8, len(shares))
	if most > 0 {
		for i, v := range shares {
			out[i] = uint8(math.Min(255, 255*shotTop*v/most+.5))
		}
	}
	return out
}

// line draws the data's histogram, the generator's over it, D* and D as lines, and in a large picture the map below.
func (t thumb) line(real []uint8, s *LineShot, th Theme) {
	foot := t.side
	if t.side >= shotLarge && len(s.Map) > 0 {
		foot = int(float64(t.side) * (1 - shotMap))
		for i, to := range s.Map {
			t.link(float64(s.From[i])/255, t.side-1, float64(to)/255, foot, th.Generated.Ink, .6)
		}
	}
	t.bars(real, foot, th.Real.Ink, .35)
	t.bars(s.Made, foot, th.Generated.Ink, .5)
	t.curve(s.Best, foot, th.Quiet, true)
	t.curve(s.Field, foot, th.Text, false)
	for i := range t.side {
		t.put(i, foot-1, th.Text, .6)
	}
}

func (t thumb) put(i, j int, ink Colour, opacity float64) {
	if i >= 0 && j >= 0 && i < t.side && j < t.side {
		p := &t.pixels[j*t.side+i]
		*p = p.Mix(ink, opacity)
	}
}

// bars are heights above a row.
func (t thumb) bars(heights []uint8, foot int, ink Colour, opacity float64) {
	for i := range t.side {
		if len(heights) == 0 {
			return
		}
		high := int(float64(heights[i*len(heights)/t.side])/255*float64(foot) + .5)
		for j := foot - high; j < foot; j++ {
			t.put(i, j, ink, opacity)
		}
	}
}

// curve is a line through values, 0 at a row and 1 at the top.
func (t thumb) curve(values []uint8, foot int, ink Colour, dashed bool) {
	if len(values) < 2 {
		return
	}
	was := -1
	for i := range t.side {
		at := float64(i) / float64(max(1, t.side-1)) * float64(len(values)-1)
		k := min(int(at), len(values)-2)
		v := (float64(values[k])*(float64(k+1)-at) + float64(values[k+1])*(at-float64(k))) / 255
		row := int((1 - v) * float64(foot-1))
		if was < 0 {
			was = row
		}
		for j := min(was, row); j <= max(was, row); j++ {
			if !dashed || i/4%2 == 0 {
				t.put(i, j, ink, 1)
			}
		}
		was = row
	}
}

// link is a line from a place of one row, as a share of the width, to one of another row above it.
func (t thumb) link(from float64, bottom int, to float64, top int, ink Colour, opacity float64) {
	for j := top; j <= bottom; j++ {
		u := float64(j-top) / float64(max(1, bottom-top))
		t.put(int((to+u*(from-to))*float64(t.side-1)+.5), j, ink, opacity)
	}
}
