package embed

import "ganvas/ui/app"

// restSteps is the step up to which a lab that nobody sees gives its memory back: training back there takes a reader's patience, some
// thousand steps a second.
const restSteps = 20000

// Rest is the address of the lab as it now is, for when it has given its memory back, and whether it may do so: only a run that its script and
// step bring back bit for bit. One that is to train unseen never rests.
func (l Lab) Rest(m app.Model) (string, bool) {
	if l.Options.Rest == 0 || l.Autoplay == "on" || !m.Replayable() || m.Step() > restSteps {
		return "", false
	}
	l.Spec, l.Turns = m.Way()
	l.At, l.Speed, l.Layers, l.Theme = int(m.Step()), m.Speed, m.Layers, m.Theme
	switch {
	case !m.Playing:
		l.Autoplay = "off"
	case l.Autoplay == "off":
		l.Autoplay = "visible"
	}
	return l.String(), true
}
