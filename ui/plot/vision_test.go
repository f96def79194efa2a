package plot

import (
	"math"
	"testing"
)

// sight is a way of seeing colours: a matrix on linear RGB. The three deficiencies are those of Machado, Oliveira and Fernandes, "A
// physiologically-based model for simulation of color vision deficiency" (2009), at severity 1.
type sight struct {
	name   string
	matrix [3][3]float64
}

var sights = []sight{
	{"common", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"protanopia", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
	{"deuteranopia", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
	{"tritanopia", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}

// sees is the light that an eye of common sight would see to be given the same impression.
func (s sight) sees(c Colour) [3]float64 {
	l := c.Linear()
	var out [3]float64
	for i, row := range s.matrix {
		v := row[0]*l[0] + row[1]*l[1] + row[2]*l[2]
		out[i] = math.Min(math.Max(v, 0), 1)
	}
	return out
}

// lab is CIE L*a*b* (1976) of linear sRGB light under D65.
func lab(l [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*l[0] + 0.3575761*l[1] + 0.1804375*l[2]) / 0.95047)
	y := f(0.2126729*l[0] + 0.7151522*l[1] + 0.0721750*l[2])
	z := f((0.0193339*l[0] + 0.1191920*l[1] + 0.9503041*l[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// apart is the difference Delta E*ab (1976); about 2.3 is just noticeable.
func (s sight) apart(a, b Colour) float64 {
	p, q := lab(s.sees(a)), lab(s.sees(b))
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func TestSightsKeepWhite(t *testing.T) {
	for _, s := range sights {
		for i, row := range s.matrix {
			if sum := row[0] + row[1] + row[2]; math.Abs(sum-1) > 1e-5 {
				t.Errorf("%s: row %d sums to %v: white would be tinted", s.name, i, sum)
			}
		}
	}
	if got := lab(Colour{255, 255, 255}.Linear()); math.Abs(got[0]-100) > 0.01 || math.Abs(got[1]) > 0.02 || math.Abs(got[2]) > 0.02 {
		t.Errorf("white is %v in L*a*b*, want 100, 0, 0", got)
	}
	// sRGB red, as published for D65: 53.24, 80.09, 67.20.
	red := lab(Colour{255, 0, 0}.Linear())
	for i, want := range []float64{53.24, 80.09, 67.20} {
		if math.Abs(red[i]-want) > 0.02 {
			t.Errorf("red's L*a*b* is %v", red)
		}
	}
}

// TestPaletteIsSafe holds the two families apart for every sight, and each of them from the page.
func TestPaletteIsSafe(t *testing.T) {
	for _, th := range Themes {
		pairs := []struct {
			name string
			a, b Colour
			min  float64 // of which 2.3 is just noticeable
		}{
			{"real and generated", th.Real.Ink, th.Generated.Ink, 80},
			{"real and generated words", th.Real.Word, th.Generated.Word, 60},
			{"the field's ends", th.Real.Field, th.Generated.Field, 30},
			{"real field and page", th.Real.Field, th.Page, 18},
			{"generated field and page", th.Generated.Field, th.Page, 18},
			{"real ink on real field", th.Real.Ink, th.Real.Field, 35},
			{"generated ink on generated field", th.Generated.Ink, th.Generated.Field, 35},
			{"real ink on generated field", th.Real.Ink, th.Generated.Field, 35},
			{"generated ink on real field", th.Generated.Ink, th.Real.Field, 35},
			{"real and text", th.Real.Ink, th.Text, 25},
			{"generated and text", th.Generated.Ink, th.Text, 25},
		}
		for _, p := range pairs {
			for _, s := range sights {
				if d := s.apart(p.a, p.b); d < p.min {
					t.Errorf("%s, %s, %s: %.1f apart, want %.0f", th.Key, p.name, s.name, d, p.min)
				}
			}
		}
	}
}

// luminance is the relative luminance of WCAG 2, from 0 to 1.
func (c Colour) luminance() float64 {
	l := c.Linear()
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// contrast is the contrast ratio of WCAG 2 between two colours, from 1 to 21.
func contrast(a, b Colour) float64 {
	la, lb := a.luminance(), b.luminance()
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// TestContrast holds WCAG 2: 4.5 for text, 3 for marks, against the page and the raised surfaces.
func TestContrast(t *testing.T) {
	if c := contrast(Colour{0, 0, 0}, Colour{255, 255, 255}); math.Abs(c-21) > 1e-9 {
		t.Fatalf("black on white is %v, want 21", c)
	}
	for _, th := range Themes {
		for _, on := range []Colour{th.Page, th.Raised} {
			for _, p := range []struct {
				name string
				c    Colour
				min  float64
			}{
				{"text", th.Text, 7}, {"quiet text", th.Quiet, 4.5},
				{"real word", th.Real.Word, 4.5}, {"generated word", th.Generated.Word, 4.5},
				{"real mark", th.Real.Ink, 3}, {"generated mark", th.Generated.Ink, 3},
			} {
				if c := contrast(p.c, on); c < p.min {
					t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", th.Key, p.name, on.Hex(), c, p.min)
				}
			}
		}
	}
}
