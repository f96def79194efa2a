package app

import "testing"

// The end of the schedules and of a long way is told, once; a single step is not.
func TestEndsAreTold(t *testing.T) {
	said := func(p *page) string {
		text := ""
		for _, e := range p.effects {
			if a, ok := e.(Announce); ok {
				text += a.Text
			}
		}
		p.effects = nil
		return text
	}
	p := open(t, "steps=1000")
	p.snapshot(990)
	p.expect("before the end", said(p), "")
	p.snapshot(1004)
	p.expect("at the end", said(p), "The schedules have ended, at step 1000. Training goes on.")
	p.snapshot(1020)
	p.expect("after it", said(p), "")
	p.tell(StepGone{To: 5000})
	said(p)
	p.snapshot(3000)
	p.expect("on the way", said(p), "")
	p.snapshot(5000)
	p.expect("there", said(p), "At step 5000.")
	p.tell(Stepped{Who: "both"})
	said(p)
	p.snapshot(5001)
	p.expect("a step", said(p), "")
}
