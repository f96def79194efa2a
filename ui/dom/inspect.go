package dom

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// subjectName names what is looked at: "Generated image, class 3, number 5".
func subjectName(s *wire.Snapshot, a probe.Aim) string {
	switch a.Kind {
	case probe.OfMap:
		return "Image of the latent map at (" + plot.Fixed(a.U, 2) + ", " + plot.Fixed(a.V, 2) + ")"
	case probe.OfReal:
		return "Real image, " + cellName(s, probe.RealImages, probe.RealImagesClass, a.At)
	}
	return "Generated image, " + cellName(s, probe.Images, probe.ImagesAsked, a.At)
}

// cellName names a place in a wall: its class or its row, and its number there, from 1.
func cellName(s *wire.Snapshot, images, classes string, cell int) string {
	across := max(1, s.Array(images).Dim(1))
	row := "row " + strconv.Itoa(cell/across+1)
	if c := s.Bytes(classes); cell/across < len(c) {
		row = "class " + strconv.Itoa(int(c[cell/across]))
	}
	return row + ", number " + strconv.Itoa(cell%across+1)
}

// shortCellName names a place in the wall of generated images in few letters: "3, no. 5", or "no. 45" where there are no classes.
func shortCellName(s *wire.Snapshot, cell int) string {
	across := max(1, s.Array(probe.Images).Dim(1))
	if c := s.Bytes(probe.ImagesAsked); cell/across < len(c) {
		return strconv.Itoa(int(c[cell/across])) + ", no. " + strconv.Itoa(cell%across+1)
	}
	return "no. " + strconv.Itoa(cell+1)
}

// verdictBar is one of D's two shares of a picture.
type verdictBar struct {
	Name  string
	Hue   string
	Share float64
}

// verdictBars are D's shares for real and for generated, the larger first.
func verdictBars(d float64) [2]verdictBar {
	real, made := verdictBar{"1 real", "real", d}, verdictBar{"0 generated", "generated", 1 - d}
	if d < .5 {
		return [2]verdictBar{made, real}
	}
	return [2]verdictBar{real, made}
}

// fooledText says whether D takes a picture for what it is.
func fooledText(real bool, d float64) string {
	switch {
	case real == (d >= .5):
		return "D is right."
	case real:
		return "D is wrong: it takes it for generated."
	}
	return "D is fooled: it takes it for real."
}

// nearestText says how near the nearest image of training is, beside what is usual between images of training.
func nearestText(told []float32) string {
	if len(told) < probe.NearestNumbers {
		return ""
	}
	if told[probe.NearestRow] < 0 {
		return "There is no other image of training."
	}
	d, usual := float64(told[probe.NearestDistance]), float64(told[probe.NearestUsual])
	text := "Image " + plot.Count(int(told[probe.NearestRow])+1) + " of training, " + plot.Fixed(d, 2) + " away."
	if c := told[probe.NearestClass]; c >= 0 {
		text = "Image " + plot.Count(int(told[probe.NearestRow])+1) + " of training, of class " + strconv.Itoa(int(c)) + ", " + plot.Fixed(d, 2) + " away."
	}
	text += " Images of training are " + plot.Fixed(usual, 2) + " from their nearest (median)."
	if d < usual/2 {
		text += " So near is a copy, or nearly."
	}
	return text
}

// checkerText says how strong a checkerboard there is in generated images, beside real ones.
func checkerText(s *wire.Snapshot) string {
	made, real := plot.Alternation(s.Array(probe.Images)), plot.Alternation(s.Array(probe.RealImages))
	if made == 0 || real == 0 {
		return ""
	}
	return "Checkerboard (brightness from pixel to pixel, at the period 2): generated images have " + plot.Fixed(made/real, 1) + " times what real ones have."
}

// toldClasses is of how many classes a Spec's players are told, of data that have so many.
func toldClasses(s *experiment.Spec, classes int) int {
	if s.Condition == "none" {
		return 0
	}
	return classes
}

// subjectClass is the class of what is looked at: the one that it is asked for, or has; 0 where there is none.
func subjectClass(s *wire.Snapshot, a probe.Aim) int {
	images, classes, cell := probe.Images, probe.ImagesAsked, a.At
	switch a.Kind {
	case probe.OfReal:
		images, classes = probe.RealImages, probe.RealImagesClass
	case probe.OfMap:
		cell = a.Three[0]
	}
	c, row := s.Bytes(classes), cell/max(1, s.Array(images).Dim(1))
	if row < len(c) {
		return int(c[row])
	}
	return 0
}

// countOf is how many images a wall has.
func countOf(s *wire.Snapshot, images string) int {
	return s.Array(images).Dim(0) * s.Array(images).Dim(1)
}
