package experiment

import "ganvas/core/data"

// mostLatent is the most numbers that a generator starts from for a reader's own points of many columns.
const mostLatent = 8

// ForPoints is the experiment that learns points of the reader's own: the recipe of the catalogue's shapes, on a line or in the plane, with what the
// points themselves say. Each is drawn once. Where they fall into parts that do not touch, noise has as many blobs, so that nothing is stretched
// over the gaps.
func ForPoints(p data.Finite) Spec {
	size, parts := p.Frame().Size(), data.Equal(data.Clumps(p))
	if parts > int(Find("blobs").Max) {
		parts = 1
	}
	s := Default()
	s.Data = OwnData
	s.set(ownRecipe(p, size, parts))
	if size > 1 {
		s.Latent = latent(size)
	}
	if parts > 1 {
		s.Noise, s.Blobs = "mixture", parts
	}
	n := p.Len() - data.HeldOut(p.Len())
	s.Rows = min(n, int(Find("rows").Max))
	if n < fewRows && s.Generator.Hidden.n > 0 {
		s.set(few)
	}
	return s
}

// ownRecipe is the catalogue's recipe for points of so many columns that fall into so many parts. Points that fill a box have noise that does, and
// twice the generator's rate, as the checkerboard's have. Numbers that are normal or uniform have a generator of two weights, which cannot take a few
// points' bumps for the law's.
func ownRecipe(p data.Finite, size, parts int) string {
	uniform := parts <= 1 && data.Follows(p, data.UniformLaw)
	switch {
	case size == 1 && parts > 1:
		return line + fading
	case size == 1 && uniform:
		return line + "&noise=uniform&g=&g.init=identity"
	case size == 1 && data.Follows(p, data.NormalLaw):
		return straight
	case size == 1:
		return line
	case parts > 3:
		return many + wider + fading
	case parts == 3:
		return curved + three
	case uniform:
		return curved + "&noise=uniform&g.lr=0.002"
	}
	return curved
}

// latent is how many numbers the generator of points of so many columns starts from.
func latent(columns int) int { return max(2, min(columns, mostLatent)) }

// few is what learns few points: where there are fewer than fewRows a discriminator comes to know each of them, and the generator with it. A stronger
// penalty, and an end before that, keep it from there.
//
// three is what three parts need beside their noise, as the catalogue's three do. wider is for many parts of a file: the equilibrium's small players leave
// 25 of them at a JS of .05, these at .02, and eight sharp ones at .002 to .004 in place of .005 to .01. It takes a blur that lasts: under the
// equilibrium's, eight sharp parts ended at .19 on one seed.
const (
	three = "&g=64,64,64,64&g.lr=0.002&r1=0.1&r2=0.1&penalty.every=2"
	wider = "&g=64,64,64&d=96:fourier,96"

	few     = "r1=1&steps=12000"
	fewRows = 1000
)
