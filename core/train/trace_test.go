package train

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Whatever the number of steps, every point is the mean over its own steps, none is missing but the last incomplete one,
// and there are never more than tracePoints.
func TestTraceIsTheMeansOverItsSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 5*tracePoints).Draw(t, "steps")
		value := func(step int) float64 { return float64(step*step%1009) - 500 }
		var tr trace
		for step := 1; step <= n; step++ {
			x := value(step)
			tr.push(traceRow{x, -x, 2 * x, float64(step), 1})
		}
		w := tr.wire()
		if len(w.LossD) > tracePoints || len(w.LossD) != n/w.Stride {
			t.Fatalf("%d steps of stride %d gave %d points", n, w.Stride, len(w.LossD))
		}
		if n > tracePoints && len(w.LossD) < tracePoints/2 {
			t.Fatalf("%d steps gave only %d points", n, len(w.LossD))
		}
		for i := range w.LossD {
			mean := 0.0
			for step := i*w.Stride + 1; step <= (i+1)*w.Stride; step++ {
				mean += value(step) / float64(w.Stride)
			}
			if math.Abs(float64(w.LossD[i])-mean) > 1e-4 || w.LossG[i] != -w.LossD[i] || w.Penalty[i] != 2*w.LossD[i] || w.DFake[i] != 1 {
				t.Fatalf("point %d of %d steps is %g, want %g", i, n, w.LossD[i], mean)
			}
			if middle := float32(i*w.Stride) + float32(w.Stride+1)/2; w.DReal[i] != middle {
				t.Fatalf("point %d is of step %g, want %g", i, w.DReal[i], middle)
			}
		}
	})
}
