package view

import (
	"ganvas/core/dirac"
	"ganvas/core/probe"
	"ganvas/ui/plot"
)

// drawPortrait draws a Dirac-GAN's way through the plane of (θ, ψ), among the arrows of its game.
func (p *planePicture) drawPortrait() {
	k := plot.Portrait{Trajectory: p.s.Floats(probe.Trajectory)}
	if p.Game != nil {
		k.Velocity = func(theta, psi float64) (float64, float64) {
			v := p.Game.Velocity(dirac.Point{Theta: theta, Psi: psi})
			return v.Theta, v.Psi
		}
	}
	p.marks.Centre(p.frame, p.theme.Grid.Alpha(1))
	p.marks.Currents(p.frame, k, p.theme.Text.Alpha(0.42))
	p.marks.Trajectory(p.frame, k, p.theme.Generated.Ink, p.theme.Page)
	p.marks.Equilibrium(p.frame, p.theme)
	p.marks.Players(p.frame, k, p.theme)
	p.paint()
}
