package experiment

import (
	"slices"

	"ganvas/core/opt"
	"ganvas/core/penalty"
)

// Fields is every knob of an experiment, in reading order. Do not change it.
var Fields = Table[Spec](slices.Concat(
	dataFields(),
	noiseFields(),
	playerFields("g", "generator", "G", func(s *Spec) *Player { return &s.Generator }),
	[]Field{givenField()},
	playerFields("d", "discriminator", "D", func(s *Spec) *Player { return &s.Discriminator }),
	gameFields(),
	trainingFields(),
))

// Find returns the field with this key, or nil.
func Find(key string) *Field { return Fields.Find(key) }

func dataFields() []Field {
	return []Field{
		{Key: dataKey, Label: "Data", Doc: "The distribution that the generator has to learn.",
			Group: "data", Kind: Choice, Choices: distributions(), place: func(s *Spec) any { return &s.Data }},
		{Key: "rows", Label: "Points", Symbol: "n", Doc: "How many points are drawn from the data, once; minibatches are drawn from them.",
			Group: "data", Kind: Integer, Min: 1, Max: 131072, Log: true, place: func(s *Spec) any { return &s.Rows }},
		{Key: "seed", Label: "Seed", Doc: "The same seed and the same settings give the same run, bit for bit, on every machine.",
			Group: "data", Kind: Integer, Min: 0, Max: 1<<32 - 1, place: func(s *Spec) any { return &s.Seed }},
		pixelsField(),
		conditionField(),
	}
}

func noiseFields() []Field {
	return []Field{
		{Key: "noise", Label: "Noise", Symbol: "z", Doc: "The distribution of the generator's input.",
			Group: "noise", Kind: Choice, Choices: Noises, place: func(s *Spec) any { return &s.Noise }},
		{Key: "z", Label: "Dimensions", Symbol: "dim z", Doc: "How many numbers the generator starts from.",
			Group: "noise", Kind: Integer, Min: 1, Max: 256, Log: true, place: func(s *Spec) any { return &s.Latent }},
		{Key: "blobs", Label: "Blobs", Symbol: "k", Doc: "How many blobs the mixture has, side by side. With one for each part of the data, the generator need not stretch any over the gap between two.",
			Group: "noise", Kind: Integer, Min: 1, Max: 64, used: func(s *Spec) bool { return s.Noise == "mixture" }, place: func(s *Spec) any { return &s.Blobs }},
	}
}

