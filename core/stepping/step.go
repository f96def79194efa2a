// Package stepping is one step of a GAN looked at from inside: what is drawn, what both players make of it, their losses with the numbers in them,
// the gradients, and what the updates change.
//
// A Step holds the numbers; the trainer (core/gan) fills it and it travels as one array. A Formula is what a game or a penalty says of one pair of
// samples, written from the very graph that trains (formula.go): a new entry of core/loss or core/penalty has its formula without more.
package stepping

// The players, in the order in which they move.
const (
	D = 0
	G = 1
)

// Step is the next step of a run.
type Step struct {
	// Moves are in the order in which players make them. The first of each player is told in full, those after it by their figures.
	Moves []Move
}

// First is the first move of a player, told in full, and whether there is one.
func (s Step) First(player int) (Move, bool) {
	for _, m := range s.Moves {
		if m.Player == player {
			return m, true
		}
	}
	return Move{}, false
}

// Again are the moves of a player after its first.
func (s Step) Again(player int) (out []Move) {
	for _, m := range s.Moves {
		if m.Player == player {
			out = append(out, m)
		}
	}
	return out[min(1, len(out)):]
}

// Move is one update of a player, on a fresh minibatch.
type Move struct {
	Player int
	Figures
	Change Change

	Batch int  // pairs of the minibatch, of which the first Rows are here
	Size  int  // numbers of a sample
	Plain bool // D judges each sample or pack for itself, and nothing but the game's loss moves samples
	// Noise is [rows, latent]. Real and Made are what was drawn and what G made, [rows, size] in the data's units. Class is what each was asked for,
	// [rows], nil where players are told nothing of classes.
	Noise, Real, Made, Class []float32
	// What D says: logits [rows/pack, members], D(x) [rows/pack], and the slope of the pair's own share of the loss by each logit.
	Judged [2]Judged
	Parts  []Part // what is added to the game's loss
	// Slope is of the pair's own share of what G minimises by each sample, [rows, size], per unit of the data; Push is the way that it moves the
	// sample, in the plane's units, as the plane's arrows have it. Rise is the slope of the logit. All are nil in D's moves.
	Slope, Push, Rise []float32
	// Units are what the shown units of each hidden layer of the player's way give (probe.Chosen), [rows, units]: of G's on the noise, and of D's on
	// real and on generated samples. They are nil where layers have no units.
	UnitsG [][]float32
	UnitsD [2][][]float32
	// What the same noise and the same samples are after the update.
	MadeAfter   []float32
	JudgedAfter [2]Judged
}

// Judged is what D says of samples.
type Judged struct {
	Logits []float32 // [rows/pack, members]
	Says   []float32 // [rows/pack]
	Slopes []float32 // [rows/pack, members]: of the pair's own share of the loss by the logit; nil after the move
}

// The two sorts of samples.
const (
	Real = 0
	Made = 1
)

// Figures are what a move comes to.
type Figures struct {
	Loss     float32 // the game's, the mean over the minibatch
	Total    float32 // with all that is added to it
	Gradient float32 // the length of its gradient by all weights
}

// Part is a penalty or regulariser.
type Part struct {
	Key    string  // in core/penalty's catalogues
	Weight float32 // at this step
	Value  float32 // of weight 1, the mean over the minibatch
	// Slopes are ∇a at the points that it looks at, [rows/pack, size of a pack], in training's units; nil where it looks at something else.
	Slopes []float32
}

// Change is what an update does to the weights.
type Change struct {
	Length  float32 // of the change of all weights
	Weights int     // how many there are
	// The weight that changes most: its path ("1/weight"), its place in that array, and its numbers.
	Path                    string
	Place                   []int
	Before, Gradient, After float32
	Rate                    float32 // the learning rate at this step

	Hypers     []float32 // the optimiser's, as Hypers lists them
	Clip       float32   // what weights are clipped to, or 0
	Remembered []Remembered
}

// Remembered is what the optimiser remembered of the weight before the update.
type Remembered struct {
	Kind  string // "mean", "square": the end of its name in core/opt
	Value float32
}

// Memory is what the optimiser remembered, by its kind.
func (c Change) Memory(kind string) float32 {
	for _, r := range c.Remembered {
		if r.Kind == kind {
			return r.Value
		}
	}
	return 0
}

// Pack is how many samples D judges at once, Members how many discriminators there are.
func (m Move) Pack() int    { return max(1, m.Rows()/max(1, len(m.Judged[Made].Says))) }
func (m Move) Members() int { return len(m.Judged[Made].Logits) / max(1, len(m.Judged[Made].Says)) }

// Rows is how many pairs are here.
func (m Move) Rows() int { return len(m.Made) / max(1, m.Size) }

// Row is row i of an array of as many rows as there are pairs.
func (m Move) Row(values []float32, i int) []float32 {
	rows := m.Rows()
	if rows == 0 || i >= rows || len(values) == 0 {
		return nil
	}
	w := len(values) / rows
	return values[i*w : (i+1)*w]
}

// Pair is row i of an array that has a row for each pack.
func (m Move) Pair(values []float32, i int) []float32 {
	packs := m.Rows() / m.Pack()
	if packs == 0 || i >= packs*m.Pack() || len(values) == 0 {
		return nil
	}
	w := len(values) / packs
	i /= m.Pack()
	return values[i*w : (i+1)*w]
}
