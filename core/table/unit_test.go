package table

import (
	"fmt"
	"strings"
	"testing"
)

// Columns of one unit have one scale, unless one is so much wider that the other would be a point; columns of others have one each.
func TestColumnsOfOneUnit(t *testing.T) {
	for _, c := range []struct {
		names string
		wide  float64 // the second column's width, where the first one's is 1
		want  string
	}{
		{"x,y", 2, "one"}, {"y,x", 2, "one"}, {"x,y", 40, ""}, {"x1,x2", 5, "one"}, {"lon,lat", 1, "one"}, {"lat,lon", 1, "one"}, {"pc1,pc2", 3, "one"},
		{"sepal (cm),petal (cm)", 3, "one"}, {"width_mm,span_mm", 3, "one"}, {"width (cm),weight (kg)", 1, ""}, {"width (mm),height (cm)", 1, ""},
		{"sepal_length,sepal_width", 2, "one"}, {"age,income", 2, ""}, {"x,weight", 1, ""}, {",", 2, "one"}, {",", 9, ""},
	} {
		var text strings.Builder
		if c.names != "," {
			text.WriteString(c.names + "\n")
		}
		for i := range 40 {
			fmt.Fprintf(&text, "%.4f,%.4f\n", float64(i*7%40)/39, c.wide*float64(i*11%40)/39)
		}
		tab := read(t, text.String(), Options{})
		p := points(t, tab)
		if tab.Guess.Y < 0 || p.Scaling != c.want {
			t.Errorf("%s, the second %g times as wide: scaled %q, want %q", c.names, c.wide, p.Scaling, c.want)
		}
		again := read(t, string(p.Text()), Options{})
		if got := points(t, again); got.Scaling != c.want {
			t.Errorf("%s: read back scaled %q, want %q", c.names, got.Scaling, c.want)
		}
		p.Scaling = ""
		again = read(t, string(p.Text()), Options{})
		if got := points(t, again); got.Scaling != "" {
			t.Errorf("%s: a file that says nothing of it is read back scaled %q", c.names, got.Scaling)
		}
	}
}
