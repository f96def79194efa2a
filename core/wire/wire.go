// Package wire is what crosses the boundary between the page and the trainer's worker, as types and as bytes.
//
// The page sends Commands, which are short texts. The worker answers a "pull" with one Snapshot, which is bytes: one
// little-endian buffer that travels by transfer. A Snapshot describes itself: it is a list of arrays with names and shapes, and the package
// knows none of them. What there is, the run's family says (in core/gan, probe.go).
package wire

// Snapshot is what a run shows at a step: the probes that were asked for, the history of its records, and its measures. Two runs of the
// same script to the same step have identical snapshots but for Measures, which are computed in float64 by libraries that promise no
// bits.
type Snapshot struct {
	Run  uint32 // which of the worker's runs, by the number that it was opened with
	Step uint64
	// Script is all that determines the run up to this step: see core/script.
	Script string

	// Arrays are the probes that were asked for, and the run's constants where those were. No two have the same name.
	Arrays   []Array
	Trace    Trace
	Measures []Measure
	// Pending is how many of all measures, where they were asked for, are still to come.
	Pending int
	// Fault is the plain explanation of why training has stopped ("the generator's loss became NaN at step 812: ..."), or empty.
	Fault string
}

// Trace is the history of a run at a fixed number of points at most: point i holds the means over steps
// i*Stride+1 ... (i+1)*Stride. When it is full, neighbours are averaged and Stride doubles.
type Trace struct {
	Stride  int
	Columns []Column // all equally long
}

// Column is one figure of each step: a loss, the mean of D over the real minibatch.
type Column struct {
	Key    string
	Values []float32
}

// Column returns the values of the column with this key, or nil.
func (t Trace) Column(key string) []float32 {
	for _, c := range t.Columns {
		if c.Key == key {
			return c.Values
		}
	}
	return nil
}

// Len is how many points the trace has.
func (t Trace) Len() int {
	if len(t.Columns) == 0 {
		return 0
	}
	return len(t.Columns[0].Values)
}

// Measure is one number of sample quality at a step.
type Measure struct {
	Key   string // the metric's key: "js", "kl", "modes", ...
	Step  uint64
	Value float64
	// Floor is what a perfect generator would score with as many samples, or NaN where there is no such figure.
	Floor float64
	// Low and High are the scores between which nine in ten perfect generators lie; High is not above Low where they are not known.
	Low, High float64
}
