package experiment

import "strconv"

// MaxPairs bounds what minibatch discrimination compares in a step: the square of the samples that are judged at a time, times
// its kernels.
const MaxPairs = 1 << 19

// validate returns a *FieldError where fields that are each alone good make none together.
func (s Spec) validate() error {
	for _, rule := range []func(Spec) error{Spec.validateNoise, Spec.validatePack, Spec.validateNorm, Spec.validateBatch,
		Spec.validateRegular, Spec.validateCondition, Spec.validateCircling, Spec.validatePoint} {
		if err := rule(s); err != nil {
			return err
		}
	}
	return nil
}

func refuse(key, value, allowed string) error {
	return &FieldError{Field: key, Value: value, Allowed: allowed}
}

// validateNoise: the sphere of one dimension is two points.
func (s Spec) validateNoise() error {
	if s.Noise == "sphere" && s.Latent < 2 {
		return refuse("noise", s.Noise, "normal, uniform or mixture with noise of one dimension, where a sphere is two points")
	}
	return nil
}

// validatePack: packs fill the minibatch.
func (s Spec) validatePack() error {
	if s.Batch%s.Pack != 0 {
		return refuse("pac", strconv.Itoa(s.Pack), "a number that divides the minibatch of "+strconv.Itoa(s.Batch))
	}
	return nil
}

// judged is how many samples, or packs of them, the discriminator judges at a time.
func (s Spec) judged() int { return s.Batch / s.Pack }

// validateNorm: what normalises needs something to differ in, and slopes of single samples need logits of single samples.
func (s Spec) validateNorm() error {
	for _, p := range []struct {
		key     string
		of      Player
		samples int
	}{{"g.norm", s.Generator, s.Batch}, {"d.norm", s.Discriminator, s.judged()}} {
		switch {
		case p.of.Norm == "batch" && p.samples < 2:
			return refuse(p.key, "batch", "none, layer or pixel where a minibatch is a single sample, which batch normalisation turns into zeros")
		case p.of.Norm == "layer" && p.of.Hidden.narrow():
			return refuse(p.key, "layer", "none, batch or pixel with a hidden layer of one unit, which layer normalisation turns into zero")
		}
	}
	if s.Discriminator.Norm == "batch" && (s.R1 > 0 || s.R2 > 0 || s.GP > 0 || s.GP1 > 0) {
		return refuse("d.norm", "batch", "none, layer or pixel with a gradient penalty, or turn the penalties off: "+
			"batch normalisation makes a sample's logit depend on the others, so that it has no slope of its own")
	}
	return nil
}

// validateBatch: features of the minibatch need one, and their cost grows with its square.
func (s Spec) validateBatch() error {
	n := s.judged()
	switch {
	case s.Spread && n < 2:
		return refuse("mbstd", "on", "off where the discriminator judges a single sample or pack at a time")
	case s.Kernels > 0 && n < 2:
		return refuse("mbd", strconv.Itoa(s.Kernels), "0 where the discriminator judges a single sample or pack at a time")
	case s.looks()*s.Ensemble*s.Kernels*n*n > MaxPairs:
		return refuse("mbd", strconv.Itoa(s.Kernels), "at most "+strconv.Itoa(MaxPairs/(n*n*s.Ensemble*s.looks()))+" kernels with a minibatch and an ensemble this large")
	}
	return nil
}
