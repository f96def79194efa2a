package dom

import (
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

func TestALineIsToldInWords(t *testing.T) {
	s := &wire.Snapshot{Arrays: []wire.Array{
		wire.Floats(probe.LineWindow, []float32{0, 10}, 2),
		wire.Floats(probe.LineReal, []float32{3, 5}, 2),
		wire.Floats(probe.LineSamples, []float32{1, 1, 4, 4}, 4),
		wire.Floats(probe.LineField, []float32{0, .5, 1}, 3),
	}}
	if got, want := lineText(s), "The line where samples lie. Real ones are around 4.00, with a standard deviation of 1.00; generated ones around 2.50, with a standard deviation of 1.50."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	l, ok := plot.LineOf(s, plot.Size{W: 400, H: 300, Scale: 1})
	if got, want := lineReading(s, l, 300), "x = 7.50, D = 0.75"; !ok || got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := lineReading(s, l, 401); got != "" {
		t.Errorf("outside there is %q", got)
	}
}
