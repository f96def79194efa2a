package run

// DefaultPiece is the work, in multiply-adds, of a piece of what takes long: a hundredth of a second of the fast machines.
const DefaultPiece = 1 << 25

// wholePieces is how many pieces what takes long has at least.
const wholePieces = 4

// InPieces says whether anything that the run does is done in pieces.
func (r *Run) InPieces() bool {
	for _, e := range r.slots.program.Entries {
		if len(e.Pieces) > 0 {
			return true
		}
	}
	return false
}

// OnRest sets what is called between two pieces of a call. It may keep the call waiting, and may end it by runtime.Goexit: see Abandon.
func (r *Run) OnRest(rest func()) { r.resting = rest }

func (r *Run) rest() {
	if r.resting != nil {
		r.resting()
	}
}

// Abandon mends a run in which a call has ended where it rested. The run stands at the last step that is complete; a knob that was about to be
// turned has not been.
func (r *Run) Abandon() {
	if r.before.program == r.slots.program {
		r.slots.load(r.before, state{})
	}
	r.before = state{}
}

// begins keeps the state before a step that may be abandoned.
func (r *Run) begins(who string) {
	if r.slots.cut(who) || r.slots.cut(who+between) {
		r.before = r.slots.save()
	}
}

// chunk is how many steps of a way are trained before their records are read: what is cut is trained one by one.
func (r *Run) chunk(who string) uint64 {
	if r.slots.cut(who) || r.slots.cut(who+between) {
		return 1
	}
	return ringRows
}

// spacing is how far apart checkpoints are at first: where a step is cut, the state is little beside it.
func (r *Run) spacing() uint64 {
	if r.chunk(r.exp.Ways()[0]) == 1 {
		return 1
	}
	return checkpointEvery
}
