package experiment

import (
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/nn"
)

// PixelRange is what training makes of the bytes of images: 0 becomes Low, 255 becomes High, and the rest lies between.
type PixelRange struct {
	Option
	Low, High float32

	activation string // what squashes a generator's numbers into the range
}

// PixelRanges is the catalogue, in the order of a menu.
var PixelRanges = []PixelRange{
	{Option{"signed", "−1 to 1", "As tanh gives them, in which generators of images end."}, -1, 1, "tanh"},
	{Option{"unit", "0 to 1", "As a sigmoid gives them."}, 0, 1, "sigmoid"},
	{Option{"raw", "0 to 255", "As they are in files: far from the unit variance that networks are made for."}, 0, 255, "linear"},
}

// PixelRange is the Spec's.
func (s Spec) PixelRange() PixelRange {
	for _, r := range PixelRanges {
		if r.Key == s.Pixels {
			return r
		}
	}
	return PixelRanges[0]
}

func (r PixelRange) squash() nn.Activation {
	a, _ := nn.FindActivation(r.activation)
	return a
}

// pixelsField is how training sees pixels.
func pixelsField() Field {
	var choices []Option
	for _, r := range PixelRanges {
		choices = append(choices, r.Option)
	}
	return Field{Key: "pixels", Label: "Pixels", Doc: "The numbers that the players see for black and for white.",
		Group: "data", Kind: Choice, Choices: choices, used: (*Spec).pictures, place: func(s *Spec) any { return &s.Pixels }}
}

// pictures says whether the Spec's data are images, as far as its key tells.
func (s *Spec) pictures() bool {
	e, ok := data.Find(s.Data)
	return ok && pictorial(data.ShapeOf(e.Source))
}

// shapeText is a shape as people write it: "28 x 28 x 1".
func shapeText(shape []int) string {
	parts := make([]string, len(shape))
	for i, d := range shape {
		parts[i] = strconv.Itoa(d)
	}
	return strings.Join(parts, " x ")
}
