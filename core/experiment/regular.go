package experiment

import (
	"strings"

	"ganvas/core/loss"
	"ganvas/core/penalty"
)

// regularFields are what keeps the game calm beside the gradient penalties: for the discriminator, then for the generator.
func regularFields() []Field {
	noisy := func(s *Spec) bool { return s.InstanceNoise > 0 }
	fields := []Field{
		{Key: "clip", Label: "Weight clipping", Symbol: "c", Doc: "Cuts the discriminator's weights to between -c and c after every update, as the first WGAN did; 0 is off.",
			Max: 10, place: func(s *Spec) any { return &s.Clip }},
		{Key: "smooth", Label: "Label smoothing", Symbol: "s", Doc: "Real samples count as real to the degree 1 - s only, so that a discriminator that is surer of them is wrong; 0 is off.",
			Max: 0.5, place: func(s *Spec) any { return &s.Smooth }},
		{Key: "instance.noise", Label: "Instance noise", Symbol: "σ", Doc: "Blurs all that the discriminator sees by noise of this standard deviation, where the data have about 1, so that real and fake overlap; 0 is off.",
			Max: 10, place: func(s *Spec) any { return &s.InstanceNoise }},
		{Key: "instance.decay", Label: "Instance noise ends at", Doc: "The share of the horizon at which the instance noise has faded to nothing; 0 lets it stay.",
			Max: 1, used: noisy, place: func(s *Spec) any { return &s.InstanceDecay }},
		{Key: penalty.ModeSeeking.Key, Label: penalty.ModeSeeking.Label, Symbol: penalty.ModeSeeking.Symbol, Doc: penalty.ModeSeeking.Doc,
			Max: 100, place: func(s *Spec) any { return &s.ModeSeeking }},
		{Key: penalty.PathLength.Key, Label: penalty.PathLength.Label, Symbol: penalty.PathLength.Symbol, Doc: penalty.PathLength.Doc,
			Max: 100, place: func(s *Spec) any { return &s.PathLength }},
		{Key: "consensus", Label: "Consensus", Symbol: "γ", Doc: "Both players also go where the two gradients get shorter, which damps their circling; 0 is off.",
			Max: 100, place: func(s *Spec) any { return &s.Consensus }},
	}
	for i := range fields {
		f := &fields[i]
		f.Group, f.Kind, f.Live = "game", Number, true
		f.Switch = f.Key != "instance.decay"
		f.Log = f.Max > 1
	}
	return fields
}

// everyField is how often penalties that take a slope are computed.
func everyField() Field {
	return Field{Key: "penalty.every", Label: "Penalties every", Symbol: "k", Doc: "Lazy penalties: slopes are penalised at every k-th step only, k times as much, which saves most of their cost.",
		Group: "game", Kind: Integer, Min: 1, Max: 16, used: (*Spec).sloped, place: func(s *Spec) any { return &s.PenaltyEvery }}
}

// sloped says whether any penalty that takes a slope is on.
func (s *Spec) sloped() bool { return s.penalised() || s.PathLength > 0 }

// Lazy is the number of steps of which one has the penalties that take a slope; 1 where each has, or there are none.
func (s *Spec) Lazy() int {
	if s.sloped() {
		return s.PenaltyEvery
	}
	return 1
}

// validateRegular: labels are smoothed where there are some, and paths are of single samples.
func (s Spec) validateRegular() error {
	if g, _ := loss.Find(s.Loss); s.Smooth > 0 && g.Smooth == nil {
		return refuse("smooth", formatNumber(s.Smooth), "0 with this game, whose discriminator has no label to smooth; games with labels are "+labelledGames())
	}
	if s.PathLength > 0 && s.Generator.Norm == "batch" {
		return refuse("path", formatNumber(s.PathLength), "0 where the generator has batch normalisation, by which a sample depends on the others and has no path of its own")
	}
	return nil
}

func labelledGames() string {
	var keys []string
	for _, g := range loss.All {
		if g.Smooth != nil {
			keys = append(keys, g.Key)
		}
	}
	return strings.Join(keys, ", ")
}
