package experiment

import "ganvas/core/penalty"

// check is Check of two players.
func (s Spec) check() error {
	if err := Fields.Check(s); err != nil {
		return err
	}
	if err := s.validate(); err != nil {
		return err
	}
	return s.fitCatalogue()
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
