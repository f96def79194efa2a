package table

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// casesDir holds tables as people have them, beside the repository where it is.
var casesDir = filepath.Join("..", "..", "..", "shared", "cases")

func readCase(t *testing.T, name string) *Table {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(casesDir, name))
	if os.IsNotExist(err) {
		t.Skipf("the optional folder of tables is not beside the repository: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	tab, err := Read(bytes.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// plain is the points that most of the tables hold, from the one that needs no guess.
func plainPoints(t *testing.T) []float64 {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(casesDir, "plain.csv"))
	if os.IsNotExist(err) {
		t.Skipf("the optional folder of tables is not beside the repository: %v", err)
	}
	var values []float64
	for line := range strings.Lines(strings.TrimPrefix(string(text), "x,y\n")) {
		for cell := range strings.SplitSeq(strings.TrimSpace(line), ",") {
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, v)
		}
	}
	if len(values) != 120 {
		t.Fatalf("plain.csv has %d numbers", len(values))
	}
	return values
}

// Each table of the folder gives the points of the plain one, but for the change that its name says.
func TestCases(t *testing.T) {
	scaled := func(f func(x, y float64) (float64, float64)) func([]float64) []float64 {
		return func(v []float64) []float64 {
			for i := 0; i < len(v); i += 2 {
				v[i], v[i+1] = f(v[i], v[i+1])
			}
			return v
		}
	}
	without := func(row int) func([]float64) []float64 {
		return func(v []float64) []float64 { return slices.Delete(v, 2*row, 2*row+2) }
	}
	same := func(v []float64) []float64 { return v }
	for _, c := range []struct {
		file  string
		want  func([]float64) []float64
		left  int64
		notes []Subject
	}{
		{"plain.csv", same, 0, nil},
		{"semi-decimal-nohead.csv", same, 0, nil},
		{"tab-decimal-nohead.tsv", same, 0, nil},
		{"date-int.csv", same, 0, nil},
		{"id-first.csv", same, 0, []Subject{Counts}},
		{"r-csv-shortheader.csv", same, 0, []Subject{Counts}},
		{"int-labels.csv", same, 0, []Subject{Classed}},
		{"sep-first-line.csv", same, 0, []Subject{Skipped}},
		{"title-line.csv", same, 0, []Subject{Skipped}},
		{"cr-only.csv", same, 0, nil},
		{"utf16le.csv", same, 0, []Subject{Encoded}},
		{"space.txt", same, 0, nil},
		{"pipe.csv", same, 0, nil},
		{"units-percent.csv", same, 0, []Subject{Signs, Signs}},
		{"minus-unicode.csv", scaled(func(x, y float64) (float64, float64) { return -x, y }), 0, nil},
		{"thousands-quoted.csv", scaled(func(x, y float64) (float64, float64) { return math.Floor(1000*x) + 1000, math.Round(1000 * y) }), 0, []Subject{DecimalMark}}, // its author cut 2029.9999 short
		{"thousands-de.csv", scaled(func(x, y float64) (float64, float64) { return math.Round(1000 * x), math.Round(1000 * y) }), 0, nil},
		{"sci-fortran.csv", same, 0, nil},
		{"na.csv", without(5), 1, nil},
		{"empty-cell.csv", without(5), 1, nil},
		{"blank-excel-rows.csv", same, 3, nil},
		{"outlier.csv", func(v []float64) []float64 { return append(v, 1e9, 50) }, 0, nil},
	} {
		t.Run(c.file, func(t *testing.T) {
			want := c.want(plainPoints(t))
			tab := readCase(t, c.file)
			p, err := tab.Points(tab.Guess)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(p.Values, want) {
				t.Errorf("points begin with %v, want %v", p.Values[:6], want[:6])
			}
			if p.Left.Total() != c.left || (c.left > 0) != (p.Left.String() != "") {
				t.Errorf("left out: %d, %q", p.Left.Total(), p.Left)
			}
			var got []Subject
			for _, n := range tab.Notes {
				got = append(got, n.Subject)
			}
			if !slices.Equal(got, c.notes) {
				t.Errorf("notes %v", tab.Notes)
			}
		})
	}
}

