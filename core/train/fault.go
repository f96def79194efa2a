package train

import (
	"math"
	"strconv"
)

// explain says what stopped training at the step after this one, what the likely cause is, and what to do.
func (t *Trainer) explain(column int, x float32) string {
	became := "became infinite"
	if math.IsNaN(float64(x)) {
		became = "became NaN (not a number)"
	}
	what, letter := "", "d"
	switch column {
	case columnPenalty:
		what = "the discriminator's gradient penalty"
	case columnLossG:
		what, letter = "the generator's loss", "g"
	case columnSizeG:
		what, letter = "a weight of the generator", "g"
	case columnSizeD:
		what = "a weight of the discriminator"
	default:
		what = "the discriminator's loss"
	}
	at := strconv.FormatUint(uint64(t.step)+1, 10)
	return what + " " + became + " at step " + at + ": " + t.cause(letter) +
		" The run stands at step " + strconv.FormatUint(uint64(t.step), 10) + ", the last good one."
}

// cause names the knob that most likely is too high.
func (t *Trainer) cause(letter string) string {
	name, p := "discriminator", t.spec.Discriminator
	if letter == "g" {
		name, p = "generator", t.spec.Generator
	}
	// The player that broke may have been driven there by the other's larger steps.
	if letter == "g" && t.spec.Discriminator.Rate > p.Rate {
		name, p = "discriminator", t.spec.Discriminator
	} else if letter == "d" && t.spec.Generator.Rate > p.Rate {
		name, p = "generator", t.spec.Generator
	}
	return "most likely the " + name + "'s learning rate of " + strconv.FormatFloat(p.Rate, 'g', -1, 64) +
		" is too high. Lower it and go on, or start again."
}
