package run

import "slices"

const (
	// checkpointEvery is how many steps lie between checkpoints at first: reading a run's state costs about as much as a step.
	checkpointEvery = 256
	// DefaultBudget is the memory that a run's checkpoints may take, in bytes.
	DefaultBudget = 32 << 20
)

// checkpoint is a run's state at a step, after all turns of that step. It is not changed.
type checkpoint struct {
	step  uint64
	state state
}

// checkpoints are those of a run, in order, at multiples of every. Where they get too many for the budget, every second is given up and the
// distance doubles: any step stays at most that far from one.
type checkpoints struct {
	every  uint64
	budget int
	list   []checkpoint
}

// due says whether a checkpoint is to be taken at a step.
func (c *checkpoints) due(step uint64) bool {
	if step%c.every != 0 {
		return false
	}
	_, found := c.find(step)
	return !found
}

// next is how many steps there are from a step to the next at which one may be due.
func (c *checkpoints) next(step uint64) uint64 { return c.every - step%c.every }

// add keeps a checkpoint. The last one is kept whatever it takes: a fault winds back to it.
func (c *checkpoints) add(x checkpoint) {
	i, _ := c.find(x.step)
	c.list = slices.Insert(c.list, i, x)
	for c.bytes() > c.budget && len(c.list) > 1 {
		c.every *= 2
		last := c.list[len(c.list)-1]
		c.list = slices.DeleteFunc(c.list, func(x checkpoint) bool { return x.step%c.every != 0 && x.step != last.step })
		if len(c.list) == 2 && c.bytes() > c.budget {
			c.list = c.list[1:]
		}
	}
}

// before returns the last checkpoint at or before a step.
func (c *checkpoints) before(step uint64) (checkpoint, bool) {
	i, found := c.find(step)
	if found {
		return c.list[i], true
	}
	if i == 0 {
		return checkpoint{}, false
	}
	return c.list[i-1], true
}

// cut gives up those at and after a step.
func (c *checkpoints) cut(step uint64) {
	i, _ := c.find(step)
	c.list = c.list[:i:i]
}

// find is where a checkpoint of a step is, or would be.
func (c *checkpoints) find(step uint64) (int, bool) {
	return slices.BinarySearchFunc(c.list, step, func(x checkpoint, step uint64) int {
		switch {
		case x.step < step:
			return -1
		case x.step > step:
			return 1
		}
		return 0
	})
}

func (c *checkpoints) bytes() int {
	n := 0
	for _, x := range c.list {
		n += x.state.bytes()
	}
	return n
}
