package simd_test

import (
	"fmt"
	"testing"

	"ganvas/core/plan"
)

func TestRandom(t *testing.T) {
	b := newBench()
	for _, n := range sizes {
		b.do(fmt.Sprint(n), &plan.Random{Out: b.array(n), Len: n, Seed: b.set(12345, 54321), Count: b.set(float32(n), 16777215), Stream: 0xdeadbeef})
	}
	b.check(t)
}
