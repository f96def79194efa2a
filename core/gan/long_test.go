package gan

import (
	"crypto/sha256"
	"os"
	"runtime"
	"testing"
)

// heap is the bytes in use, the machine's arena among them.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// A run can go on for good: memory stays what it was when the trace was full, and the run stays a run.
func TestLongRunTakesNoMemory(t *testing.T) {
	steps := 4000
	if os.Getenv("GANVAS_SLOW") != "" {
		steps = 1_000_000
	}
	tr := open(t, "")
	train(t, tr, 2000)
	before := heap()
	train(t, tr, steps-2000)
	after := heap()
	if grown := after - before; grown > 1<<18 {
		t.Errorf("%d steps take %d bytes", steps-2000, grown)
	}
	if tr.Step() != uint64(steps) || tr.Fault() != "" {
		t.Fatalf("at step %d of %d: %s", tr.Step(), steps, tr.Fault())
	}
	t.Logf("%d steps: memory %d bytes before, %d after; snapshot %x", steps, before, after, sha256.Sum256(shot(tr).Encode(nil)))
}
