package lesson

import (
	"math"
	"slices"
	"strings"
	"testing"
)

const peak = "slider: d from 0.01 to 0.99 at 0.5 -- d\nslider: p from 0 to 1 at 0.6 -- p\naxes: d across, -3 to 0 up\ncurve: p*log(d) + 0.2*log(1-d) -- score\nnumber: p/(p+0.2) -- best"

func TestSliders(t *testing.T) {
	s, err := ParseSliders(strings.Split(peak, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := s.Numbers(s.First()), []string{"−0.5545", "0.75"}; !slices.Equal(got, want) {
		t.Errorf("numbers %q, want %q", got, want)
	}
	c := s.Curves([]float64{.5, .6})
	if len(c) != 1 || math.Abs(c[0].X-CurvesWide/2) > 1e-9 || math.Abs(c[0].Y-CurvesHigh*.8*math.Ln2/3) > 1e-9 || strings.Count(c[0].Path, "L") != points {
		t.Errorf("curves %+v", c)
	}
}

func TestBadSlidersAreExplained(t *testing.T) {
	for text, want := range map[string]string{
		"slider: d from 0 to 1 at 0.5 -- d":              "at least one",
		"slider: d from 0 to 1 -- d":                     "is not as in",
		"slider: d from 1 to 0 at 0.5 -- d":              "in their order",
		"slider: d from 0 to 1 at 2 -- d":                "in their order",
		"slider: d from 0 to 1 at 0.5":                   "no label",
		"knob: d":                                        "no line of",
		peak + "\nslider: d from 0 to 1 at 0 -- d":       "two sliders",
		peak + "\naxes: x across, 0 to 1 up":             "x, which is no slider",
		peak + "\naxes: d across, 1 to 0 up":             "in their order",
		peak + "\naxes: d":                               "is not as in",
		peak + "\nnumber: e -- e":                        "e, which is no slider",
		peak + "\nnumber: 1 + -- e":                      "a number, a name or a bracket",
		"slider: d from 0 to 1 at 0 -- d\ncurve: d -- d": "no axes",
	} {
		if _, err := ParseSliders(strings.Split(text, "\n")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

// Distances between laws are as analysis has them: closed forms where there are, limits, and the minima of which lessons tell.
func TestLaws(t *testing.T) {
	of := func(text string) float64 {
		e, err := ParseExpression(text)
		if err != nil {
			t.Fatal(err)
		}
		return e.Value(func(string) float64 { return math.NaN() })
	}
	for _, c := range []struct {
		text       string
		want, near float64
	}{
		{"normal(0)", .5, 1e-15}, {"normal(1.959964)", .975, 1e-7}, {"exp(1)", math.E, 1e-15},
		{"jsd(0)", 0, 1e-12}, {"jsd(-2)-jsd(2)", 0, 1e-12}, {"jsd(40)", math.Ln2, 1e-9},
		// For small m the divergence of N(0, 1) and N(m, 1) is m²/8.
		{"jsd(0.01)*8/0.0001", 1, 1e-3},
		// The best Gaussian has the blobs' own mean and variance, ¼ + 4.
		{"kl_two(0,sqrt(4.25)) - kl_two(0.01,sqrt(4.25))", 0, 1e-4}, {"kl_two(0,sqrt(4.25)) - kl_two(0,2)", math.Log(math.Sqrt(4.25)/2) + .5*(1-4.25/4), 1e-9},
		// One of two blobs that hardly overlap: q is twice p there.
		{"kl_two_reverse(2,0.5)", math.Ln2, 1e-3}, {"kl_two_reverse(-2,0.5)", math.Ln2, 1e-3},
		// Half of p stays away from q: JSD of half the modes.
		{"jsd_two(2,0.5)", .5*(.5*math.Log(2./3)+.5*math.Ln2) + .5*math.Log(4./3), 1e-3},
		// What lessons say of these laws, computed apart from this program.
		{"kl_two(0,sqrt(4.25))", .7236, 1e-3}, {"kl_two_reverse(0,1.736)", 1.871, 1e-3}, {"jsd_two(2,0.5)", .2157, 1e-3},
		{"normal(1/2.0616)-normal(-1/2.0616)", .372, 1e-3}, {"jsd(0.8)", .07418, 1e-4}, {"jsd(1)", .1114, 5e-4}, {"jsd(4)", .6327, 5e-4},
		{"sqrt(jsd(1))+sqrt(jsd(1))-sqrt(jsd(2))", .0872, 1e-4}, {"jsd(1)+jsd(1)-jsd(2)", -.1140, 1e-4},
		{"noise_loss(1,0.99,3)", .6424, 1e-4}, {"noise_loss(2,0.99,3)", 1.2717, 1e-4}, {"noise_loss(8,0.99,3)", 3.8836, 1e-4}, {"noise_loss(64,0.99,3)", 4.6052, 1e-4},
		{"noise_loss(5,0.99,1)", 0, 1e-9}, {"noise_loss(5,0,3)", 0, 1e-9}, {"noise_loss(64,0.99,3)", math.Log(100), 1e-3},
		// In one dimension, by another rule: over x itself.
		{"noise_loss(1,0.99,3)", -integral(-12, 12, func(x float64) float64 {
			return density(x, 0, 1) * math.Log((.01*density(x, 0, 1)+.99*density(x, 0, 3))/density(x, 0, 1))
		}), 1e-6},
	} {
		if got := of(c.text); !(math.Abs(got-c.want) <= c.near) {
			t.Errorf("%s is %v, want %v within %v", c.text, got, c.want, c.near)
		}
	}
	for _, text := range []string{"jsd(1,2)", "kl_two(1)", "kl_two(1 2)", "noise_loss(1,2,3,4)"} {
		if _, err := ParseExpression(text); err == nil {
			t.Errorf("%s is an expression", text)
		}
	}
}
