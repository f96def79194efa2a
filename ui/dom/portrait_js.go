//go:build js && wasm

package dom

import (
	"ganvas/core/probe"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// portrait is the text over a Dirac-GAN's phase portrait: the axes' letters, and the eigenvalues.
type portrait struct {
	figure, box, theta, psi *element
	eigenvalues, course     *element
}

func newPortrait(ui *UI, panel *element) *portrait {
	box := ui.make(panel, "div", attr{"class", "portrait"}, attr{"aria-hidden", "true"})
	p := &portrait{figure: ui.find("plane"), box: box}
	p.theta = ui.makeText(box, "i", "θ", attr{"class", "letter"}, attr{"data-axis", "x"})
	p.psi = ui.makeText(box, "i", "ψ", attr{"class", "letter"}, attr{"data-axis", "y"})
	says := ui.make(box, "p", attr{"class", "eigen"})
	p.eigenvalues, p.course = ui.make(says, "b"), ui.make(says, "span")
	box.hide(true)
	return p
}

// show places the texts in a frame in CSS pixels; it hides them where there is no portrait.
func (p *portrait) show(m app.Model, f plot.Frame, labelled bool) {
	there := len(m.Snapshot.Floats(probe.Trajectory)) > 0
	p.box.hide(!there || !labelled)
	if !there {
		p.figure.unset("data-portrait")
		return
	}
	p.figure.set("data-portrait", "true")
	eigenvalues, course := eigenTexts(m.Spec)
	p.eigenvalues.write(eigenvalues)
	p.course.write(course)
	p.box.style("left", pixels(f.Left()))
	p.box.style("top", pixels(f.Top()))
	p.box.style("width", pixels(f.Right()-f.Left()))
	p.box.style("height", pixels(f.Bottom()-f.Top()))
}
