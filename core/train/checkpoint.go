package train

// checkpointEvery is how many steps a checkpoint serves: reading all slots costs about as much as a few steps.
const checkpointEvery = 256

// checkpoint is a run's whole state at a step, from which the steps after it can be run again by one entry.
type checkpoint struct {
	entry string
	step  uint32
	state image
}

// covers says whether the checkpoint can serve the steps of an entry from here.
func (c checkpoint) covers(entry string, step uint32) bool {
	return c.state.values != nil && c.entry == entry && step-c.step < checkpointEvery
}
