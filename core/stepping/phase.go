package stepping

// Kind is what happens in a phase of a step.
type Kind uint8

// The kinds, in order.
const (
	Draw     Kind = iota // a minibatch of data and of noise
	Make                 // G makes samples
	Judge                // D judges both
	Cost                 // the game's loss
	Penalise             // what is added to it
	Slopes               // the gradient goes back
	Update               // the weights move
	Again                // the player's further moves
)

// Phase is a part of a step that is looked at for itself.
type Phase struct {
	Player int
	Kind   Kind
}

// Phases are those of the step: D's and then G's, as far as they move.
func (s Step) Phases() (out []Phase) {
	for player, kinds := range [][]Kind{{Draw, Make, Judge, Cost, Penalise, Slopes, Update, Again}, {Make, Cost, Penalise, Slopes, Update, Again}} {
		m, moves := s.First(player)
		if !moves {
			continue
		}
		for _, k := range kinds {
			if k == Penalise && len(m.Parts) == 0 || k == Again && len(s.Again(player)) == 0 {
				continue
			}
			out = append(out, Phase{player, k})
		}
	}
	return out
}
