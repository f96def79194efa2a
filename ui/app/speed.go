package app

import "strconv"

// Fastest is the rate of a run that trains as fast as the machine goes.
const Fastest = 0

// Speeds are the rates that the speed control offers, in steps a second, slow motion first.
var Speeds = []float64{0.2, 0.5, 1, 2, 5, 10, 25, 60, 150, 400, 1000, Fastest}

// DefaultSpeed is the index of the rate at which a newcomer sees the story in the first seconds and can still follow it; SlowMotion that of one
// at which each step can be watched.
const (
	DefaultSpeed = 9
	SlowMotion   = 2
)

// SpeedText says a rate in words.
func SpeedText(rate float64) string {
	switch rate {
	case Fastest:
		return "as fast as it goes"
	case 1:
		return "1 step a second"
	}
	return SpeedKey(rate) + " steps a second"
}

// SpeedShort says a rate where there is little room.
func SpeedShort(rate float64) string {
	switch rate {
	case Fastest:
		return "fastest"
	case 1:
		return "1 step/s"
	}
	return SpeedKey(rate) + " steps/s"
}

// SpeedKey is a rate as it stands in the address and in a play command.
func SpeedKey(rate float64) string {
	if rate == Fastest {
		return "max"
	}
	return strconv.FormatFloat(rate, 'f', -1, 64)
}

// speedOf is the index of the rate with this key, and whether there is one.
func speedOf(key string) (int, bool) {
	for i, r := range Speeds {
		if SpeedKey(r) == key {
			return i, true
		}
	}
	return 0, false
}
