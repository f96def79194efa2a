package preview

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ganvas/core/table"
)

const irises = "sepal;petal;species;n;empty\n5,1;1,4;setosa;1;\n7,0;4,7;versicolor;2;\n6,3;6,0;virginica;3;\n4,9;1,5;setosa;4;\n6,4;4,5;versicolor;5;\n5,8;5,1;virginica;6;\n" +
	"4,7;1,3;setosa;7;\n6,9;4,9;versicolor;8;\nNA;5,9;virginica;9;\n"

func preview(t *testing.T, text string) (Preview, *table.Table) {
	t.Helper()
	tab, err := table.Read(strings.NewReader(text), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return New("irises.csv", tab.Description), tab
}

func TestCards(t *testing.T) {
	p, tab := preview(t, irises)
	var got [][2]string
	for _, c := range p.Cards() {
		pressed := ""
		for _, b := range c.Buttons {
			if b.Pressed {
				pressed += b.Role.String()
			}
			if b.Why != "" {
				pressed += "-"
			}
		}
		got = append(got, [2]string{c.Name + ": " + c.Holds, pressed})
	}
	want := [][2]string{
		{"sepal: numbers, 4.70 to 7.00; 1 cell without", "x"},
		{"petal: numbers, 1.30 to 6.00", "y"},
		{"species: words, 3 different", "---class"},
		{"n: counter, 1 to 9", ""},
		{"empty: empty", "----"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	species := p.Cards()[2]
	if d := cmp.Diff([]Level{{"setosa", 3, 1}, {"versicolor", 3, 1}, {"virginica", 3, 1}}, species.Levels); d != "" || species.Bars != nil || !species.Used {
		t.Error(d)
	}
	if bars := p.Cards()[3].Bars; len(bars) != table.Bars || slices.Max(bars) != 1 || slices.Min(bars) < 0 {
		t.Errorf("bars %v", bars)
	}
	if p.Size() != "9 rows, 5 columns" || p.Reading() != "semicolons between columns, comma as decimal mark" || p.ClassText() != "species: setosa, versicolor, virginica" {
		t.Errorf("%q, %q, %q", p.Size(), p.Reading(), p.ClassText())
	}
	points, err := tab.Points(p.Choice)
	if err != nil || Left(points.Left) != "1 row left out: 1 without a value." || Left(table.Left{}) != "No row left out." {
		t.Errorf("%q, %v", Left(points.Left), err)
	}
}

// A press gives a role, a second takes it back, and columns swap theirs.
func TestPress(t *testing.T) {
	p, _ := preview(t, irises)
	for _, c := range []struct {
		name    string
		presses []any // a role and a column, again and again
		want    [3]int
	}{
		{"nothing", nil, [3]int{0, 1, 2}},
		{"off", []any{X, 0}, [3]int{-1, 1, 2}},
		{"off and on", []any{X, 0, X, 0}, [3]int{0, 1, 2}},
		{"swap", []any{X, 1}, [3]int{1, 0, 2}},
		{"another column", []any{Y, 3}, [3]int{0, 3, 2}},
		{"words on an axis", []any{X, 2}, [3]int{0, 1, 2}},
		{"an empty column", []any{Class, 4}, [3]int{0, 1, 2}},
		{"no such column", []any{Y, 9}, [3]int{0, 1, 2}},
		{"an axis as class: words cannot take its place", []any{Class, 0}, [3]int{-1, 1, 0}},
	} {
		q := p
		for i := 0; i < len(c.presses); i += 2 {
			q = q.Press(c.presses[i].(Role), c.presses[i+1].(int))
		}
		if got := [3]int{q.Choice.X, q.Choice.Y, q.Choice.Class}; got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
	if p.Missing() != "" || p.Press(X, 0).Missing() != "Choose a column for x." || p.Press(X, 0).Press(Y, 1).Missing() != "Choose a column for x." || p.Press(Y, 1).Missing() != "" {
		t.Error("what is missing is not said")
	}
	if text := p.Press(Class, 2).ClassText(); !strings.HasPrefix(text, "No class") {
		t.Errorf("without class: %q", text)
	}
}

// What is asked is apart from what is told, and numbers far from zero show what makes them differ.
func TestQuestionsAndSpans(t *testing.T) {
	p, _ := preview(t, "made by hand\nx;y\n3.740;54.600\n5.120;47.200\n4.110;49.300\n")
	if q, told := p.Questions(), p.Told(); len(q) != 1 || len(q[0].Answers) != 2 || len(told) != 1 {
		t.Errorf("asked %v, told %v", q, told)
	}
	for _, c := range []struct {
		low, high float64
		whole     bool
		from, to  string
	}{
		{52.519994, 52.520006, false, "52.5199940", "52.5200060"}, {1.7e9, 1700000299, true, "1700000000", "1700000299"}, {0, 0, true, "0", "0"},
		{-1, 1, false, "−1.00", "1.00"}, {1e-9, 2e-9, false, "1.0e−9", "2.0e−9"}, {7, 7, false, "7.00", "7.00"}, {1e300, 2e300, false, "1.0e300", "2.0e300"},
	} {
		if from, to := span(c.low, c.high, c.whole); from != c.from || to != c.to {
			t.Errorf("%v to %v is %s to %s", c.low, c.high, from, to)
		}
	}
	dates, _ := preview(t, "day,v\n2024-01-05,1.5\n2024-02-03,2.5\n2024-01-20,3.5\n")
	if got := dates.Cards()[0].Holds; got != "dates, 2024-01-05 to 2024-02-03" {
		t.Errorf("dates are %q", got)
	}
}
