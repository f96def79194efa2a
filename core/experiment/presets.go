package experiment

import "slices"

// Preset is a named experiment to open with one click.
type Preset struct {
	Key   string // stable: "collapse"
	Label string // for people: "Mode collapse"
	Doc   string // what there is to see, and what cures it, for people
	Query string // the Spec, as canonical text
	Steps int    // after how many steps it can be seen
	Cure  string // fields that cure it, to be set on top of Query, as text; empty where it works as it is

	Turns   string    // what is done on the way, as core/script writes it; or empty
	Layers  string    // what is shown beside the usual, by the keys of picture.AllLayers with commas; or empty
	Moments [4]Moment // a figure of four panels; of the zero value there is none
}

// Moment is a step of a run that is a panel of a figure.
type Moment struct {
	Step int
	Doc  string // what there is to see, for people
}

// Presets is the catalogue, in the order of a menu: of points, then of images.
var Presets = slices.Concat(PointPresets, ImagePresets)

// PointPresets are one that works, one that ends where theory says, and failures that fail as they should. Tests hold each to its Doc.
var PointPresets = []Preset{
	{Key: "works", Label: "One that works", Steps: 600,
		Doc: "Relativistic pairing with R1 and R2 finds all eight modes within a few hundred steps."},
	{Key: "equilibrium", Label: "The equilibrium, reached", Steps: 15000,
		Doc:   "In the end no test of this page tells the samples from the data: every measure is about as good as a perfect generator's, and the discriminator says about ½ wherever samples lie. Three things take it there: noise in as many blobs as there are modes, a blur that fades, under which each blob finds a mode of its own, and a discriminator that begins with waves of many lengths and so sees the shape of a mode.",
		Query: many},
	{Key: "textbook", Label: "The figure of the first paper", Steps: 5000, Turns: "10:d*1600", Layers: "manifold,optimal",
		Doc:   "Four moments of the game in one dimension, as the first paper on GANs draws them (Goodfellow et al., 2014, figure 1): D over x beside the best one, D*, the data’s density and the samples’, and the lines from z to x. In between D learns alone for 1,600 steps. Press a panel to see its step.",
		Query: "data=normal1&g.lr=0.003&g.weights=1,1.5&loss=ns&r1=0.01&r2=0.001&steps=5000",
		Moments: [4]Moment{
			{10, "near the start: D is a rough classifier"},
			{1610, "D has learnt alone: it is near p/(p+q)"},
			{1700, "G has moved to where D says real"},
			{5000, "q is p: D says ½ everywhere"},
		}},
	{Key: "collapse", Label: "Mode collapse and rotation", Steps: 1000, Cure: "d.lr=0.012&unroll=5",
		Doc:   "A generator that moves four times as often as the discriminator puts most samples into one place, is found out, and moves on to the next, for ever. Unrolling a discriminator that learns three times as fast shows it what comes next, and the samples spread over most modes and stay spread.",
		Query: "rows=8192&g=16,16&g.lr=0.004&g.beta1=0.9&g.schedule=constant&g.updates=4&g.ema=0&d=16,16&d.lr=0.004&d.beta1=0.9&d.schedule=constant&loss=ns&r1=0&r2=0&batch=64"},
	{Key: "vanishing", Label: "Vanishing gradient", Steps: 400, Cure: "loss=ns",
		Doc:   "A discriminator that moves eight times as often tells every fake, and the minimax loss is flat where it does: the gradients shrink and the generator hardly learns. The non-saturating loss is steep there.",
		Query: "data=ring8-sharp&g=32,32,32&g.lr=0.001&g.beta1=0.5&g.schedule=constant&g.ema=0&d=32,32,32&d.beta1=0.5&d.schedule=constant&d.updates=8&loss=mm&r1=0&r2=0&penalty.decay=0.001&batch=128&steps=3000"},
	{Key: "circling", Label: "Circling", Steps: 300, Cure: "order=extragradient",
		Doc:   "Two linear players that move at once, from samples that lie beside the data: they swing to and fro, each time farther, and never settle. By extragradient each swing is shorter than the last.",
		Query: "g=&g.opt=sgd&g.lr=0.1&g.schedule=constant&g.ema=0&g.weights=1,0,1.2/0,1,0&d=&d.init=normal&d.opt=sgd&d.lr=0.1&d.schedule=constant&loss=wgan&r1=0&r2=0&batch=1024&order=simultaneous"},
	{Key: "dirac", Label: "Oscillation of the Dirac-GAN", Steps: 500, Cure: "r1=0.3",
		Doc:   "The smallest GAN: one point of data, one generated, a discriminator with one weight. Generator and discriminator chase each other round the equilibrium for ever, as near to it as they began. R1 pulls the discriminator's slope down, and the circle becomes a spiral into the middle.",
		Query: "data=dirac"},
	{Key: "clipping", Label: "A critic that is clipped", Steps: 800, Cure: "clip=0&gp=0.1",
		Doc:   "The first WGAN cuts the critic's weights to ±0.01. Many of them end on the bound, what is left is flat, and the generator finds no mode. A gradient penalty bounds the slope itself, and it finds most of them.",
		Query: "g=32,32&g.opt=rmsprop&g.lr=0.002&g.schedule=constant&g.ema=0.99&d=32,32&d.opt=rmsprop&d.lr=0.002&d.schedule=constant&d.updates=5&loss=wgan&r1=0&r2=0&clip=0.01&penalty.decay=1&batch=64"},
	{Key: "gaps", Label: "Samples between the modes", Steps: 4000, Cure: "noise=mixture&instance.noise=0.5&instance.decay=0.3",
		Doc:   "A continuous generator cannot tear its noise: what joins one mode to the next is stretched over the gap between them, and a small generator leaves a tenth of its samples there or more. Noise that has gaps itself, in as many blobs as there are modes, leaves few: under a blur that fades each blob finds a mode of its own.",
		Query: "rows=131072&g=12,12,12&g.act=lrelu&g.lr=0.003&g.beta2=0.9&g.ema=0.999&d=48:fourier,48&d.beta2=0.9&penalty.decay=1&steps=4000"},
	{Key: "memorising", Label: "Learning by heart", Steps: 2000, Cure: "rows=32768",
		Doc:   "With eight points to learn from, the generator learns these points and nothing between them. More points cure it.",
		Query: "data=moons&rows=8&noise=normal&g=32,32,32&g.lr=0.006&g.beta2=0.99&g.ema=0.995&d=32,32,32&d.lr=0.006&d.beta2=0.99&d.updates=1&r1=0.01&r2=0.01&penalty.decay=0.001&batch=64&steps=3000"},
}

// FindPreset returns the preset with this key.
func FindPreset(key string) (Preset, bool) {
	for _, p := range Presets {
		if p.Key == key {
			return p, true
		}
	}
	return Preset{}, false
}

// Cured is the preset's Spec with its cure set on top. The error is a *FieldError.
func (p Preset) Cured() (Spec, error) {
	s, err := Parse(p.Query)
	if err != nil {
		return s, err
	}
	return s.With(p.Cure)
}
