package experiment

import "ganvas/core/data"

// smallest is the Dirac-GAN as Mescheder, Geiger and Nowozin (2018) play it: a generator that makes the one point θ, a discriminator
// D(x) = ψx, both at 1, and gradient descent of rate 0.2. Across, along y, both start at 0 and stay there.
const smallest = "rows=1&noise=constant&z=1&" +
	"g=&g.init=identity&g.bias=off&g.opt=sgd&g.lr=0.2&g.schedule=constant&g.ema=0&" +
	"d=&d.init=identity&d.bias=off&d.opt=sgd&d.lr=0.2&d.schedule=constant&" +
	"loss=mm&r1=0&r2=0&penalty.decay=1&instance.decay=0&batch=1&steps=500"

// validatePoint: without noise a generator makes a single point, which is enough where the data is one.
func (s Spec) validatePoint() error {
	if s.Noise != "constant" {
		return nil
	}
	e, _ := data.Find(s.Data)
	_, single := e.Source.(data.Atom)
	switch {
	case !single:
		return refuse("noise", s.Noise, "normal, uniform, sphere or mixture with data of more than one point: without noise the generator makes a single one")
	case s.ModeSeeking > 0:
		return refuse("modeseek", formatNumber(s.ModeSeeking), "0 without noise, which leaves no two latent points to tell apart")
	case s.Generator.Norm == "batch":
		return refuse("g.norm", "batch", "none, layer or pixel without noise, where all samples are one, which batch normalisation turns into zeros")
	}
	return nil
}
