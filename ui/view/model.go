package view

import (
	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/ui/plot"
)

// drawModel draws what a model says of the plane: its density, the Gaussians that it adds up, its score.
func (p *planePicture) drawModel() {
	if p.on(picture.Density) {
		if d := plot.DensityOf(p.s); d.Size > 1 {
			sure := make([]float32, len(d.D))
			for i := range sure {
				sure[i] = 1
			}
			p.density.draw(p.dst, p.frame, d, .5, sure, p.theme)
			p.marks.DensityLines(p.frame, d, p.px(1), p.theme.Generated.Ink.Alpha(.55))
		}
	}
	if p.on(picture.Components) {
		p.marks.Ellipses(p.frame, p.s.Floats(probe.Components), p.px(1.25), p.theme.Text)
	}
	if a := p.s.Array(probe.Score); p.on(picture.Score) {
		p.marks.ScoreArrows(p.frame, plot.WindowOf(p.s), a.Dim(0), a.Floats, p.theme.Text.Alpha(.55))
	}
	p.paint()
}

// drawWays draws where samples come from, and where points come back to.
func (p *planePicture) drawWays() {
	if a := p.s.Array(probe.Path); p.on(picture.Path) {
		p.marks.Paths(p.frame, a.Dim(1), a.Floats, p.px(1.25), p.theme.Text)
	}
	if p.on(picture.Restored) {
		p.marks.Returns(p.frame, p.s.Floats(probe.Posterior), p.s.Floats(probe.Restored), p.px(1), p.theme)
	}
	p.paint()
}
