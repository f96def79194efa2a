package dom

import (
	"math"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// wallRest is what stands beside a wall's heading where no image is pointed at.
func wallRest(s *wire.Snapshot, real bool) string {
	if real {
		return "under each: D, full at ½ ± " + plot.Fixed(plot.ReachOf(s.Floats(probe.RealVerdict), s.Floats(probe.ImagesVerdict)), 2) + "; wedge: D is wrong"
	}
	text := "always the same noise"
	if asked := askedText(s); asked != "" {
		text = asked
	} else if len(s.Bytes(probe.ImagesAsked)) > 0 {
		text = "one row a class, always the same noise"
	}
	if d := s.Floats(probe.ImagesVerdict); len(d) > 0 {
		text += "; " + control.Percent(fooled(d)) + " fool D"
	}
	return text
}

// fooled is the share of generated images that D takes for real.
func fooled(verdicts []float32) float64 {
	n := 0
	for _, d := range verdicts {
		if d >= .5 {
			n++
		}
	}
	return float64(n) / float64(len(verdicts))
}

// askedText is how many images the judge reads as asked, beside real ones, or empty where it has not read any.
func askedText(s *wire.Snapshot) string {
	for _, x := range s.Measures {
		if x.Key == "agreement" && !math.IsNaN(x.Value) {
			return control.Percent(x.Value) + " read as asked (real " + control.Percent(x.Floor) + ")"
		}
	}
	return ""
}

// wallText says for a reader who cannot see what a wall shows.
func wallText(s *wire.Snapshot, images, verdicts string) string {
	a := s.Array(images)
	kind := "generated images"
	if images == probe.RealImages {
		kind = "images of the data"
	}
	text := plot.Count(a.Dim(0)*a.Dim(1)) + " " + kind + ", " + plot.Count(a.Dim(3)) + " by " + plot.Count(a.Dim(2)) + " pixels"
	d := s.Floats(verdicts)
	if len(d) == 0 {
		return text + "."
	}
	sum := 0.0
	for _, v := range d {
		sum += float64(v)
	}
	return text + "; D says " + verdict(sum/float64(len(d))) + " of them on average."
}
