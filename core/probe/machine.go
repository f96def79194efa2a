package probe

// Probes of how two fully connected players work, of noise and data of one or two dimensions: a response over a line is the same in every row. They are computed only where they are asked for. Of each
// hidden layer they show the units that Chosen tells, layers in order.
const (
	MachineNoise    = "machine.noise"     // [k, z], latent points of one or two dimensions
	MachineVerdicts = "machine.verdicts"  // [2, k], D(x) of the first real points, and of the first samples
	ResponsesG      = "machine.g"         // [u, MachineSide, MachineSide], each unit's response over NoiseReach, rows from below
	ResponsesD      = "machine.d"         // [w, MachineSide, MachineSide], over the window
	WeightsG        = "machine.g.weights" // of each layer, the output's too, the weights between chosen inputs and chosen outputs, a row an input
	WeightsD        = "machine.d.weights"
	BiasesG         = "machine.g.biases" // of each layer, the output's too, the biases of chosen outputs
	BiasesD         = "machine.d.biases"
)

// Machine are all of them.
var Machine = []string{MachineNoise, MachineVerdicts, ResponsesG, ResponsesD, WeightsG, WeightsD, BiasesG, BiasesD}

const (
	// MachineSide is how many points a response has along each side, edges included.
	MachineSide = 16
	// MachineUnits is how many units of a layer are shown at most.
	MachineUnits = 16
)

// NoiseReach is how far a response of the generator reaches from 0 along each axis of the noise, by the noise's key.
func NoiseReach(noise string) float32 {
	if noise == "uniform" {
		return 1
	}
	return 2.5
}

// Chosen are the numbers of the shown units of n: all where they are few, else MachineUnits of them, evenly spread from the first to the last.
func Chosen(n int) []int {
	out := make([]int, min(n, MachineUnits))
	for i := range out {
		out[i] = i
		if n > MachineUnits {
			out[i] = i * (n - 1) / (MachineUnits - 1)
		}
	}
	return out
}

// NormKeys are the measures that Norms brings: the Euclidean norm of each player's gradient, all parameters taken as one vector, and of its parameters.
var NormKeys = []string{"gradient.d", "gradient.g", "weights.d", "weights.g"}
