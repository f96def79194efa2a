package view

import "ganvas/ui/plot"

// classless is the side of the frame in CSS pixels under which numbers and threads would only be in the way.
const classless = 200

// cloud is samples that are drawn alike.
type cloud struct {
	xy  []float32
	ink plot.Colour
}

// mostDots is how many dots of a kind are drawn at most: more hide one another and cost a frame.
const mostDots = 1024

// few are the first samples of many.
func few(xy []float32) []float32 { return xy[:min(len(xy), 2*mostDots)] }

// clouds are the samples that are drawn as discs: all, but for strays of a generator that is told of classes.
func (p *planePicture) clouds() (real, generated cloud) {
	discs := few(p.s.Generated)
	if len(p.s.Asked) > 0 {
		p.strays.Split(p.s.Generated, p.s.Asked, p.s.Landed)
		discs = p.strays.Right
	}
	return cloud{few(p.s.Real), p.theme.Real.Ink}, cloud{discs, p.theme.Generated.Ink}
}

// drawStrays draws the samples that landed in another class than they were asked for, over the others.
func (p *planePicture) drawStrays() {
	if len(p.s.Asked) == 0 || !p.on(Generated) {
		return
	}
	ink := p.theme.Generated.Ink
	if p.frame.Side() >= classless {
		p.marks.Threads(p.frame, &p.strays, plot.Places(p.s.Real, p.s.RealClasses), ink.Alpha(0.55))
	}
	r := plot.DotRadius(p.frame, len(p.s.Generated)/2) + p.px(1.5)
	p.marks.OpenDots(p.frame, p.strays.XY, r, ink.Alpha(1), p.theme.Page.Alpha(1))
	p.paint()
}

// drawNumbers names the classes, over all else: they must be read where samples crowd.
func (p *planePicture) drawNumbers() {
	if len(p.s.RealClasses) == 0 || !p.on(Real) || p.frame.Side() < classless {
		return
	}
	p.marks.Numbers(p.frame, plot.Places(p.s.Real, p.s.RealClasses), p.theme.Real.Word.Alpha(1), p.theme.Page.Alpha(0.85))
	p.paint()
}
