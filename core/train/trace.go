package train

import "ganvas/core/wire"

// tracePoints is the most points that a trace has.
const tracePoints = 512

// trace keeps the history of a run in a fixed number of points: see wire.Trace. It sees every step once, so that
// it does not depend on how steps are gathered into runs.
type trace struct {
	stride int
	points []traceRow
	sum    traceRow // over the steps of the point that is not complete
	n      int      // how many these are
}

// traceRow is one record of the figures that a trace shows, in the order of wire.Trace's columns.
type traceRow [5]float64

func (t *trace) push(x traceRow) {
	if t.stride == 0 {
		t.stride = 1
	}
	for i := range x {
		t.sum[i] += x[i]
	}
	if t.n++; t.n < t.stride {
		return
	}
	if len(t.points) == tracePoints {
		t.halve()
		return // what was a whole point is half of one now, and waits for its other half
	}
	for i := range t.sum {
		t.sum[i] /= float64(t.n)
	}
	t.points = append(t.points, t.sum)
	t.sum, t.n = traceRow{}, 0
}

// halve averages neighbours and doubles the stride.
func (t *trace) halve() {
	half := t.points[:0]
	for i := 0; i < len(t.points); i += 2 {
		a, b := t.points[i], t.points[i+1]
		for k := range a {
			a[k] = (a[k] + b[k]) / 2
		}
		half = append(half, a)
	}
	t.points = half
	t.stride *= 2
}

// wire returns the trace as snapshots carry it.
func (t *trace) wire() wire.Trace {
	n := len(t.points)
	w := wire.Trace{
		Stride: max(1, t.stride),
		LossD:  make([]float32, n), LossG: make([]float32, n), Penalty: make([]float32, n),
		DReal: make([]float32, n), DFake: make([]float32, n),
	}
	for k, column := range [][]float32{w.LossD, w.LossG, w.Penalty, w.DReal, w.DFake} {
		for i, p := range t.points {
			column[i] = float32(p[k])
		}
	}
	return w
}
