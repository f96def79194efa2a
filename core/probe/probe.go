// Package probe is the names on which families and panels agree: what a family calls a probe, an array of its scene or a column of its
// record, and what a panel asks for. A family fills those that it can; a panel whose names are not filled stays empty.
package probe

// The names of probes, and of the arrays of a scene, which never change in a run.
const (
	Real       = "real"           // scene: [n, 2], points of the data
	RealClass  = "real.class"     // scene: [n] bytes, each one's class, where the players are told of classes
	Window     = "window"         // scene: [4], the part of the plane to look at: x and y from, x and y to, in data units
	Origin     = "origin"         // scene: [4], what is to be added to x and y to have them as they were given, and what rounding has left of each; see Split
	Asked      = "samples.asked"  // scene: [m] bytes, the class that each sample is asked for
	Samples    = "samples"        // [m, 2], points of the generator
	Landed     = "samples.landed" // [m] bytes, the class that the data's source takes each sample for
	Descent    = "descent"        // [k, 2], the way in which each of the first k samples would move
	Field      = "field"          // [f, f], D(x) in [0, 1] on the window's grid, rows from y0 up, each from x0 to x1 inclusive
	Optimal    = "optimal"        // [f, f], D*(x) = p/(p+q) on the same grid
	Density    = "density"        // [f, f], a model's density on the same grid, over the data's units of area
	Score      = "score"          // [v, v, 2], a direction at each point of a coarser grid over the window: of a score, or a velocity
	Posterior  = "posterior"      // [p, 6]: points of the data, and of what is said of each latent point: means and standard deviations
	Components = "components"     // [c, 6], of each Gaussian of a model its weight, its centre, and the factor of its covariance: xx, yx, yy
	Restored   = "restored"       // [p, 2], what the same points become after the way through the latent space
	Manifold   = "manifold"       // [rows, cols, 2], G on a grid of latent quantiles: a cell's density is 1 over its area
	Path       = "path"           // [w, t, 2], the ways of some samples from noise to where they are
	Offers     = "probes"         // scene: bytes, the names of all probes that the run has, a line each
	Trajectory = "trajectory"     // [t, 2], the way through the plane of (θ, ψ) of a Dirac-GAN; NaN, NaN for steps left out

	// Data of one dimension. A place is one of f evenly spaced ones over the window, both ends included.
	LineReal    = "line.real"    // scene: [n], points of the data
	LineWindow  = "line.window"  // scene: [2], the part of the line to look at, in data units
	LineOrigin  = "line.origin"  // scene: [2], what is to be added to numbers to have them as they were given, and what rounding has left of it
	LineDensity = "line.density" // scene: [f], the data's density at each place, where it is known
	LineSamples = "line.samples" // [m], points of the generator
	LineDescent = "line.descent" // [k], the way in which each of the first k samples would move
	LineField   = "line.field"   // [f], D(x) in [0, 1] at each place
	LineOptimal = "line.optimal" // [f], D*(x) = p/(p+q) at each place
	LineMap     = "line.map"     // [rows, cols], G on a grid of latent quantiles: of noise of one dimension a single row

	Norms    = "norms"    // no array: the measures of NormKeys; computed only where they are asked for, and when measures are taken
	Stepping = "stepping" // the next step from inside, as package stepping writes it; computed only where it is asked for

	// Walls of images, rows of them one below the other: a row for each class, where there are some.
	RealImages      = "images.real"         // scene: [r, c, height, width, channels] bytes, images of the data
	RealImagesClass = "images.real.class"   // scene: [r] bytes, the class of each row
	RealVerdict     = "images.real.verdict" // [r, c], D(x) of each
	Images          = "images"              // [s, d, height, width, channels] bytes, images of the generator, of noise that stays the same
	ImagesAsked     = "images.asked"        // scene: [s] bytes, the class that each row is asked for
	ImagesVerdict   = "images.verdict"      // [s, d], D(x) of each
)

// Took begins the name of an array of one number: how long, in milliseconds, the procedure takes whose name follows. A worker adds it to what a run shows where it is asked for.
const Took = "took."

// The procedures that make the wall of generated images, and that judge both walls.
const (
	MakesImages  = "probe." + Images
	JudgesImages = "probe." + ImagesVerdict
)

// The keys of columns.
const (
	LossD = "loss.d"
	LossG = "loss.g"
	Loss  = "loss" // of a model that has one
	// Divergence is a variational autoencoder's, of the posterior from the prior.
	Divergence = "loss.divergence"
	Returns    = "returns" // how far a point's code leads from the point
	Heldout    = "heldout" // the mean log density at points that training has not seen; a measure too
	Penalty    = "penalty"
	DReal      = "d.real" // the mean of D(x) over the real minibatch
	DFake      = "d.fake" // and over the generated one
)
