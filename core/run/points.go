package run

import "fmt"

// Draw returns n fresh points of the model, in the data's units: always the same for the same state and n. It does not change the run. The error says
// that the family makes none, or is the machine's.
func (r *Run) Draw(n int) ([]float32, error) {
	if r.model.Draw == nil {
		return nil, fmt.Errorf("run: %q makes no points that could be drawn", r.exp.Spec())
	}
	return r.model.Draw(r.slots, n)
}

// LogDensity returns the logarithm of the model's density at points in the data's units, in nats; of a model that says a bound only, an estimate by
// sampling. The error says that the family has no density, or is the machine's.
func (r *Run) LogDensity(points []float32) ([]float64, error) {
	if r.model.LogDensity == nil {
		return nil, fmt.Errorf("run: %q has no density: it makes samples, and says of no point how likely it is. Compare its samples with the data instead", r.exp.Spec())
	}
	return r.model.LogDensity(r.slots, points)
}
