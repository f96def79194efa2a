package experiment

import (
	"slices"
	"strconv"
)

// unrollField is how far the generator looks ahead.
func unrollField() Field {
	return Field{Key: "unroll", Label: "Unrolled steps", Symbol: "K", Doc: "The generator minimises its loss against the discriminator as it will be after K more updates, and knows how its samples change them; 0 is off.",
		Group: "training", Kind: Integer, Min: 0, Max: 10, place: func(s *Spec) any { return &s.Unroll }}
}

// MaxUnrolled bounds the memory of unrolling: the discriminators' weights times the steps that they are unrolled. MaxConsensus bounds
// both players' weights where their gradients are differentiated.
const (
	MaxUnrolled  = 1 << 19
	MaxConsensus = 1 << 20
)

// validateCircling: one cure for circling is enough.
func (s Spec) validateCircling() error {
	switch {
	case s.Consensus > 0 && s.Order == "extragradient":
		return refuse("consensus", formatNumber(s.Consensus), "0 with extragradient, or another order of moves: each alone stops the players from circling")
	case s.Consensus > 0 && s.Unroll > 0:
		return refuse("consensus", formatNumber(s.Consensus), "0 with an unrolled discriminator: each alone stops the players from circling")
	case s.Unroll > 0 && s.Order == "extragradient":
		return refuse("unroll", strconv.Itoa(s.Unroll), "0 with extragradient, where both players look ahead already")
	}
	return nil
}

// fitLooks: weights that are differentiated through are kept many times.
func (s Spec) fitLooks(x extents) error {
	d := s.Ensemble * x.d.weights
	both := d + x.g.weights
	switch {
	case s.Consensus > 0 && both > MaxConsensus:
		return refuse("consensus", formatNumber(s.Consensus), "0 with networks this large (together they have "+strconv.Itoa(both)+" weights)")
	case s.Unroll*d > MaxUnrolled:
		return refuse("unroll", strconv.Itoa(s.Unroll), "at most "+strconv.Itoa(MaxUnrolled/d)+" with a discriminator this large ("+strconv.Itoa(d)+" weights)")
	}
	return nil
}

// atOnce are the orders in which each player moves once a step.
var atOnce = []string{"simultaneous", "extragradient"}

// alternates says whether players take turns, each with as many updates as it likes.
func alternates(s *Spec) bool { return !slices.Contains(atOnce, s.Order) }
