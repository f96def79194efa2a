package plot

import "math"

// How classes are seen. Colour is spent: blue says real and orange generated, and neither hue has room for 25 steps of lightness that an
// eye could tell apart, or name. So a class is what classes are to people, a number in its place, in the data's blue, and what matters of a
// sample, whether it landed where it was asked to, is a difference of shape, which every eye sees: samples that did are discs, as they are
// elsewhere, and samples astray are open circles. A thread leads from a sample astray to the place of the class that it was asked for: it is read as "asked
// for 3, landed in 5" from number to number.

// Place is where a class of the data lies, by some of its points: their mean, and their standard deviation along y.
type Place struct {
	N        int // how many points tell; 0 where there are none, and no place
	X, Y, SD float32
}

// Places finds the classes' places, from class 0 on. Points that are not finite are skipped.
func Places(xy []float32, classes []uint8) []Place {
	var places []Place
	var squares []float64
	for i, c := range classes {
		for int(c) >= len(places) {
			places, squares = append(places, Place{}), append(squares, 0)
		}
		if 2*i+1 >= len(xy) || !finite(xy[2*i]) || !finite(xy[2*i+1]) {
			continue
		}
		// Welford's recurrence: one pass, and no cancellation.
		p := &places[c]
		p.N++
		dy := xy[2*i+1] - p.Y
		p.X += (xy[2*i] - p.X) / float32(p.N)
		p.Y += dy / float32(p.N)
		squares[c] += float64(dy * (xy[2*i+1] - p.Y))
	}
	for c := range places {
		places[c].SD = float32(math.Sqrt(squares[c] / float64(max(1, places[c].N))))
	}
	return places
}

// Astray are the samples that landed in another class than they were asked for, and Right the others.
type Astray struct {
	Right []float32 // x before y
	XY    []float32 // of the samples astray
	Asked []uint8   // what each stray was asked for
}

// Split sorts samples into s, whose memory it uses again.
func (s *Astray) Split(xy []float32, asked, landed []uint8) {
	s.Right, s.XY, s.Asked = s.Right[:0], s.XY[:0], s.Asked[:0]
	for i := range min(len(xy)/2, len(asked), len(landed)) {
		if asked[i] == landed[i] {
			s.Right = append(s.Right, xy[2*i], xy[2*i+1])
		} else {
			s.XY, s.Asked = append(s.XY, xy[2*i], xy[2*i+1]), append(s.Asked, asked[i])
		}
	}
}

// OpenDots adds a circle of a radius in pixels, filled with page, at each point of xy, as Dots does discs.
func (g *Geometry) OpenDots(f Frame, xy []float32, radius float32, ink, page RGBA) {
	for i := 0; i+1 < len(xy); i += 2 {
		// Each by itself: where circles lie upon one another the upper ones are whole.
		g.Dots(f, xy[i:i+2], radius, ink)
		g.Dots(f, xy[i:i+2], radius-float32(1.3*f.Scale), page)
	}
}

// mostThreads is how many samples astray have a thread: more would be a web that hides what it hangs in.
const mostThreads = 40

// Threads adds a thin line from each of the first samples astray to the place that it was asked for.
func (g *Geometry) Threads(f Frame, s *Astray, places []Place, c RGBA) {
	for i, class := range s.Asked[:min(len(s.Asked), mostThreads)] {
		x, y := f.Px(s.XY[2*i], s.XY[2*i+1])
		if int(class) >= len(places) || places[class].N == 0 || !f.near(x, y, 0) {
			continue
		}
		p := places[class]
		px, py := f.Px(p.X, p.Y)
		g.Stroke([]Point{{x, y}, {px, py}}, float32(0.9*f.Scale), c)
	}
}

// Numbers adds each class's number above its place, on a rim of page.
func (g *Geometry) Numbers(f Frame, places []Place, ink, page RGBA) {
	height := float32(math.Min(15, math.Max(9, f.Side()/44)) * f.Scale)
	for class, p := range places {
		if p.N == 0 {
			continue
		}
		x, y := f.Px(p.X, p.Y)
		_, top := f.Px(p.X, p.Y+2.4*p.SD)
		at := Point{x, max(min(top, y)-height*0.75, float32(f.Top())+height*0.75)}
		for _, pass := range [...]struct {
			width float32
			c     RGBA
		}{{height * 0.5, page}, {height * 0.14, ink}} {
			g.Number(at, class, height, pass.width, pass.c)
		}
	}
}

// Number adds a whole number from 0 as strokes of a width, its middle at a point.
func (g *Geometry) Number(at Point, n int, height, width float32, c RGBA) {
	digits := []int{n % 10}
	for n /= 10; n > 0; n /= 10 {
		digits = append(digits, n%10)
	}
	const pitch = 0.86 // from a digit to the next, in heights
	left := at.X - height*(pitch*float32(len(digits)-1)+digitWidth)/2
	for i := range digits {
		var line []Point
		for _, p := range digitStrokes[digits[len(digits)-1-i]] {
			line = append(line, Point{left + height*(pitch*float32(i)+p.X), at.Y + height*(p.Y-0.5)})
		}
		g.Stroke(line, width, c)
	}
}

// digitWidth is the digits' width in heights.
const digitWidth = 0.6

// digitStrokes are the digits, each one stroke in a box of width 0.6 and height 1, y down.
var digitStrokes = [10][]Point{
	{{.3, 0}, {.14, .06}, {.04, .25}, {.01, .5}, {.04, .75}, {.14, .94}, {.3, 1}, {.46, .94}, {.56, .75}, {.59, .5}, {.56, .25}, {.46, .06}, {.3, 0}},
	{{.08, .22}, {.22, .14}, {.36, 0}, {.36, 1}},
	{{.03, .27}, {.08, .1}, {.21, .01}, {.38, .01}, {.52, .1}, {.56, .27}, {.5, .44}, {.02, 1}, {.59, 1}},
	{{.04, 0}, {.55, 0}, {.27, .38}, {.43, .41}, {.55, .52}, {.58, .7}, {.5, .9}, {.32, 1}, {.13, .96}, {.02, .84}},
	{{.45, 1}, {.45, 0}, {.02, .7}, {.6, .7}},
	{{.53, 0}, {.1, 0}, {.06, .44}, {.27, .36}, {.46, .42}, {.57, .58}, {.57, .77}, {.46, .94}, {.28, 1}, {.1, .95}, {.02, .84}},
	{{.5, .07}, {.34, .01}, {.18, .08}, {.07, .26}, {.02, .5}, {.03, .76}, {.13, .94}, {.3, 1}, {.48, .94}, {.57, .74}, {.5, .54}, {.32, .45}, {.13, .52}, {.03, .7}},
	{{.01, 0}, {.58, 0}, {.22, 1}},
	{{.3, .46}, {.12, .38}, {.07, .22}, {.14, .06}, {.3, 0}, {.46, .06}, {.53, .22}, {.48, .38}, {.3, .46}, {.1, .56}, {.02, .74}, {.1, .93}, {.3, 1}, {.5, .93}, {.58, .74}, {.5, .56}, {.3, .46}},
	{{.1, .93}, {.26, .99}, {.42, .92}, {.53, .74}, {.58, .5}, {.57, .24}, {.47, .06}, {.3, 0}, {.12, .06}, {.03, .26}, {.1, .46}, {.28, .55}, {.47, .48}, {.57, .3}},
}
