package control

import "strings"

// Note is what the page says of a field beside its Doc, where it has been asked: it costs the worker nothing here.
type Note struct {
	Formula string     // in plain mathematical letters, or empty
	Usual   [2]float64 // the range of usual values; both 0 where there is none
	Unit    string     // "samples", "steps", or empty
	Also    string     // other names under which people look for it, with spaces
	Source  string     // the paper, or empty
}

// notes are by the field's key, without its player's letter. A test holds the table to experiment.Fields.
var notes = map[string]Note{
	"data":      {Formula: "x ~ p", Also: "distribution target dataset points"},
	"rows":      {Usual: [2]float64{1000, 131072}, Unit: "points", Also: "samples n size dataset training set"},
	"seed":      {Also: "random reproducible"},
	"pixels":    {Also: "images range normalisation normalization tanh sigmoid"},
	"condition": {Also: "conditional class label cgan", Source: "Mirza and Osindero 2014"},

	"noise": {Formula: "z ~ p(z)", Also: "latent prior z input"},
	"z":     {Usual: [2]float64{2, 64}, Also: "latent dimension size"},
	"blobs": {Usual: [2]float64{2, 25}, Also: "mixture latent modes", Source: "Ben-Yosef and Weinshall 2018"},

	"":         {Formula: "h ← φ(W h + b)", Also: "network width depth neurons units architecture mlp"},
	"act":      {Formula: "φ", Also: "relu tanh nonlinearity"},
	"init":     {Also: "initialisation initialization he xavier glorot"},
	"bias":     {Formula: "W h + b", Also: "offset"},
	"residual": {Formula: "s ← s + W φ(s) + b", Also: "skip connection resnet", Source: "He et al. 2016"},
	"norm":     {Formula: "(h − mean) / √(var + ε)", Also: "normalization batch layer pixel batchnorm", Source: "Ioffe and Szegedy 2015"},
	"dropout":  {Usual: [2]float64{0.1, 0.5}, Also: "regularisation drop", Source: "Srivastava et al. 2014"},
	"spectral": {Formula: "W / σ(W)", Also: "sn lipschitz singular value", Source: "Miyato et al. 2018"},
	"opt":      {Also: "optimizer adam sgd rmsprop momentum"},
	"lr":       {Formula: "Adam: θ ← θ − η · m̂ / (√v̂ + ε)", Usual: [2]float64{0.0002, 0.02}, Also: "lr eta step size alpha", Source: "Kingma and Ba 2015; Heusel et al. 2017 on two rates"},
	"beta1":    {Formula: "m ← β₁ m + (1 − β₁) g", Usual: [2]float64{0, 0.9}, Also: "beta 1 adam momentum", Source: "Kingma and Ba 2015"},
	"beta2":    {Formula: "v ← β₂ v + (1 − β₂) g²", Usual: [2]float64{0.9, 0.999}, Also: "beta 2 adam rmsprop", Source: "Kingma and Ba 2015"},
	"momentum": {Formula: "u ← μ u + g, θ ← θ − η u", Usual: [2]float64{0.5, 0.95}, Also: "mu heavy ball sgd", Source: "Polyak 1964"},
	"eps":      {Formula: "√v̂ + ε", Usual: [2]float64{1e-8, 1e-6}, Also: "adam stability"},
	"decay":    {Formula: "θ ← θ − η w θ", Usual: [2]float64{0.001, 0.1}, Also: "l2 adamw regularisation", Source: "Loshchilov and Hutter 2019"},
	"schedule": {Also: "annealing cosine linear warmup"},
	"final":    {Usual: [2]float64{0.01, 1}, Also: "end schedule minimum"},
	"weights":  {Formula: "G(z) = A z + b", Also: "matrix affine linear theta given hand fixed"},
	"updates":  {Usual: [2]float64{1, 5}, Also: "k critic ratio ncritic steps per step", Source: "Goodfellow et al. 2014"},
	"ema":      {Formula: "θ̄ ← α θ̄ + (1 − α) θ", Usual: [2]float64{0.99, 0.9999}, Also: "moving average polyak weights", Source: "Yazıcı et al. 2019"},

	"loss":           {Also: "objective gan wasserstein hinge minimax non saturating relativistic least squares"},
	"r1":             {Formula: "γ/2 E‖∇ a(x)‖²", Usual: [2]float64{0.01, 10}, Also: "gamma gradient penalty regularisation zero centred", Source: "Mescheder et al. 2018"},
	"r2":             {Formula: "γ/2 E‖∇ a(G(z))‖²", Usual: [2]float64{0.01, 10}, Also: "gamma gradient penalty regularisation zero centred", Source: "Mescheder et al. 2018; Huang et al. 2024"},
	"gp":             {Formula: "λ E(‖∇ a(x̂)‖ − 1)²", Usual: [2]float64{0.1, 10}, Also: "lambda wgan-gp lipschitz", Source: "Gulrajani et al. 2017"},
	"gp1":            {Formula: "λ E max(0, ‖∇ a(x̂)‖ − 1)²", Usual: [2]float64{0.1, 10}, Also: "lambda wgan-lp lipschitz", Source: "Petzka et al. 2018"},
	"clip":           {Formula: "w ← max(−c, min(w, c))", Usual: [2]float64{0.01, 0.1}, Also: "wgan weights lipschitz", Source: "Arjovsky et al. 2017"},
	"smooth":         {Formula: "1 → 1 − s", Usual: [2]float64{0.05, 0.2}, Also: "label one sided", Source: "Salimans et al. 2016"},
	"instance.noise": {Formula: "x + N(0, σ²)", Usual: [2]float64{0.05, 0.5}, Also: "blur sigma", Source: "Sønderby et al. 2017"},
	"instance.decay": {Usual: [2]float64{0.2, 1}, Also: "blur anneal fade"},
	"modeseek":       {Formula: "λ E|z₁ − z₂| / E|G(z₁) − G(z₂)|", Usual: [2]float64{0.01, 1}, Also: "msgan diversity mode collapse", Source: "Mao et al. 2019"},
	"path":           {Formula: "γ E(‖Jᵀ y‖ − a)²", Usual: [2]float64{0.01, 2}, Also: "stylegan2 jacobian", Source: "Karras et al. 2020"},
	"consensus":      {Formula: "γ/2 ‖∇L‖²", Usual: [2]float64{0.01, 10}, Also: "gamma optimisation circling", Source: "Mescheder et al. 2017"},
	"pac":            {Usual: [2]float64{2, 4}, Unit: "samples", Also: "pacgan packing mode collapse", Source: "Lin et al. 2018"},
	"ensemble":       {Usual: [2]float64{2, 4}, Also: "several discriminators gman", Source: "Durugkar et al. 2017"},
	"mbstd":          {Also: "minibatch standard deviation progressive diversity", Source: "Karras et al. 2018"},
	"mbd":            {Usual: [2]float64{8, 32}, Also: "minibatch discrimination kernels diversity", Source: "Salimans et al. 2016"},
	"penalty.every":  {Usual: [2]float64{1, 16}, Unit: "steps", Also: "lazy regularisation", Source: "Karras et al. 2020"},
	"penalty.decay":  {Usual: [2]float64{0.001, 1}, Also: "anneal penalty gamma"},

	"batch":  {Usual: [2]float64{64, 512}, Unit: "samples", Also: "batch size m minibatch"},
	"steps":  {Usual: [2]float64{3000, 36000}, Unit: "steps", Also: "horizon epochs iterations length"},
	"order":  {Also: "alternating simultaneous extragradient", Source: "Gidel et al. 2019"},
	"unroll": {Usual: [2]float64{1, 5}, Unit: "steps", Also: "unrolled look ahead", Source: "Metz et al. 2017"},
}

// Note is what the page says of the control's field beside its Doc.
func (c Control) Note() Note { return notes[c.bare()] }

// bare is the field's key without its player's letter: the two players' fields have one note.
func (c Control) bare() string {
	if c.Group != "generator" && c.Group != "discriminator" {
		return c.Key
	}
	_, tail, _ := strings.Cut(c.Key, ".")
	return tail
}

// Player is the letter of the player whose field it is, or empty.
func (c Control) Player() string {
	switch c.Group {
	case "generator":
		return "G"
	case "discriminator":
		return "D"
	}
	return ""
}

// Symbolic is the control's symbol with its player as an index: "η_G" as letter and index.
func (c Control) Symbolic() (letter, index string) {
	if c.bare() == "" {
		return c.Symbol, ""
	}
	return c.Symbol, c.Player()
}

// Worth is a note's range of usual values in words, or empty.
func (n Note) Worth() string {
	if n.Usual == [2]float64{} {
		return ""
	}
	return strings.TrimSpace("usual " + Text(n.Usual[0]) + " to " + Text(n.Usual[1]) + " " + n.Unit)
}
