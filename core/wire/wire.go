// Package wire is what crosses the boundary between the page and the trainer's worker, as types and as bytes.
//
// The page sends Commands, which are short texts. The worker answers a "pull" with one Snapshot, which is bytes: one
// little-endian buffer that travels by transfer. There is one pull under way at a time; the next is sent when the last answer
// has been drawn.
package wire

// Snapshot is a photograph of a run: everything that the panels draw. Coordinates are in data units, row-major, x before y.
// Two runs of the same Spec to the same step have identical snapshots but for Measures, which are computed in
// float64 by libraries that promise no bits.
type Snapshot struct {
	Step   uint32
	Window Window

	Real      []float32 // n points of the data, 2n numbers
	Generated []float32 // m points of the generator (its averaged weights, where the Spec averages), 2m numbers

	// Where the players are told of classes: each point's, from 0. They are empty in other experiments.
	RealClasses []uint8 // n, of the points of the data
	Asked       []uint8 // m, which each generated point was asked for
	Landed      []uint8 // m, which the data's source takes each for

	// Arrows are minus the gradient of the generator's loss at the first len(Arrows)/2 generated points, in data units:
	// the way each sample would move.
	Arrows []float32

	FieldSize int       // the field's points along each side
	Field     []float32 // D(x) in [0, 1] on the window's grid, FieldSize rows from y0 up, each from x0 to x1 inclusive

	// Optimal is D*(x) = p/(p+q) on the same grid: the best discriminator against this generator, as a sample of it tells. It is
	// there where it was asked for and the data's density is known; otherwise empty.
	Optimal []float32

	// The manifold is G on a grid of latent quantiles: ManifoldRows by ManifoldCols vertices in the plane. A one-dimensional
	// latent has one row. Vertices are equally likely apart, so a cell's density is 1 over its area.
	ManifoldRows, ManifoldCols int
	Manifold                   []float32

	// Orbit is the way through the plane of (θ, ψ) where the experiment is a Dirac-GAN (dirac.Plane): θ before ψ at the start and after each
	// step. Of long runs it has the first steps and the last, with NaN, NaN for those between. Otherwise it is empty.
	Orbit []float32

	Trace    Trace
	Measures []Measure
	// Pending is how many of all measures, where they were asked for, are still to come.
	Pending int
	// Fault is the plain explanation of why training has stopped ("the generator's loss became NaN at step 812: ..."),
	// or empty.
	Fault string
}

// Best is the best answer to the generator of a moment, where the data's density is known, and how far the discriminator is from it.
type Best struct {
	Field    []float32 // see Snapshot.Optimal
	Measures []Measure // "value", "value_optimal", "gap" and "optimal_noise"
}

// Window is the part of the plane that a snapshot shows.
type Window struct{ X0, Y0, X1, Y1 float32 }

// Trace is the history of a run at a fixed number of points at most: point i holds the means over steps
// i*Stride+1 ... (i+1)*Stride. When it is full, neighbours are averaged and Stride doubles.
type Trace struct {
	Stride int
	// Columns, each len(points) long.
	LossD, LossG, Penalty []float32
	// DReal and DFake are the means of D(x) over the real and the generated minibatch.
	DReal, DFake []float32
}

// Measure is one number of sample quality at a step.
type Measure struct {
	Key   string // the metric's key: "js", "kl", "modes", ...
	Step  uint32
	Value float64
	// Floor is what a perfect generator would score with as many samples, or NaN where there is no such figure.
	Floor float64
}

// Command is a request of the page to the worker: a verb and a query of keys and values, as text "verb?query".
//
//	start?address=A  open the run that a page's address asks for, whatever is wrong with it, and train it unless still=1 is there
//	open?SPEC        start a run anew with this Spec (a CSV of points travels beside it as bytes)
//	set?KEY=VALUE    turn live knobs of the run without restarting it
//	play?rate=N      train, N steps a second (DefaultRate where it is left out), or as fast as it goes where rate is "max"
//	pause?           stop training
//	step?n=N&who=W   train N steps; W is "both" (the default), "d" or "g"
//	reset?           the same Spec from step 0
//	measure?         compute all measures, one by one, of the samples of this step: later Snapshots have those that there are
//	measure?stop=1   give up those that are still to be computed
//	pull?measure=1   answer with a Snapshot, with fresh measures if asked for
//	pull?optimal=1   answer with a Snapshot that has the optimal discriminator and the game's values too, fresh where measures are
type Command struct {
	Verb  string
	Query string
}

// DefaultRate is how many steps a second a run trains that nobody has set a rate for: a newcomer sees the story in the first
// seconds and can still follow it.
const DefaultRate = 400
