package penalty

// The generator's regularisers are scalars that are added to its loss. Each has a weight, as the discriminator's have; what they look
// at differs, so each is a function of its own beside its name.

// Named is a regulariser's name in the catalogue.
type Named struct {
	Key    string // stable, in Specs and URLs: "modeseek"
	Label  string // for people
	Symbol string // of the weight
	Doc    string // one sentence for people
}

// OfGenerator is the catalogue of the generator's regularisers, in the order of a menu.
var OfGenerator = []Named{ModeSeeking, PathLength}
