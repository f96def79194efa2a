package experiment

import (
	"strconv"

	"ganvas/core/penalty"
)

// MaxUnits bounds the memory of a step: the minibatch times all hidden units of both players, as often as a step holds them.
const MaxUnits = 1 << 21

// Check returns nil where the Spec can run, and otherwise a *FieldError for the first field that is out of its range or,
// where each alone is good, for what makes no sense together.
func (s Spec) Check() error {
	if err := Fields.Check(s); err != nil {
		return err
	}
	if err := s.validate(); err != nil {
		return err
	}
	return s.validateSize()
}

// validateSize: the minibatch is not too large for these networks.
func (s Spec) validateSize() error {
	held := s.held()
	if s.Batch*held <= MaxUnits {
		return nil
	}
	why := "with networks this large (together they have " + strconv.Itoa(s.units(1)) + " hidden units)"
	if held > s.units(1) {
		why += " and players that look ahead or for consensus"
	}
	return refuse("batch", strconv.Itoa(s.Batch), "at most "+strconv.Itoa(MaxUnits/held)+" "+why)
}

// units is the number of hidden units of the generator and, that many times, of the discriminators.
func (s Spec) units(times int) int {
	return s.Generator.Hidden.Widths() + times*s.Ensemble*s.Discriminator.Hidden.Widths()
}

// held is the number of hidden units of one sample that a step holds at a time.
func (s Spec) held() int {
	if s.Consensus == 0 && s.Unroll > 0 {
		return s.units(s.looks())
	}
	return s.looks() * s.units(1)
}

// looks is how many times a step holds the discriminator: an unrolled one is held once more for each step and each penalty in it, and
// both players are held twice where they look ahead together, and four times where they differentiate their gradients.
func (s Spec) looks() int {
	n := 1 + s.Unroll*(1+s.penaltiesOn())
	if s.Consensus > 0 {
		n *= 4
	}
	if s.Order == "extragradient" {
		n *= 2
	}
	return n
}

// penaltiesOn is the number of the discriminator's penalties that are on.
func (s Spec) penaltiesOn() int {
	n := 0
	for _, p := range penalty.All {
		if *s.Weight(p.Key) > 0 {
			n++
		}
	}
	return n
}
