package experiment

import (
	"ganvas/core/query"
)

// recipe is what learns some data, where that is not what learns the first experiment's: fields as text.
type recipe struct{ Data, Settings string }

// curved learns shapes that are soft but not round, to less than twice the divergence that sampling alone leaves, in about a minute. What takes
// it there, against layers of ReLU that end five to seven times as far, is a discriminator that begins with Fourier features: without them it
// sees the fine structure so late that modes and bands stay too narrow for ten times as many steps. Its penalty must then stay as it begins,
// or its short waves grow. The discriminator's rate is four times the generator's: the slower generator wobbles less, and its wobble is what
// widens or narrows bands. R1 alone ends nearer than R1 and R2, as it leaves time for a quarter more steps. The points are four times as
// many, as 32,768 of them differ from the data by a quarter of what is left.
const curved = "rows=131072&g=64,64,64&g.lr=0.001&g.beta2=0.9&g.ema=0.999&d=96:fourier,96&d.lr=0.004&d.beta2=0.9&d.updates=2" +
	"&r1=0.2&r2=0&penalty.decay=1&steps=36000"

// many learns many blobs, each by noise of its own: under a blur that fades each finds one, and a small discriminator that begins with waves of many
// lengths sees their shape. Without the blur eight sharp blobs of a file end at a JS of .11, with it at .01.
const many = "rows=131072&noise=mixture&g.lr=0.003&g.beta2=0.9&g.ema=0.999&d=48:fourier,48&d.beta2=0.9&d.updates=2&r1=0.2&r2=0" +
	"&instance.noise=0.5&instance.decay=0.3&penalty.decay=1&steps=15000"

// sharp learns tiny modes far apart: a generator whose four layers fold the plane often enough, a larger minibatch, and time for the last
// samples to leave the gaps between modes. There the non-saturating loss leaves fewer in the gaps than relativistic pairing does.
const sharp = "g=64,64,64,64&g.lr=0.003&g.ema=0.999&d=64,64,64,64&d.lr=0.003&d.updates=2&loss=ns&penalty.decay=0.01&batch=256&steps=8000"

// legible makes images of classes soon (small convolutional players at ten times the usual rates): of 629 settings that were tried on handwritten
// digits, this one was read best by a classifier after as many multiply-adds; half its minibatch and twice its steps are read better still at each
// second, with a longer average (at 8.5 and 27 s of one core: .885 to .941 and .975 to .988, where 96 a step gave .77 to .85 and .945 to .961). The
// generator enlarges by repeating pixels, which leaves no checkerboards, and has batch normalisation; relativistic pairing has R1 and R2 at every
// eighth step. What follows are the layers, by the size of images.
const legible = "rows=8192&condition=projection&z=16&g.norm=batch&g.lr=0.018&g.beta2=0.95&g.ema=0.98&d.act=lrelu&d.lr=0.0072&d.beta2=0.95" +
	"&r1=0.034&r2=0.034&penalty.every=8&penalty.decay=1&batch=48&steps=500"

const (
	small8  = legible + "&g=256,shape4x4x16,nearest2,conv1k3p1&d=conv32k4s2p1,conv16k4s2p1"
	usual28 = legible + "&g=3136,shape7x7x64,nearest2,conv8k3p1,nearest2,conv1k3p1&d=conv32k4s2p1,conv16k4s2p1"
	// Three digits, one a channel, are of a thousand classes, of which nobody is told: the question is how many the generator finds.
	stacked28 = legible + "&condition=none&g=3136,shape7x7x64,nearest2,conv16k3p1,nearest2,conv3k3p1&d=conv32k4s2p1,conv32k4s2p1&steps=2000"
	colour32  = legible + "&g=4096,shape8x8x64,nearest2,conv16k3p1,nearest2,conv3k3p1&d=conv32k4s2p1,conv32k4s2p1"
)

// line learns data of one dimension as curved learns the plane's: by noise of one dimension, smaller players and a ninth of the steps. two is of
// two parts, with a blob for each. fading is a blur that is gone after the first half, under which each blob finds a part of its own: without it a
// blob stays where D is flat, between the parts or beyond them, on 7 of 20 seeds of two points, and on 4 of 20 files of a mixture, though on none
// of the mixture itself. straight is the exercise of a first lecture: a generator of two weights.
const (
	fading   = "&instance.noise=1&instance.decay=0.5"
	line     = "rows=131072&z=1&g=32,32&g.lr=0.001&g.beta2=0.9&g.ema=0.999&d=32:fourier,32&d.lr=0.004&d.beta2=0.9&d.updates=2&r1=0.2&r2=0&penalty.decay=1&steps=4000"
	two      = line + "&noise=mixture&blobs=2"
	straight = "z=1&g=&g.init=identity&g.lr=0.01&g.ema=0.99&d=32,32&d.lr=0.01&batch=256"
)

// Data in parts that do not touch have noise in as many blobs, so that nothing is stretched over the gaps. Three parts also need R2: without it
// the parts' shares, which the blobs should keep, go up and down, and lazy penalties leave time for enough steps. The spiral's two arms take a
// generator without kinks, the Swiss roll a discriminator without them, and the checkerboard, uniform on squares, noise that is uniform on one.
var recipes = []recipe{
	{"ring8-sharp", sharp},
	{"grid25", sharp},
	{"line", curved},
	{"gaussians", curved},
	{"ring", curved},
	{"disjoint", curved + "&noise=mixture&blobs=3&g=64,64,64,64&g.lr=0.002&r1=0.1&r2=0.1&penalty.every=2&steps=36000"},
	{"circles", curved + "&noise=mixture&blobs=2"},
	{"moons", curved + "&noise=mixture&blobs=2"},
	{"spiral", curved + "&g=64:tanh,64:tanh,64:tanh&steps=32000"},
	{"swissroll", curved + "&d=96:fourier,96:silu&d.lr=0.006&steps=30000"},
	{"pinwheel", curved},
	{"checkerboard", curved + "&noise=uniform&g.lr=0.002"},
	{"dirac", smallest},
	{"mixture1", two},
	{"normal1", straight},
	{"uniform1", line + "&noise=uniform"},
	{"skewed1", line},
	{"two1", two + fading},
	{"digits", usual28},
	{"digits-8", small8},
	{"digits-stacked", stacked28},
	{"signs", small8},
	{"figures", usual28},
	{"figures-colour", colour32},
}

// DefaultFor is the experiment that learns the data with this key, which a Spec that names no more than the data is. The key is not
// checked.
func DefaultFor(data string) Spec {
	s := Default()
	s.Data = data
	for _, r := range recipes {
		if r.Data == data {
			s.set(r.Settings)
		}
	}
	return s
}

// set takes fields from text that is known to be good: tests hold every recipe to it.
func (s *Spec) set(settings string) {
	pairs, err := query.Parse(settings)
	for _, p := range pairs {
		if err == nil {
			err = Find(p.Key).Set(s, p.Value)
		}
	}
	if err != nil {
		panic(err)
	}
}

// dataKey is the field whose value the others' defaults depend on.
const dataKey = "data"
