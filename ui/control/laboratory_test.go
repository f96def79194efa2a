package control

import (
	"strings"
	"testing"

	"ganvas/core/twosample"
)

func TestStatisticsAreTheLaboratorys(t *testing.T) {
	all := append(append([]twosample.Statistic{}, twosample.All...), twosample.Classified)
	if len(all) != len(Statistics) {
		t.Fatalf("there are %d, and %d in words", len(all), len(Statistics))
	}
	for i, s := range all {
		if w := Statistics[i]; w.Key != s.Key || w.Doc != s.Doc || !strings.EqualFold(w.Label, s.Label) {
			t.Errorf("%+v is called %+v", s, w)
		}
	}
	if LevelText(Levels[UsualLevel]) != "5 %" {
		t.Errorf("the usual level is %s", LevelText(Levels[UsualLevel]))
	}
}

func TestHasClasses(t *testing.T) {
	for text, want := range map[string]bool{"# columns: x, y, class\nx,y,k\n1,2,a": true, "# columns: x, y\n1,2": false, "": false, "x,y\n1,2": false} {
		if HasClasses([]byte(text)) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
