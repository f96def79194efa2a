// Package experiment says what a run is: one Spec, its fields as one table, its text form and its checks.
//
// A Spec is what a run begins with: the same Spec, with the same turns of its knobs (core/script), gives the same bits on every machine. It is text as a URL query,
// "data=ring8&seed=3", which names only what differs from Default. The table Fields drives parsing, printing, checking and
// the page's controls; the table LayerKinds does the same for hidden layers, and a Design is a player's network for data of some shape, with the
// size of each of its layers. The package does not run anything; core/run does.
package experiment

// Spec is everything that a run depends on. Specs are comparable by ==.
type Spec struct {
	Data string // key of data.Find, or OwnData
	Rows int    // examples drawn from the data, once; minibatches are drawn from them
	Seed uint32 // of every random stream

	Pixels    string // key in PixelRanges: what training makes of the bytes of images
	Condition string // key in Conditions: what the players are told about classes

	Noise  string // key in Noises
	Latent int    // dimensions of the noise
	Blobs  int    // of mixture noise, along all dimensions together

	Generator     Player
	Discriminator Player
	Given         Given // the generator's first weights, where a hand has typed them

	Loss         string  // key in loss.All
	R1, R2       float64 // weights of the zero-centred gradient penalties at the start; 0 turns one off
	GP, GP1      float64 // weights of the two-sided and the one-sided penalty of WGAN-GP
	PenaltyFinal float64 // the share of their start that all penalties' weights have at the horizon

	PenaltyEvery int // penalties that take a slope come at every so many steps, so many times as much

	Clip          float64 // the discriminator's weights are cut to ± this; 0 turns it off, as with all of these
	Smooth        float64 // one-sided label smoothing: real labels are 1 less this
	InstanceNoise float64 // standard deviation of the blur of what the discriminator sees, at the start
	InstanceDecay float64 // the share of the horizon at which the blur has faded; 0 lets it stay
	ModeSeeking   float64 // weight of the generator's mode seeking
	PathLength    float64 // weight of the generator's path length regularisation
	Consensus     float64 // weight of half the squared length of both players' gradients

	Pack     int  // samples that the discriminator judges together (PacGAN)
	Ensemble int  // discriminators, each with its own weights; losses are means over them
	Spread   bool // the discriminator sees the minibatch's standard deviation
	Kernels  int  // of the discriminator's minibatch discrimination; 0 turns it off

	Batch int    // samples in a minibatch
	Steps int    // the horizon: schedules run until there and then stay at their ends
	Order string // key in Orders

	Unroll int // updates of the discriminator that the generator looks ahead; 0 is none

	// Rival is what there is in the place of two players where the family is another. Of the fields above, those that all families have are then as
	// it says, and the others empty.
	Rival Rival
}

// Player is one of the two networks and how it learns. A Spec has two.
type Player struct {
	Hidden     Layers
	Activation string  // key in nn.Activations, for every hidden layer that names none
	Init       string  // key in nn.Initialisers
	Bias       bool    // layers have biases
	Residual   bool    // hidden layers add what the layer before had, where their widths are the same
	Norm       string  // key in nn.Norms, of every hidden layer
	Spectral   bool    // weights by their spectral norm
	Dropout    float64 // the probability with which training drops a hidden feature; 0 turns it off

	Optimiser string  // key in opt.All
	Rate      float64 // learning rate at the start
	Beta1     float64 // Adam's memory of the gradient
	Beta2     float64 // Adam's and RMSProp's memory of its square
	Momentum  float64
	Epsilon   float64 // what keeps adaptive optimisers' divisions finite
	Decay     float64 // AdamW's weight decay
	Schedule  string  // of the learning rate: key in opt.Schedules
	Final     float64 // the share of the learning rate that is left at the horizon
	Updates   int     // in each step of the game
	Average   float64 // the memory of the averaged weights, which pictures and measures use; 0 is no averaging
}

// OwnData is the key of points that the user brings: a CSV beside the Spec. Made is the key of the field of what a generator makes that is set by hand, where a
// family has one.
const (
	OwnData = "csv"
	Made    = "q"
)

// Owns reports whether the Spec asks for the user's own data: to be learnt, or to be what a generator makes.
func (s Spec) Owns() bool {
	made := s.Find(Made)
	return s.Data == OwnData || made != nil && made.Get(&s) == OwnData
}

// Default is the experiment that a visitor meets first: a soft ring of eight by relativistic pairing with R1 and R2 (R3GAN),
// which finds all eight modes within a few hundred steps.
func Default() Spec {
	p := Player{
		Hidden:     LayersOf(32, 32, 32),
		Activation: "relu",
		Init:       "he",
		Bias:       true,
		Norm:       "none",
		Optimiser:  "adam",
		Rate:       6e-3,
		Beta1:      0,
		Beta2:      0.99,
		Momentum:   0.9,
		Epsilon:    1e-8,
		Decay:      0.01,
		Schedule:   "cosine",
		Final:      0.01,
		Updates:    1,
	}
	s := Spec{
		Data: "ring8", Rows: 32768, Seed: 1, Pixels: "signed", Condition: "none",
		Noise: "normal", Latent: 2, Blobs: 8,
		Generator: p, Discriminator: p,
		Loss: "rp", R1: 0.1, R2: 0.1, PenaltyFinal: 1e-3,
		PenaltyEvery: 1, InstanceDecay: 1,
		Pack: 1, Ensemble: 1,
		Batch: 128, Steps: 3000, Order: "alternating",
	}
	s.Generator.Average = 0.995
	return s
}