// What people bring of their own: the columns that are guessed.
func TestOwnCases(t *testing.T) {
	for _, c := range []struct {
		file    string
		rows    int
		x, y    string
		class   string
		classes int
	}{
		{"latlon-building.csv", 300, "lon", "lat", "", 0},
		{"unix-time.csv", 300, "t", "v", "", 0},
		{"own/iris-like.csv", 150, "sepal_length", "sepal_width", "species", 3},
		{"own/line-x0.csv", 512, "column 1", "column 2", "", 0},
		{"own/datasaurus-like.csv", 426, "x", "y", "dataset", 3},
		{"own/moons-label.csv", 600, "x1", "x2", "label", 2},
		{"own/swissroll3d.csv", 1000, "x", "y", "", 0},
		{"own/wine-like.data", 178, "column 2", "column 3", "column 1", 3},
		{"own/points.json", 200, "column 1", "column 2", "", 0},
	} {
		t.Run(c.file, func(t *testing.T) {
			tab := readCase(t, c.file)
			p, err := tab.Points(tab.Guess)
			if err != nil {
				t.Fatal(err)
			}
			class := ""
			if tab.Guess.Class >= 0 {
				class = tab.Columns[tab.Guess.Class].Name
			}
			if p.Rows != c.rows || p.Names[0] != c.x || p.Names[1] != c.y || class != c.class || len(p.Classes) != c.classes {
				t.Errorf("%d rows of %q, class %q of %q", p.Rows, p.Names, class, p.Classes)
			}
		})
	}
}

// One column is refused as points, with what to do, and can be chosen alone.
func TestOneColumn(t *testing.T) {
	for _, file := range []string{"one-col.csv", "own/mix1d-one.csv"} {
		tab := readCase(t, file)
		if tab.Guess.X != 0 || tab.Guess.Y != -1 {
			t.Errorf("%s: the guess is %+v", file, tab.Guess)
		}
		p, err := tab.Points(tab.Guess)
		if err != nil || p.Rows != tab.Kept || len(p.Values) != p.Rows {
			t.Errorf("%s: %v", file, err)
		}
		if err := tab.Lacking(); !strings.Contains(err.Error(), "one column of numbers, x") {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// Three columns, of which a reader takes the first, the third and the second.
func TestFurtherColumns(t *testing.T) {
	tab := readCase(t, "own/swissroll3d.csv")
	p, err := tab.Points(Choice{X: 0, Y: 2, Further: []int{1}, Class: -1})
	if err != nil || !slices.Equal(p.Names, []string{"x", "z", "y"}) || !slices.Equal(p.Values[:3], []float64{-2.4999, -10.4952, -0.0406}) {
		t.Errorf("%q %v, %v", p.Names, p.Values[:3], err)
	}
}

// A file of many sets, one below the other: the points are of the set that was chosen, whose name is no class any more; a set that there is not is refused.
func TestOneOfManySets(t *testing.T) {
	text := "set,x,y,kind\n"
	for i := range 30 {
		text += []string{"away", "star", "dino"}[i%3] + "," + strconv.Itoa(i) + "," + strconv.Itoa(i*i%7) + "," + []string{"odd", "even"}[i%2] + "\n"
	}
	tab := read(t, text+"star,,5,odd\n", Options{})
	c := tab.Guess
	if tab.Columns[c.Class].Name != "set" {
		t.Fatalf("the guess is %+v", c)
	}
	c.Only = Set{Column: 0, Value: "star"}
	p, err := tab.Points(c)
	if err != nil || p.Rows != 10 || p.Labels != nil || p.Classes != nil || p.Left.Missing != 1 || p.Set != c.Only {
		t.Fatalf("%d points of one set, classes %q, left out %+v, %v", p.Rows, p.Classes, p.Left, err)
	}
	for i := range p.Rows {
		if p.Values[2*i] != float64(3*i+1) {
			t.Errorf("point %d is of another set: x is %g", i, p.Values[2*i])
		}
	}
	c.Class = 3
	if p, err := tab.Points(c); err != nil || len(p.Labels) != 10 || !slices.Equal(p.Classes, []string{"odd", "even"}) {
		t.Errorf("classes of one set are %q, %v", p.Classes, err)
	}
	for _, wrong := range []Set{{0, "bullseye"}, {1, "99"}, {9, "star"}, {-1, "star"}} {
		c.Only = wrong
		var e *Error
		if _, err := tab.Points(c); !errors.As(err, &e) || e.Column != wrong.Column+1 {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
}

// Each set of the file of three has its own rows, and all of them the file's.
func TestSetsOfAFile(t *testing.T) {
	tab := readCase(t, "own/datasaurus-like.csv")
	c, rows := tab.Guess, 0
	for _, l := range tab.Columns[0].Levels {
		c.Only = Set{0, l.Text}
		p, err := tab.Points(c)
		if err != nil || p.Rows != l.Count || p.Labels != nil {
			t.Errorf("%s: %d rows, want %d; %v", l.Text, p.Rows, l.Count, err)
		}
		rows += p.Rows
	}
	if rows != 426 {
		t.Errorf("the sets have %d rows together", rows)
	}
}
