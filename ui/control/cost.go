package control

import (
	"math"
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// CostText says what a step costs: "about 12 million multiply-adds and 4 ms a step; up to 8 MB".
func CostText(c experiment.Cost) string {
	return "about " + largeText(c.MultiplyAdds) + " multiply-adds and " + timeText(c.Seconds()) + " a step; up to " + largeText(c.Bytes/1e6) + " MB"
}

// ThroughputText says how fast a run goes, at so many steps a second now and on average: "2,800 examples a second, 2,700 on average; 1.2 billion
// multiply-adds a second; 700 steps to the horizon, about 16 s. At that pace G makes a sample in 20 µs, 50,000 a second, and D judges one in 10 µs,
// 100,000 a second." It is empty where the rate is not known. Where the players have been timed, their passes are told instead of what they would take at that pace.
func ThroughputText(s experiment.Spec, now, mean float64, step uint64, timed Passes) string {
	if now <= 0 {
		return ""
	}
	batch := float64(s.Batch)
	text := wholeText(now*batch) + " examples a second, " + wholeText(mean*batch) + " on average"
	if work := s.Cost().MultiplyAdds; work > 0 {
		text += "; " + largeText(work*now) + " multiply-adds a second"
	}
	if left := s.Steps - int(step); left > 0 {
		text += "; " + plot.Count(left) + " steps to the horizon, about " + timeText(float64(left)/now)
	}
	text += "."
	if timed.Makes > 0 && timed.Judges > 0 {
		return text + " Measured: " + timed.text()
	}
	if g, d := s.PassCost(); g > 0 && d > 0 {
		each := now * s.Cost().MultiplyAdds // all that is computed beside the products counts as theirs
		text += " At that pace " + Passes{g / each, d / each}.text()
	}
	return text
}

// Passes are the seconds in which G makes a sample and D judges one.
type Passes struct{ Makes, Judges float64 }

// PassesOf is what a snapshot tells of them: how long its walls took to be made and judged, for each image; zeros where it has none, or no clock saw it.
func PassesOf(s *wire.Snapshot) Passes {
	if s == nil {
		return Passes{}
	}
	each := func(procedure string, walls ...string) float64 {
		images := 0
		for _, w := range walls {
			images += len(s.Floats(w))
		}
		took := s.Floats(probe.Took + procedure)
		if len(took) == 0 || images == 0 {
			return 0
		}
		return float64(took[0]) / 1000 / float64(images)
	}
	return Passes{each(probe.MakesImages, probe.ImagesVerdict), each(probe.JudgesImages, probe.ImagesVerdict, probe.RealVerdict)}
}

func (p Passes) text() string {
	return "G makes a sample in " + timeText(p.Makes) + ", " + wholeText(1/p.Makes) + " a second, and D judges one in " +
		timeText(p.Judges) + ", " + wholeText(1/p.Judges) + " a second."
}

// MachineText says what computes, by its name in app.Model.Machine: "Machine: SIMD, 2 threads." It is empty where that is not known yet.
func MachineText(name string) string {
	switch name {
	case "simd":
		return "Machine: SIMD, 1 thread."
	case "simd2":
		return "Machine: SIMD, 2 threads."
	case "go":
		return "Machine: no SIMD, 1 thread."
	}
	return ""
}

// wholeText is a number without decimals, from 10 on.
func wholeText(x float64) string {
	if x < 10 {
		return twoFigures(math.Max(x, .1))
	}
	return plot.Count(int(x + .5))
}

// largeText is a number of which two figures are of interest: "1.2 billion".
func largeText(x float64) string {
	for _, u := range []struct {
		of   float64
		name string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}, {1e3, " thousand"}} {
		if x >= u.of {
			return twoFigures(x/u.of) + u.name
		}
	}
	return twoFigures(math.Max(1, x))
}

// timeText is a time in the unit in which it has few figures.
func timeText(seconds float64) string {
	switch {
	case seconds >= 100:
		return twoFigures(seconds/60) + " minutes"
	case seconds >= 1:
		return twoFigures(seconds) + " s"
	case seconds >= 1e-3:
		return twoFigures(1000*seconds) + " ms"
	case seconds >= 1e-6:
		return twoFigures(1e6*seconds) + " µs"
	}
	return "less than 1 µs"
}

// twoFigures is a number of at least 1.
func twoFigures(x float64) string {
	if x < 9.95 {
		return strconv.FormatFloat(math.Round(10*x)/10, 'f', -1, 64)
	}
	round := math.Pow(10, math.Floor(math.Log10(x))-1)
	return strconv.FormatFloat(math.Round(x/round)*round, 'f', 0, 64)
}
