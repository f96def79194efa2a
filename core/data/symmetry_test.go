package data

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/table"
)

// The spiral's arms and the moons are each other's reflection through the origin; the rings of blobs, the grid, circles and the pinwheel turn into
// themselves.
func TestSymmetries(t *testing.T) {
	for _, c := range []struct {
		key   string
		turns int // in a whole one
	}{{"spiral", 2}, {"moons", 2}, {"ring8", 8}, {"ring8-sharp", 8}, {"grid25", 4}, {"circles", 16}, {"pinwheel", 5}} {
		e, ok := Find(c.key)
		if !ok {
			t.Fatalf("no %s", c.key)
		}
		d := e.Source.(Dense)
		sin, cos := math.Sincos(2 * math.Pi / float64(c.turns))
		points := draw(e.Source, 11, 50)
		for i := 0; i < len(points); i += 2 {
			x, y := float64(points[i]), float64(points[i+1])
			a, b := d.Density(x, y), d.Density(cos*x-sin*y, sin*x+cos*y)
			if !(math.Abs(a-b) <= 1e-6*(a+b)) {
				t.Errorf("%s: %g at %g, %g and %g a turn of 1/%d on", c.key, a, x, y, b, c.turns)
				break
			}
		}
	}
}

// An error of the first line says so, and one of none does not.
func TestCSVErrorNamesItsLine(t *testing.T) {
	for line, want := range map[int]string{0: "", 1: "line 1, ", 12: "line 12, "} {
		text := (&table.Error{Line: line, Value: "x", Allowed: "y"}).Error()
		if strings.Contains(text, "line") != (line > 0) || !strings.Contains(text, want) {
			t.Errorf("line %d: %q", line, text)
		}
	}
}