// playerFields are one player's knobs: prefix is its letter in keys, symbol its letter in formulas.
func playerFields(prefix, group, symbol string, player func(*Spec) *Player) []Field {
	uses := func(h opt.Hyper) func(*Spec) bool {
		return func(s *Spec) bool {
			o, _ := opt.Find(player(s).Optimiser)
			return slices.Contains(o.Uses, h)
		}
	}
	hidden := func(s *Spec) bool { return player(s).Hidden.Len() > 0 }
	unnamed := func(s *Spec) bool { return !hidden(s) || player(s).Hidden.unnamed() }
	repeats := func(s *Spec) bool { return player(s).Hidden.repeats() }
	moves := func(s *Spec) bool { return player(s).Schedule != "constant" }
	fields := []Field{
		{Label: "Hidden layers", Symbol: symbol, Doc: "What the network is made of, from its input to its output: widths, or layers of other kinds.",
			Kind: List, Choices: activations(), place: func(s *Spec) any { return &player(s).Hidden }},
		{Key: "act", Label: "Activation", Symbol: "φ", Doc: "The nonlinearity of every hidden layer that names none.",
			Kind: Choice, Choices: activations(), used: unnamed, place: func(s *Spec) any { return &player(s).Activation }},
		{Key: "init", Label: "First weights", Doc: "The distribution of the weights at step 0.",
			Kind: Choice, Choices: initialisers(), place: func(s *Spec) any { return &player(s).Init }},
		{Key: "bias", Label: "Biases", Symbol: "b", Doc: "Every layer adds a number of its own to each of its outputs. Without them a network of ReLU or tanh alone maps 0 to 0.",
			Kind: Flag, place: func(s *Spec) any { return &player(s).Bias }},
		{Key: "residual", Label: "Residual layers", Doc: "A hidden layer adds to its sums those of the layer before it, where both have the same shape, so that deep networks learn as easily as shallow ones.",
			Kind: Flag, used: repeats, place: func(s *Spec) any { return &player(s).Residual }},
		{Key: "norm", Label: "Normalisation", Doc: "What keeps the signal's size in every hidden layer, before the activation.",
			Kind: Choice, Choices: norms(), used: hidden, place: func(s *Spec) any { return &player(s).Norm }},
		{Key: "dropout", Label: "Dropout", Symbol: "p", Doc: "In training, each hidden feature is dropped with this probability; pictures and measures keep all.",
			Kind: Number, Max: 0.9, Live: true, Switch: true, used: hidden, place: func(s *Spec) any { return &player(s).Dropout }},
		{Key: "spectral", Label: "Spectral normalisation", Symbol: "W/σ", Doc: "Every layer's weights are divided by an estimate of their greatest singular value, which keeps the network from getting steep.",
			Kind: Flag, place: func(s *Spec) any { return &player(s).Spectral }},
		{Key: "opt", Label: "Optimiser", Doc: "How gradients become updates.",
			Kind: Choice, Choices: optimisers(), place: func(s *Spec) any { return &player(s).Optimiser }},
		{Key: "lr", Label: "Learning rate", Symbol: "η", Doc: "What every update is multiplied by, before the schedule lowers it.",
			Kind: Number, Max: 10, Log: true, Live: true, place: func(s *Spec) any { return &player(s).Rate }},
		{Key: "beta1", Label: "Memory of the gradient", Symbol: "β₁", Doc: "How much of the mean gradient is kept from one step to the next.",
			Kind: Number, Max: 0.9999, Live: true, used: uses(opt.Beta1), place: func(s *Spec) any { return &player(s).Beta1 }},
		{Key: "beta2", Label: "Memory of its square", Symbol: "β₂", Doc: "How much of the mean squared gradient is kept from one step to the next.",
			Kind: Number, Max: 0.99999, Live: true, used: uses(opt.Beta2), place: func(s *Spec) any { return &player(s).Beta2 }},
		{Key: "momentum", Label: "Momentum", Symbol: "μ", Doc: "How much of its velocity the heavy ball keeps.",
			Kind: Number, Max: 0.9999, Live: true, used: uses(opt.Momentum), place: func(s *Spec) any { return &player(s).Momentum }},
		{Key: "eps", Label: "Epsilon", Symbol: "ε", Doc: "What keeps the division by the root mean square finite: it is added to it, or under the root by Adadelta. Larger is calmer where gradients are small.",
			Kind: Number, Min: 1e-12, Max: 1, Log: true, Live: true, used: uses(opt.Epsilon), place: func(s *Spec) any { return &player(s).Epsilon }},
		{Key: "decay", Label: "Weight decay", Symbol: "w", Doc: "How fast weights shrink: every update takes a share off each, which is the learning rate times this.",
			Kind: Number, Max: 10, Log: true, Live: true, used: uses(opt.Decay), place: func(s *Spec) any { return &player(s).Decay }},
		{Key: "schedule", Label: "Schedule", Doc: "How the learning rate falls until the horizon.",
			Kind: Choice, Choices: schedules(), place: func(s *Spec) any { return &player(s).Schedule }},
		{Key: "final", Label: "Final share", Doc: "The share of the learning rate that is left at the horizon.",
			Kind: Number, Min: 1e-6, Max: 1, Log: true, Live: true, used: moves, place: func(s *Spec) any { return &player(s).Final }},
		{Key: "updates", Label: "Updates a step", Doc: "How often this player moves in each step of the game.",
			Kind: Integer, Min: 1, Max: 16, used: alternates, place: func(s *Spec) any { return &player(s).Updates }},
		{Key: "ema", Label: "Averaged weights", Symbol: "α", Doc: "The memory of the moving average of the weights that pictures and measures use; 0 is no averaging.",
			Kind: Number, Max: 0.99999, Live: true, place: func(s *Spec) any { return &player(s).Average }},
	}
	for i := range fields {
		fields[i].Group = group
		if fields[i].Key == "" {
			fields[i].Key = prefix
		} else {
			fields[i].Key = prefix + "." + fields[i].Key
		}
	}
	return fields
}

func gameFields() []Field {
	fields := []Field{
		{Key: "loss", Label: "Game", Doc: "What the two players minimise.",
			Group: "game", Kind: Choice, Choices: losses(), place: func(s *Spec) any { return &s.Loss }},
	}
	for _, p := range penalty.All {
		fields = append(fields, Field{Key: p.Key, Label: p.Label, Symbol: p.Symbol, Doc: p.Doc,
			Group: "game", Kind: Number, Max: 100, Log: true, Live: true, Switch: true, place: func(s *Spec) any { return s.Weight(p.Key) }})
	}
	fields = append(fields, regularFields()...)
	fields = append(fields, diversityFields()...)
	return append(fields, everyField(), Field{Key: "penalty.decay", Label: "Penalty's final share",
		Doc:   "The share of their weights that the penalties have at the horizon; they fall by the same factor every step.",
		Group: "game", Kind: Number, Min: 1e-6, Max: 1, Log: true, Live: true, used: (*Spec).penalised,
		place: func(s *Spec) any { return &s.PenaltyFinal }})
}

// Weight is where the Spec keeps the weight of the penalty with this key, or nil where there is no such penalty.
func (s *Spec) Weight(key string) *float64 {
	switch key {
	case "r1":
		return &s.R1
	case "r2":
		return &s.R2
	case "gp":
		return &s.GP
	case "gp1":
		return &s.GP1
	}
	return nil
}

// penalised says whether any penalty is on.
func (s *Spec) penalised() bool { return s.penaltiesOn() > 0 }

func trainingFields() []Field {
	return []Field{
		{Key: "batch", Label: "Minibatch", Symbol: "m", Doc: "How many samples of each kind an update sees.",
			Group: "training", Kind: Integer, Min: 1, Max: 4096, Log: true, place: func(s *Spec) any { return &s.Batch }},
		{Key: "steps", Label: "Horizon", Symbol: "T", Doc: "The step at which schedules reach their ends; training may go on.",
			Group: "training", Kind: Integer, Min: 1, Max: 1e6, Log: true, Live: true, place: func(s *Spec) any { return &s.Steps }},
		{Key: "order", Label: "Order of moves", Doc: "Whether the players answer each other or move at once.",
			Group: "training", Kind: Choice, Choices: Orders, place: func(s *Spec) any { return &s.Order }},
		unrollField(),
	}
}
