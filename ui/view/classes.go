package view

import (
	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/ui/plot"
)

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

// clouds are the samples that are drawn as discs: all, but for astray of a generator that is told of classes.
func (p *planePicture) clouds() (real, generated cloud) {
	samples, asked := p.s.Floats(probe.Samples), p.s.Bytes(probe.Asked)
	discs := few(samples)
	if len(asked) > 0 {
		p.astray.Split(samples, asked, p.s.Bytes(probe.Landed))
		discs = p.astray.Right
	}
	return cloud{few(p.s.Floats(probe.Real)), p.theme.Real.Ink}, cloud{discs, p.theme.Generated.Ink}
}

// drawAstray draws the samples that landed in another class than they were asked for, over the others.
func (p *planePicture) drawAstray() {
	if len(p.s.Bytes(probe.Asked)) == 0 || !p.on(picture.Generated) {
		return
	}
	ink := p.theme.Generated.Ink
	if p.frame.Side() >= classless {
		p.marks.Threads(p.frame, &p.astray, plot.Places(p.s.Floats(probe.Real), p.s.Bytes(probe.RealClass)), ink.Alpha(0.55))
	}
	r := plot.DotRadius(p.frame, len(p.s.Floats(probe.Samples))/2) + p.px(1.5)
	p.marks.OpenDots(p.frame, p.astray.XY, r, ink.Alpha(1), p.theme.Page.Alpha(1))
	p.paint()
}

// drawNumbers names the classes, over all else: they must be read where samples crowd.
func (p *planePicture) drawNumbers() {
	if len(p.s.Bytes(probe.RealClass)) == 0 || !p.on(picture.Real) || p.frame.Side() < classless {
		return
	}
	p.marks.Numbers(p.frame, plot.Places(p.s.Floats(probe.Real), p.s.Bytes(probe.RealClass)), p.theme.Real.Word.Alpha(1), p.theme.Page.Alpha(0.85))
	p.paint()
}
