package data

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ganvas/core/random"
	"ganvas/core/table"
)

// through reads a table as a reader has it, by way of the text that programs hand to one another.
func through(text []byte) (Finite, error) {
	t, err := table.Read(bytes.NewReader(text), table.Options{})
	if err != nil {
		return nil, err
	}
	if t.Guess.Y < 0 {
		return nil, t.Lacking()
	}
	p, err := t.Points(t.Guess)
	if err != nil {
		return nil, err
	}
	if p.Rows < 2 {
		return nil, &table.Error{Value: fmt.Sprintf("%d rows of points", p.Rows), Allowed: "at least two rows that differ"}
	}
	points, err := CSV(p.Text())
	if err != nil {
		return nil, &table.Error{Value: err.Error(), Allowed: "at least two rows that differ"}
	}
	return points, nil
}

// What comes as it is handed over needs no table: names, classes in quotes, numbers to the last bit.
func TestCSVOfPrograms(t *testing.T) {
	p, err := CSV([]byte("# columns: x, y, class\n\"a, b\",\"c\",\"kind\"\n1.25,2,\"u\"\n-3e-7,4,\"v, \"\"w\"\"\"\n5,6,\"u\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(p.Own(), []float32{1.25, 2, -3e-7, 4, 5, 6}) || !slices.Equal(p.Names(), []string{"a, b", "c"}) {
		t.Errorf("got %v named %q", p.Own(), p.Names())
	}
	if l := p.(Named); !slices.Equal(l.ClassNames(), []string{"u", `v, "w"`}) {
		t.Errorf("classes %q", l.ClassNames())
	}
	for text, want := range map[string]string{
		"1,2\n3;4\n":     `line 2 has "3;4"`,
		"1,2\nx,4\n":     `line 2 has "x,4"`,
		"a,b\nc,d\n":     `line 2 has "c,d"`,
		"1,2\n\"3,4\n":   `line 2 has`,
		"":               "0 rows of points",
		"x,y\n1,2\n":     "1 rows of points",
		"1,2\n1,2\n":     "2 rows of points",
		"1,2\n3,NaN\n":   "2 rows of points",
		"1,2\n3,1e400\n": "line 2 has",
	} {
		if _, err := CSV([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct {
		name, text string
		names      []string
		want       []float32
	}{
		{"heading", "x,y\n1,2\n3,4\n", []string{"x", "y"}, []float32{1, 2, 3, 4}},
		{"no heading", "1,2\n3,4", []string{"column 1", "column 2"}, []float32{1, 2, 3, 4}},
		{"semicolons and decimal commas", "a;b\r\n1,5;2,5\r\n-3;4e1\r\n", []string{"a", "b"}, []float32{1.5, 2.5, -3, 40}},
		{"tabs", "a\tb\n1\t2\n3\t4\n", []string{"a", "b"}, []float32{1, 2, 3, 4}},
		{"words between", "who,x,what,y,z\nann,1,p,2,9\nbob,3,q,4,9\n", []string{"x", "y"}, []float32{1, 2, 3, 4}},
		{"row numbers", ",x,y\n1,5,6\n2,7,8\n", []string{"x", "y"}, []float32{5, 6, 7, 8}},
		{"only row numbers beside", ",x\n1,5\n2,7\n", []string{"column 1", "x"}, []float32{1, 5, 2, 7}},
		{"quotes", "\"x\",\"y, of it\"\n\"1\",\"2\"\n3,4\n", []string{"x", "y, of it"}, []float32{1, 2, 3, 4}},
		{"mark, blank lines, spaces", "\ufeffx, y\n\n 1 , 2 \n\n3,4\n\n", []string{"x", "y"}, []float32{1, 2, 3, 4}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := through([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(p.Own(), c.want) || !slices.Equal(p.Names(), c.names) {
				t.Errorf("got %v named %q", p.Own(), p.Names())
			}
		})
	}
}

func TestCSVErrors(t *testing.T) {
	for _, c := range []struct{ name, text, value string }{
		{"empty", "", "0 rows"},
		{"heading alone", "x,y\n", "rows"},
		{"one column", "x\n1.5\n2.5\n", "one column of numbers, x"},
		{"words", "a,b\nc,d\ne,f\n", "rows"},
		{"one row", "1,2\n", "1 rows"},
		{"all the same", "1,2\n1,2\n1,2\n", "3 rows"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"},
		{"a NumPy array", "\x93NUMPY\x01\x00", "a NumPy array (NPY)"},
		{"an archive", "\x1f\x8b\x08\x00", "a gzip archive"},
		{"a long line", strings.Repeat("1,", 1<<20), "more than"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := through([]byte(c.text))
			var e *table.Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v", err)
			}
			if !strings.Contains(e.Value, c.value) || e.Allowed == "" || !strings.Contains(e.Error(), e.Allowed) {
				t.Errorf("got %v", e)
			}
		})
	}
}

// A row without a finite number of up to 1e15 in both columns is left out.
func TestCSVLeavesOut(t *testing.T) {
	for _, cell := range []string{"NA", "", "nan", "-Inf", "1e999", "1e16", "-1e16", "1_000", "0x1p4"} {
		p, err := through([]byte("x,y\n1,2\n3," + cell + "\n5,6\n" + cell + ",9\n7,8\n"))
		if err != nil {
			t.Errorf("%q: %v", cell, err)
		} else if !slices.Equal(p.Own(), []float32{1, 2, 5, 6, 7, 8}) {
			t.Errorf("%q: got %v", cell, p.Own())
		}
	}
}

// Columns of few values come as classes: words as they come, numbers ascending.
func TestCSVClasses(t *testing.T) {
	text := "x,y,kind\n"
	for i := range 12 {
		text += fmt.Sprintf("%d.5,%d.25,%s\n", i*i, i, []string{"late", "early"}[i%2])
	}
	p, err := through([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	l, ok := p.(Named)
	if !ok || !slices.Equal(l.ClassNames(), []string{"late", "early"}) {
		t.Fatalf("%T is not of two classes", p)
	}
	points, labels := make([]float32, 2*100), make([]float32, 100)
	l.SampleLabelled(random.New(1, "data/test"), points, labels)
	for i, label := range labels {
		if row := int(points[2*i+1]); label != float32(row%2) {
			t.Errorf("row %d has the class %v", row, label)
		}
	}
	if _, ok := readCSV(t, "1,2\n3,4\n5,7\n").(Labelled); ok {
		t.Error("points without classes have some")
	}
}

func readCSV(t *testing.T, text string) Finite {
	t.Helper()
	p, err := through([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// More rows than are kept are sampled, the same ones each time.
func TestCSVSamples(t *testing.T) {
	var b strings.Builder
	for i := range MaxPoints + 5000 {
		fmt.Fprintf(&b, "%d,%d\n", i, i%977)
	}
	p, q := readCSV(t, b.String()), readCSV(t, b.String())
	if p.Len() != MaxPoints || !slices.Equal(p.Own(), q.Own()) {
		t.Errorf("%d points", p.Len())
	}
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"x,y\n1,2\n3,4", "1;2,5\n3;4", "\"a", ",x,y\n1,2,3\n4,5,6", "\ufeff\t\t\n1\t2", "1e300,1\n2,3\n4,5"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := CSV(text)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		points := make([]float32, 2*64)
		p.Sample(random.New(0, "data/fuzz"), points)
		frame := p.Frame()
		frame.In(points)
		for _, v := range points {
			if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
				t.Fatalf("%v in training's units, frame %v", v, frame)
			}
		}
	})
}

// Old Faithful: 272 eruptions, whose means and deviations R gives as 3.487783, 1.141371 and 70.897059, 13.594974 (the
// deviations by n-1).
func TestGeyser(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "data", "geyser.csv")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the optional data folder is not beside the repository: %v", err)
	}
	p, err := CSV(text)
	if err != nil {
		t.Fatal(err)
	}
	if p.Len() != 272 || !slices.Equal(p.Names(), []string{"duration", "waiting"}) {
		t.Errorf("%d points named %q", p.Len(), p.Names())
	}
	f, correction := p.Frame(), math.Sqrt(271./272)
	for k, want := range [2][2]float64{{3.487783, 1.141371}, {70.897059, 13.594974}} {
		if mean, sd := float64(f.Centre[k]), float64(f.Scale[k]); math.Abs(mean/want[0]-1) > 1e-6 || math.Abs(sd/(want[1]*correction)-1) > 1e-6 {
			t.Errorf("coordinate %d: mean %v, deviation %v, want %v", k, mean, sd, want)
		}
	}
	checkDeterministic(t, p)
	checkScale(t, p)
	checkWindow(t, p)
}
