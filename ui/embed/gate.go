package embed

// Gate lets so many messages through and no more: who floods a lab is told so once a second, and the lab has time for its reader. The
// zero value is open.
type Gate struct {
	spent   float64 // messages that were let through and are not yet forgotten
	at      float64
	told    float64
	dropped int
}

// A page that drags a slider says up to 60 things a second.
const (
	perSecond = 120.0
	burst     = 240.0
	tellEvery = 1.0
)

// Pass reports whether a message at a time in seconds is let through, and whether its sender is to be told that it is not.
func (g *Gate) Pass(now float64) (pass, tell bool) {
	g.spent = max(0, g.spent-max(0, now-g.at)*perSecond)
	g.at = now
	if g.spent+1 <= burst {
		g.spent++
		return true, false
	}
	g.dropped++
	if g.dropped > 1 && now-g.told < tellEvery {
		return false, false
	}
	g.told = now
	return false, true
}

// Flooded is what a sender is told that says too much.
func Flooded() Event {
	return Event{"type": "ganvas:error", "version": Version, "text": "type: too many messages; this lab takes 120 a second, and the others are lost", "field": "type", "allowed": "at most 120 messages a second"}
}
