package probe

// Points whole, whatever a picture shows of them, and what a run's players weigh: for tables. They are computed only where they are asked for, but for
// those of the scene.
const (
	Names       = "names"         // scene: bytes, what the columns of a reader's own points are called, a line each
	RealWhole   = "real.whole"    // scene: [n, c], points of the data with all of their columns, where those are more than two
	Frame       = "frame"         // scene: [2c], each column's centre and then each one's scale: training sees what lies between them in scales
	Origins     = "origins"       // scene: [2c], what is to be added to each column to have it as it was given, and then what rounding has left of each
	Whole       = "samples.whole" // [m, c], points of the generator with all of their columns, where those are more than two
	Weights     = "weights"       // the averaged weights of both players, one array after the other
	WeightNames = "weights.names" // bytes, a line for each of those arrays: its name and its shape, with spaces between
)
