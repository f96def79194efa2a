package preview

import (
	"strings"
	"testing"

	"ganvas/core/data"
	"ganvas/core/table"
)

// What buttons say is done, and what nobody says changes nothing.
func TestHear(t *testing.T) {
	p, _ := preview(t, irises)
	q, again := p.Hear("press 2 3")
	if again != nil || len(q.Choice.Further) != 1 || q.Choice.Further[0] != 3 || !q.Cards()[3].Used {
		t.Errorf("one more column: %+v", q.Choice)
	}
	if q, _ := q.Hear("press 0 3"); q.Choice.X != 3 || len(q.Choice.Further) != 1 || q.Choice.Further[0] != 0 {
		t.Errorf("x and a further column do not swap: %+v", q.Choice)
	}
	if q, _ := q.Hear("press 1 1"); q.Choice.Y != 3 || len(q.Choice.Further) != 0 {
		t.Errorf("without y, the next column is it: %+v", q.Choice)
	}
	if q, _ := p.Hear("scale none"); q.Scaling != data.NoScale {
		t.Error("the scaling is not set")
	}
	if q, _ := p.Hear("only 2"); q.Choice.Only != (table.Set{Column: 2, Value: "versicolor"}) {
		t.Errorf("the second kind is not chosen: %+v", q.Choice)
	} else if all, _ := q.Hear("only 0"); all.Choice.Only != (table.Set{}) {
		t.Errorf("all rows are not chosen: %+v", all.Choice)
	}
	for _, say := range []string{"", "press", "press 9 0", "press -1 0", "press 0 -1", "press 0 99", "answer 0 0", "answer -1 0", "other"} {
		if q, again := p.Hear(say); again != nil || q.Choice.X != p.Choice.X || q.Choice.Y != p.Choice.Y || q.Choice.Class != p.Choice.Class {
			t.Errorf("%q: %+v", say, q.Choice)
		}
	}
	asks, _ := preview(t, "x;y\n3.740;54.600\n5.120;47.200\n4.110;49.300\n")
	if _, again := asks.Hear("answer 0 1"); again == nil || again.Decimal != ',' || asks.Plain() {
		t.Errorf("an answer reads with %+v", again)
	}
}

// Only a table of two columns of numbers needs no dialog.
func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"x,y\n1.5,2.5\n3.5,1.5\n2.5,9.5\n":                                                true,
		"x,y,z\n1.5,2.5,3.5\n3.5,1.5,7.5\n2.5,9.5,1.5\n":                                  false,
		"v\n1.5\n2.5\n9.5\n":                                                              false,
		"n,v\n1,1.5\n2,3.5\n3,2.5\n":                                                      false,
		"x,y,kind\n1.5,2.5,a\n3.5,1.5,b\n2.5,9.5,a\n4.5,8.5,b\n":                          true,
		"x,y,dataset\n1.5,2.5,a\n3.5,1.5,b\n2.5,9.5,a\n4.5,8.5,b\n1.5,2.5,a\n3.5,1.5,b\n": false,
	} {
		if p, _ := preview(t, text); p.Plain() != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

// Words of a file are shown as they are, and are never markup.
func TestPartsAreEscaped(t *testing.T) {
	p, tab := preview(t, "<b>x,\"y\"\"onclick=\",<i>kind\n1.5,2.5,<u>\n3.5,1.5,\"a\"\"b\"\n2.5,9.5,<u>\n2.5,9.1,c\n")
	p.Name = "<script>.csv"
	points, err := tab.Points(tab.Guess)
	if err != nil {
		t.Fatal(err)
	}
	for name, part := range p.Parts(points, "") {
		for _, bad := range []string{"<b>x", "<u>", "<i>", "<script>", `"onclick="`} {
			if strings.Contains(part, bad) {
				t.Errorf("%s has %s: %s", name, bad, part)
			}
		}
	}
	if parts := p.Parts(points, ""); !strings.Contains(parts["says"], "4 points. No row left out.") || !strings.Contains(parts["cloud"], "<svg") {
		t.Errorf("%q", parts["says"])
	}
	one, _ := preview(t, "v\n1.5\n2.5\n9.5\n")
	single, err := func() (*table.Points, error) { _, t1 := preview(t, "v\n1.5\n2.5\n9.5\n"); return t1.Points(one.Choice) }()
	if err != nil || !strings.Contains(one.Parts(single, "")["cloud"], "<rect") {
		t.Errorf("one column is no histogram: %v", err)
	}
}

// Of a file of many sets one press takes one: the points are its rows, the other sets are offered still, and nothing is said of a class that all share.
func TestSetsAreOffered(t *testing.T) {
	text := "dataset,x,y\n"
	for i := range 60 {
		text += []string{"star", "<dino>", "away"}[i%3] + "," + []string{"1.5", "2.5", "3.25"}[i/2%3] + "," + []string{"7.5", "2", "4"}[i/5%3] + "\n"
	}
	p, tab := preview(t, text)
	if parts := p.Parts(nil, ""); strings.Count(parts["sets"], "<button") != 4 || !strings.Contains(parts["sets"], "&lt;dino&gt; 20") || !strings.Contains(parts["guess"], "its class is dataset") {
		t.Errorf("%s %s", parts["sets"], parts["guess"])
	}
	p, _ = p.Hear("only 2")
	points, err := tab.Points(p.Choice)
	if err != nil || points.Rows != 20 || points.Labels != nil {
		t.Fatalf("%d points, classes %q, %v", points.Rows, points.Classes, err)
	}
	parts := p.Parts(points, "")
	if strings.Count(parts["sets"], "<button") != 4 || strings.Contains(parts["guess"], "class") || !strings.Contains(parts["guess"], "only rows whose dataset is &lt;dino&gt;") || !strings.HasPrefix(parts["says"], "20 points") {
		t.Errorf("%s %s %s", parts["sets"], parts["guess"], parts["says"])
	}
}

// Where columns share a unit they have one scale, until the reader says otherwise; then that stays, whatever else is pressed.
func TestScalingFollowsTheColumns(t *testing.T) {
	p, _ := preview(t, "x,y,age\n1.5,2.5,30.5\n3.5,1.5,20.5\n2.5,9.5,80.5\n4.5,8.5,50.5\n")
	if p.Scaling != data.OneScale {
		t.Errorf("x and y are scaled %v", p.Scaling)
	}
	if q, _ := p.Hear("press 1 2"); q.Scaling != data.EachScale {
		t.Errorf("x and age are scaled %v", q.Scaling)
	}
	q, _ := p.Hear("scale none")
	if q, _ = q.Hear("press 1 2"); q.Scaling != data.NoScale {
		t.Errorf("the reader's choice does not stay: %v", q.Scaling)
	}
}
