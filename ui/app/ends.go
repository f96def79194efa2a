package app

import "strconv"

// ends tells of the end of what takes long, given the step before: the way to a step, and the schedules.
func (m Model) ends(from, toward uint64) []Effect {
	at, horizon := m.Step(), uint64(m.Spec.Steps)
	text := strconv.FormatUint(at, 10)
	switch {
	case toward > from+1 && at >= toward:
		return []Effect{Announce{"At step " + text + "."}}
	case m.Playing && from < horizon && at >= horizon:
		return []Effect{Announce{"The schedules have ended, at step " + strconv.FormatUint(horizon, 10) + ". Training goes on."}}
	}
	return nil
}
