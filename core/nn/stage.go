package nn

// Stage is one step of what a Network makes of a sample.
type Stage struct {
	Kind  StageKind
	Layer int // hidden layers count from 0, the output layer comes after them; -1 of what the network is given
}

// StageKind says what a stage does.
type StageKind uint8

// The kinds, in the order in which they follow one another.
const (
	Given     StageKind = iota // what the network is given
	Applied                    // what a layer makes of it: sums of products, or what its kind does
	Added                      // a residual layer's sum with what the layer before had before its normalisation
	Joined                     // the output with the class's projection of the last features
	Normal                     // the normalisation
	Activated                  // the nonlinearity
)
