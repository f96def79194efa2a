package main

import (
	"slices"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
)

// benchmark is a row of a table: a method on some data.
type benchmark struct {
	Name, Data string
	// Settings are the fields, as a URL query without data and seed, that differ from the first experiment's; where there are none, the
	// data's own defaults are meant.
	Settings string
	// Published is what papers report for the method, as modes / high quality %, with the source. Architectures and steps
	// differ from paper to paper and from ours, so the columns show what a method can do, not which is best.
	Published string
}

// The networks and rates that methods share, so that a row differs from its neighbours by its method.
const (
	nets     = "g=64,64,64,64&d=64,64,64,64&batch=256&steps=6000"
	textbook = nets + "&g.act=lrelu&d.act=lrelu&r1=0&r2=0&g.lr=0.001&d.lr=0.001&g.beta1=0.5&d.beta1=0.5&g.beta2=0.999&d.beta2=0.999&g.ema=0&g.schedule=constant&d.schedule=constant"
)

// metz is the set-up of Metz et al. (2017) but for a minibatch of a quarter, rates five times as high and a twentieth of their steps:
// through the methods' common networks, unrolled updates are too wild to train.
const metz = "z=256&g=128,128&g.init=orthogonal&d=128&d.init=orthogonal&steps=4000&loss=mm&unroll=5&r1=0&r2=0" +
	"&g.lr=0.0005&d.lr=0.0005&g.beta1=0.5&d.beta1=0.5&g.beta2=0.999&d.beta2=0.999&g.ema=0&g.schedule=constant&d.schedule=constant"

// targets are the data of the literature's tables.
var targets = []string{"ring8-sharp", "grid25"}

// benchmarks is all that the tables show.
var benchmarks = slices.Concat(literature, catalogue)

// catalogue is every data set that has a width, with its own defaults.
var catalogue = defaults()

// literature is the methods that papers compare, each on both targets.
var literature = both([]benchmark{
	{Name: "GAN, saturating", Settings: textbook + "&loss=mm"},
	{Name: "GAN, non-saturating", Settings: textbook + "&loss=ns", Published: "1 / 99.3 (VEEGAN), 6.3 / 98.2 (PacGAN)|3.3 / 0.5 (VEEGAN), 17.3 / 94.8 (PacGAN)"},
	{Name: "Unrolled GAN, 5 steps", Settings: metz, Published: "7.6 / 35.6 (VEEGAN)|23.6 / 16 (VEEGAN)"},
	{Name: "PacGAN, 2 samples", Settings: textbook + "&loss=ns&pac=2", Published: "7.9 / 95.6 (PacGAN)|23.8 / 91.3 (PacGAN)"},
	{Name: "WGAN-GP, 3 critic steps", Settings: nets + "&g.act=lrelu&d.act=lrelu&loss=wgan&r1=0&r2=0&gp=0.1&d.updates=3&g.lr=0.003&d.lr=0.003&penalty.decay=1"},
	{Name: "RpGAN + R1 + R2", Settings: nets},
	{Name: "Our defaults: NS + R1 + R2, 2 discriminator steps"},
})

// both puts each method on both targets; Published holds the two results, apart by a bar.
func both(methods []benchmark) []benchmark {
	var out []benchmark
	for i, target := range targets {
		for _, m := range methods {
			m.Data = target
			published := append(strings.Split(m.Published, "|"), "")
			if m.Published = published[i]; m.Published == "" {
				m.Published = "–"
			}
			out = append(out, m)
		}
	}
	return out
}

func defaults() []benchmark {
	var out []benchmark
	for _, e := range data.All {
		if _, ok := e.Source.(data.Atom); !ok {
			out = append(out, benchmark{Name: "Defaults", Data: e.Key})
		}
	}
	return out
}

// benchmarksLike returns those whose name or data holds the text.
func benchmarksLike(text string) []benchmark {
	var out []benchmark
	for _, b := range benchmarks {
		if strings.Contains(b.Name, text) || strings.Contains(b.Data, text) {
			out = append(out, b)
		}
	}
	return out
}

// spec is the experiment with one seed.
func (b benchmark) spec(seed int) (experiment.Spec, error) {
	s := experiment.DefaultFor(b.Data)
	if b.Settings != "" {
		var err error
		if s, err = experiment.Parse(b.Settings); err != nil {
			return s, err
		}
		s.Data = b.Data
	}
	s.Seed = uint32(seed)
	return s, s.Check()
}

// settings is what the benchmark sets, as a query.
func (b benchmark) settings() string {
	if b.Settings == "" {
		return "data=" + b.Data
	}
	return b.Settings
}
