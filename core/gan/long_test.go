package gan

import (
	"crypto/sha256"
	"math"
	"os"
	"runtime"
	"testing"

	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// heap is the bytes in use, the machine's arena among them.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// A run can go on for good, and stays a run: once its checkpoints fill their budget, memory grows by the trace's means over 2^k steps alone,
// of which there is a level more each time that the steps double.
func TestLongRunTakesNoMemory(t *testing.T) {
	steps := 4000
	if os.Getenv("GANVAS_SLOW") != "" {
		steps = 1_000_000
	}
	tr, err := Open("", run.Options{Machine: native.New, Budget: 1 << 18})
	if err != nil {
		t.Fatal(err)
	}
	defer tr.Close()
	train(t, tr, 2000)
	before := heap()
	train(t, tr, steps-2000)
	after := heap()
	levels := math.Ceil(math.Log2(float64(steps) / 2000))
	if grown := after - before; grown > int64(levels)<<18 {
		t.Errorf("%d steps take %d bytes", steps-2000, grown)
	}
	if tr.Step() != uint64(steps) || tr.Fault() != "" {
		t.Fatalf("at step %d of %d: %s", tr.Step(), steps, tr.Fault())
	}
	t.Logf("%d steps: memory %d bytes before, %d after; snapshot %x", steps, before, after, sha256.Sum256(shot(tr).Encode(nil)))
}
