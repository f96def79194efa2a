package train

// checkpointEvery is how many steps a checkpoint serves: reading all slots costs about as much as a few steps.
const checkpointEvery = 256

// checkpoint is a run's whole state at a step, from which the steps after it can be run again by one entry.
type checkpoint struct {
	entry  string
	step   uint32
	values map[string][]float32
}

// covers says whether the checkpoint can serve the steps of an entry from here.
func (c checkpoint) covers(entry string, step uint32) bool {
	return c.values != nil && c.entry == entry && step-c.step < checkpointEvery
}

// save reads the state: every variable that a step changes.
func (t *Trainer) save(entry string) checkpoint {
	c := checkpoint{entry, t.step, map[string][]float32{}}
	for _, scope := range t.b.scopes() {
		for _, v := range scope.Variables() {
			if values := t.slots.read(v.Name); values != nil {
				c.values[v.Name] = values
			}
		}
	}
	return c
}

// restore writes a state back.
func (t *Trainer) restore(c checkpoint) {
	for name, v := range c.values {
		t.slots.write(name, v)
	}
}
