package run

import (
	"runtime"
	"testing"

	"pgregory.net/rapid"
)

// Checkpoints keep within their budget but for the last one, lie in order, and no step that was passed is farther from one than their
// distance, as long as there is room for two.
func TestCheckpointsAreThinned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, 50).Draw(t, "size")
		c := checkpoints{every: checkpointEvery, budget: rapid.IntRange(0, 4000).Draw(t, "budget")}
		end := rapid.Uint64Range(1, 300*checkpointEvery).Draw(t, "steps")
		for step := uint64(0); step <= end; step += c.next(step) {
			if c.due(step) {
				c.add(checkpoint{step, state{values: make([]float32, size)}})
			}
			if len(c.list) > 1 && c.bytes() > c.budget {
				t.Fatalf("%d checkpoints of %d bytes, where %d are allowed", len(c.list), c.bytes(), c.budget)
			}
			for i, x := range c.list {
				if i > 0 && x.step <= c.list[i-1].step {
					t.Fatalf("a checkpoint of step %d after one of %d", x.step, c.list[i-1].step)
				}
			}
		}
		if c.budget < 2*4*size {
			return
		}
		for range 20 {
			step := rapid.Uint64Range(0, end).Draw(t, "at")
			at, ok := c.before(step)
			if !ok || at.step > step || step-at.step >= 2*c.every {
				t.Fatalf("before step %d of %d the last checkpoint is at %d (%v), where they are %d apart", step, end, at.step, ok, c.every)
			}
		}
	})
}

// A checkpoint holds what training changes and nothing else: beside a table of 60,000 rows, no more than 4 KiB over its variables.
func TestACheckpointIsItsState(t *testing.T) {
	r := openLine(t, "rows=60000", Options{})
	train(t, r, 10)
	want := 0
	for _, v := range r.Model().State {
		want += 4 * v.Node.Shape().Len()
	}
	const n = 64
	var kept [n]state
	before := heap()
	for i := range kept {
		kept[i] = r.slots.save()
	}
	each := (heap() - before) / n
	if each > want+4096 || kept[0].bytes() > want+4096 || kept[0].bytes() < want {
		t.Errorf("a checkpoint takes %d bytes, of which %d are its own; its variables are %d", each, kept[n-1].bytes(), want)
	}
	t.Logf("variables of %d bytes, a checkpoint takes %d", want, each)
	runtime.KeepAlive(&kept)
}

func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
