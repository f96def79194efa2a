package experiment

import (
	"strings"

	"ganvas/core/data"
)

// mostLatent is the most numbers that a generator starts from for a reader's own points of many columns.
const mostLatent = 8

// ForPoints is the experiment that learns points of the reader's own: the recipe of the catalogue's shapes, on a line or in the plane, with what the
// points themselves say. Each is drawn once. Where they fall into parts that do not touch, noise has as many blobs, so
// that nothing is stretched over the gaps. Points that fill a box have noise that does, and twice the generator's rate, as the checkerboard's have. Numbers that
// are normal or uniform have a generator of two weights, which cannot take a few points' bumps for the law's.
func ForPoints(p data.Finite) Spec {
	s := Default()
	s.Data = OwnData
	size := p.Frame().Size()
	n := p.Len() - data.HeldOut(p.Len())
	if size > 1 {
		s.set(curved)
		s.Latent = max(2, min(size, mostLatent))
	} else {
		s.set(line)
	}
	parts := data.Equal(data.Clumps(p))
	switch uniform := data.Follows(p, data.UniformLaw); {
	case parts > 1 && parts <= int(Find("blobs").Max):
		s.Noise, s.Blobs = "mixture", parts
		if size == 1 {
			s.set(strings.TrimPrefix(fading, "&"))
		} else if parts == 3 {
			s.set(three)
		}
	case uniform && size > 1:
		s.set("noise=uniform&g.lr=0.002")
	case uniform:
		s.set("noise=uniform&g=&g.init=identity")
	case size == 1 && data.Follows(p, data.NormalLaw):
		s = Default()
		s.Data = OwnData
		s.set(straight)
	}
	s.Rows = min(n, int(Find("rows").Max))
	if n < fewRows && s.Generator.Hidden.n > 0 {
		s.set(few)
	}
	return s
}

// few is what learns few points: where there are fewer than fewRows a discriminator comes to know each of them, and the generator with it. A stronger
// penalty, and an end before that, keep it from there.
//
// three is what three parts need beside their noise, as the catalogue's three do.
const (
	three = "g=64,64,64,64&g.lr=0.002&r1=0.1&r2=0.1&penalty.every=2"

	few     = "r1=1&steps=12000"
	fewRows = 1000
)
