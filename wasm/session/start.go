package session

import (
	"strconv"

	"ganvas/core/address"
	"ganvas/core/wire"
)

// start opens what a page's address asks for, before the page's own program is there to say it: its text is "address", as the browser has it.
// It trains too, unless the page is to be still ("still=1"), the address says so, a lesson will bring its own experiment, a step would take so
// long that the page asks first, or the run is to be taken to a step first, which the page asks for. What is wrong with the address the page tells, which reads it in the same way.
func (s *Session) start(c wire.Command) error {
	rate, still := strconv.Itoa(wire.DefaultRate), c.Value("still", "") == "1"
	a := address.Parse(c.Value("address", ""), []address.Key{
		{Name: "view.speed", Take: func(v string) bool {
			rate = v
			return true
		}},
		{Name: "view.play", Take: func(v string) bool {
			still = still || v == "0"
			return true
		}},
		{Name: "view.at", Take: func(v string) bool {
			still = still || v != "0"
			return true
		}},
	}).WithoutPoints()
	if err := s.open(c.Run, a.Script(), nil); err != nil {
		return err
	}
	l := s.lane(c.Run)
	if still || a.Lesson != "" || l.run == nil || a.Spec.Slow() {
		return nil
	}
	if l.play(rate) != nil {
		_ = l.play(strconv.Itoa(wire.DefaultRate))
	}
	return nil
}
