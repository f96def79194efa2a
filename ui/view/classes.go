package view

import "ganvas/ui/plot"

// classless is the side of the frame in CSS pixels under which numbers and threads would only be in the way.
const classless = 200

// cloud is samples that are drawn alike.
type cloud struct {
	layer Layers
	xy    []float32
	ink   plot.Colour
	// whole is what the dots' radius and opacity go by: the whole sample, of which xy may be a part.
	whole []float32
}

// clouds are the samples that are drawn as discs: all, but for strays of a generator that is told of classes.
func (p *planePicture) clouds() [2]cloud {
	real, generated := p.s.Real, p.s.Generated
	discs := generated
	if len(p.s.Asked) > 0 {
		p.strays.Split(generated, p.s.Asked, p.s.Landed)
		discs = p.strays.Right
	}
	return [2]cloud{{Real, real, p.theme.Real.Ink, real}, {Generated, discs, p.theme.Generated.Ink, generated}}
}

// drawClasses draws the samples that landed in another class than they were asked for, over the others, and the classes' numbers.
func (p *planePicture) drawClasses() {
	if len(p.s.Asked) == 0 {
		return
	}
	places := plot.Places(p.s.Real, p.s.RealClasses)
	large := p.frame.Side() >= classless
	if p.on(Generated) {
		ink := p.theme.Generated.Ink
		if large {
			p.marks.Threads(p.frame, &p.strays, places, ink.Alpha(0.55))
		}
		r := plot.DotRadius(p.frame, len(p.s.Generated)/2) + p.px(1.5)
		p.marks.OpenDots(p.frame, p.strays.XY, r, ink.Alpha(1), p.theme.Page.Alpha(1))
	}
	if p.on(Real) && large {
		p.marks.Numbers(p.frame, places, p.theme.Real.Word.Alpha(1), p.theme.Page.Alpha(0.85))
	}
	p.paint()
}
