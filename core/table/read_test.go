package table

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func read(t *testing.T, text string, o Options) *Table {
	t.Helper()
	tab, err := Read(strings.NewReader(text), o)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return tab
}

// points are the guess's, with the names of their columns.
func points(t *testing.T, tab *Table) *Points {
	t.Helper()
	p, err := tab.Points(tab.Guess)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Tables of every format, each with the points that a person sees in it.
func TestRead(t *testing.T) {
	three := []float64{1.5, 2.25, 3.5, 4, 5.5, 6.75}
	for _, c := range []struct {
		name, text, format string
		names              []string
		want               []float64
	}{
		{"plain", "x,y\n1.5,2.25\n3.5,4\n5.5,6.75\n", "text", []string{"x", "y"}, three},
		{"no end of line", "1.5,2.25\n3.5,4\n5.5,6.75", "text", []string{"column 1", "column 2"}, three},
		{"a header of years", "2019,2020\n1.5,2.25\n3.5,4\n5.5,6.75\n", "text", []string{"2019", "2020"}, three},
		{"a header of years beside words", "country,2019,2020\na,1.5,2.25\nb,3.5,4\nc,5.5,6.75\n", "text", []string{"2019", "2020"}, three},
		{"R's header of years", "2019 2020\n4 1.5 2.25\n7 3.5 4\n9 5.5 6.75\n", "text", []string{"2019", "2020"}, three},
		{"row numbers without a name, in any order", ",x,y\n31,1.5,2.25\n7,3.5,4\n19,5.5,6.75\n", "text", []string{"x", "y"}, three},
		{"pandas without names", ",0,1\n0,1.5,2.25\n1,3.5,4\n2,5.5,6.75\n", "text", []string{"0", "1"}, three},
		{"numpy.savetxt", "# a b\n1.500000000000000000e+00 2.250000000000000000e+00\n3.500000000000000000e+00 4.000000000000000000e+00\n5.5e+00 6.75e+00\n", "text", []string{"a", "b"}, three},
		{"remarks of many kinds", "# made by hand\n% and\n// again\nx;y\n1,5;2,25\n# here too\n3,5;4\n5,5;6,75\n", "text", []string{"x", "y"}, three},
		{"R's write.table", "\"x\" \"y\"\n\"a\" 1.5 2.25\n\"b\" 3.5 4\n\"c\" 5.5 6.75\n", "text", []string{"x", "y"}, three},
		{"Markdown", "| x | y |\n|---|---|\n| 1.5 | 2.25 |\n| 3.5 | 4 |\n| 5.5 | 6.75 |\n", "text", []string{"x", "y"}, three},
		{"commas for all", "x,y\n1,5,2,25\n3,5,4,0\n5,5,6,75\n", "text", []string{"x", "y"}, three},
		{"units below names", "x,y\n(m),(s)\n1.5,2.25\n3.5,4\n5.5,6.75\n", "text", []string{"x", "y"}, three},
		{"a title with a comma", "Measured by hand, 2024\nx,y\n1.5,2.25\n3.5,4\n5.5,6.75\n", "text", []string{"x", "y"}, three},
		{"quoted cells with all in them", "who,x,y\n\"a, \"\"b\"\"\nc\",1.5,2.25\nd,3.5,4\n\"\",5.5,6.75\n", "text", []string{"x", "y"}, three},
		{"a quote that is a mark", "x,y,size\n1.5,2.25,\"3\n3.5,4,\"5\n5.5,6.75,7\n", "text", []string{"x", "y"}, three},
		{"trailing delimiters", "x,y,\n1.5,2.25,\n3.5,4,\n5.5,6.75,\n", "text", []string{"x", "y"}, three},
		{"dates beside", "day,x,y\n2024-01-05,1.5,2.25\n2024-01-06,3.5,4\n2024-01-07,5.5,6.75\n", "text", []string{"x", "y"}, three},
		{"spaces in columns", "   x      y\n  1.5   2.25\n  3.5   4.00\n  5.5   6.75\n", "text", []string{"x", "y"}, three},
		{"Latin-1", "Gr\xf6\xdfe;H\xf6he\n1,5;2,25\n3,5;4\n5,5;6,75\n", "text", []string{"Größe", "Höhe"}, three},
		{"dates as x", "day,v\n1970-01-02,2.25\n1970-01-03T12:00,4\n1970-02-01 06:00:00,6.75\n", "text", []string{"day", "v"}, []float64{1, 2.25, 2.5, 4, 31.25, 6.75}},
		{"months first", "day,v\n1/13/1970,1.5\n2/1/1970,2.5\n", "text", []string{"day", "v"}, []float64{12, 1.5, 31, 2.5}},
		{"days first", "day;v\n13.1.1970;1,5\n1.2.1970;2,5\n", "text", []string{"day", "v"}, []float64{12, 1.5, 31, 2.5}},
		{"a row number and one column", "n,v\n1,1.5\n2,2.5\n3,0.5\n", "text", []string{"n", "v"}, []float64{1, 1.5, 2, 2.5, 3, .5}},
		{"JSON lists", "[[1.5,2.25],\n [3.5,4], [5.5 , 6.75]]", "JSON", []string{"column 1", "column 2"}, three},
		{"JSON lists with names", `[["u","v"],[1.5,2.25],[3.5,4],[5.5,6.75]]`, "JSON", []string{"u", "v"}, three},
		{"JSON objects", `[{"x":1.5,"y":2.25},{"y":4,"x":3.5},{"x":5.5,"y":6.75,"z":null}]`, "JSON", []string{"x", "y"}, three},
		{"JSON columns", `{"x":[1.5,3.5,5.5],"y":[2.25,4,6.75]}`, "JSON", []string{"x", "y"}, three},
		{"JSON within an object", `{"made":"2024","points":[[1.5,2.25],[3.5,4],[5.5,6.75]]}`, "JSON", []string{"column 1", "column 2"}, three},
		{"JSON, one list a line", "[1.5,2.25]\n[3.5,4]\n[5.5,6.75]\n", "JSON", []string{"column 1", "column 2"}, three},
		{"JSON, one object a line", "{\"x\":1.5,\"y\":2.25}\n{\"x\":3.5,\"y\":4}\n{\"x\":5.5,\"y\":6.75}\n", "JSON", []string{"x", "y"}, three},
		{"JSON with nested values", `[{"x":1.5,"y":2.25,"tags":["a",{"b":[1]}]},{"x":3.5,"y":4},{"x":5.5,"y":6.75}]`, "JSON", []string{"x", "y"}, three},
		{"JSON with escapes", `[{"\u0078\ud83d\ude00":1.5,"y":2.25},{"x😀":3.5,"y":4},{"x😀":5.5,"y":6.75}]`, "JSON", []string{"x😀", "y"}, three},
		{"ARFF", "% Iris\n@RELATION r\n@ATTRIBUTE 'the x' NUMERIC\n@attribute y real\n@attribute c {a,'b c'}\n@DATA\n1.5,2.25,a\n3.5,4,'b c'\n%\n5.5,6.75,?\n?,1,a\n", "ARFF", []string{"the x", "y"}, three},
		{"sparse ARFF", "@relation r\n@attribute x numeric\n@attribute y numeric\n@data\n{0 1.5,1 2.25}\n{0 3.5}\n{1 6.75}\n", "ARFF", []string{"x", "y"}, []float64{1.5, 2.25, 3.5, 0, 0, 6.75}},
		{"libsvm", "+1 1:1.5 2:2.25 # first\n-1 1:3.5 2:4\n+1 1:5.5 2:6.75\n-1 2:1.25\n+1 1:0.5\n-1 1:2 2:8\n", "libsvm", []string{"1", "2"}, []float64{1.5, 2.25, 3.5, 4, 5.5, 6.75, 0, 1.25, .5, 0, 2, 8}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab := read(t, c.text, Options{})
			p := points(t, tab)
			if tab.Format != c.format || !slices.Equal(p.Names, c.names) || !slices.Equal(p.Values, c.want) {
				t.Errorf("%s, %q: %v\n%+v", tab.Format, p.Names, p.Values, tab.Notes)
			}
		})
	}
}

// A question is asked where a table can be read in two ways, and the other answer is the other reading.
func TestQuestions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		subject    Subject
		now, then  []float64
	}{
		{"three decimals or thousands", "x;y\n3.740;54.600\n5.120;47.200\n", DecimalMark, []float64{3.74, 54.6, 5.12, 47.2}, []float64{3740, 54600, 5120, 47200}},
		{"decimals beside whole numbers", "x\ty\n3.740\t600\n5.120\t47\n", DecimalMark, []float64{3.74, 600, 5.12, 47}, []float64{3740, 600, 5120, 47}},
		{"thousands or three decimals", "x;y\n3,740;54,600\n5,120;47,200\n", DecimalMark, []float64{3.74, 54.6, 5.12, 47.2}, []float64{3740, 54600, 5120, 47200}},
		{"a comma between whole numbers", "2,74\n3,35\n1,18\n", CommaPairs, []float64{2, 74, 3, 35, 1, 18}, []float64{2.74, 3.35, 1.18}},
		{"commas between four whole numbers", "2,74,54,6\n3,35,47,2\n1,18,49,3\n", CommaPairs, []float64{2, 74, 3, 35, 1, 18}, []float64{2.74, 54.6, 3.35, 47.2, 1.18, 49.3}},
		{"years as names or a point", "2019,2020\n1.5,2.25\n3.5,4\n", NumberNames, []float64{1.5, 2.25, 3.5, 4}, []float64{2019, 2020, 1.5, 2.25, 3.5, 4}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab := read(t, c.text, Options{})
			if got := points(t, tab).Values; !slices.Equal(got, c.now) {
				t.Errorf("read as %v, want %v", got, c.now)
			}
			i := slices.IndexFunc(tab.Notes, func(n Note) bool { return n.Subject == c.subject && len(n.Answers) == 2 })
			if i < 0 {
				t.Fatalf("nothing is asked: %+v", tab.Notes)
			}
			for _, a := range tab.Notes[i].Answers {
				other, err := tab.Reread(a.Options)
				if err != nil {
					t.Fatal(err)
				}
				want := c.then
				if a.Now {
					want = c.now
				}
				if got := points(t, other).Values; !slices.Equal(got, want) {
					t.Errorf("%s: %v, want %v", a.Text, got, want)
				}
			}
		})
	}
}

// Each byte of Windows-1252 is the character that the standard has for it, as golang.org/x/text does.
func TestWindows1252(t *testing.T) {
	for c := 0x80; c < 0x100; c++ {
		text, other := utf([]byte{byte(c)})
		if want := string(charmap.Windows1252.DecodeByte(byte(c))); !other || string(text) != want {
			t.Errorf("%#x is %q, want %q", c, text, want)
		}
	}
}

// A column of decimal commas is one column where its name or its needless zeros say so.
func TestOneColumnOfDecimals(t *testing.T) {
	for _, text := range []string{"length\n2,74\n3,35\n1,18\n", "2,74\n3,05\n1,18\n0,07\n"} {
		tab := read(t, text, Options{})
		if len(tab.Columns) != 1 || tab.Columns[0].Kind != Number || tab.Columns[0].Low > 1.2 {
			t.Errorf("%q: %+v", text, tab.Columns)
		}
	}
}

// Two numbers of a row that differ only in what is left out are told apart in the count.
func TestLeft(t *testing.T) {
	tab := read(t, "x,y\n1.5,2\n,\nNA,3\n4,1_000\n0x1p4,5\n6,inf\n7.5,8\n", Options{})
	p := points(t, tab)
	if l := p.Left; l.Blank != 1 || l.Missing != 2 || l.Others != 2 || l.First.Line != 5 || l.First.Value != "1_000" || p.Rows != 2 {
		t.Errorf("%d rows, left out %+v", p.Rows, p.Left)
	}
	if want := `5 rows left out: 1 empty, 2 without a value, 2 with something else than a number, the first "1_000" in line 5.`; p.Left.String() != want {
		t.Errorf("%q, want %q", p.Left, want)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, text, value string
		line              int
	}{
		{"nothing", "", "0 rows", 0},
		{"remarks alone", "# x\n# y\n", "0 rows", 0},
		{"a long line", "1,2\n" + strings.Repeat("1,", MaxLine), "more than 1048576 bytes", 2},
		{"too many columns", strings.Repeat("1,", MaxColumns+5) + "1\n", "more than 4096 columns", 1},
		{"zeros", "a\x00\x00\x00b", "binary data", 0},
		{"JSON cut off", "[[1,2],[3,", "the end", 1},
		{"JSON with a hole", "[[1,2],\n[3,,4]]", ",4]]", 2},
		{"JSON too deep", strings.Repeat("[", 100) + "1", "[[[[", 1},
		{"JSON mixed", "[[1,2],3]", "3]", 1},
		{"ARFF with something else", "@relation r\nx y\n", "x y", 2},
		{"libsvm with something else", "1 1:2 2:3\n2 x\n", "x", 2},
		{"libsvm too wide", "1 1:2 2:3\n2 5000:1\n", "5000:1", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(strings.NewReader(c.text), Options{})
			var e *Error
			if !errors.As(err, &e) || !strings.Contains(e.Value, c.value) || e.Line != c.line || e.Allowed == "" {
				t.Errorf("got %v", err)
			}
		})
	}
	broken := errors.New("broken")
	if _, err := Read(failing{broken}, Options{}); !errors.Is(err, broken) {
		t.Errorf("a reader's error comes as %v", err)
	}
}

type failing struct{ error }

func (f failing) Read([]byte) (int, error) { return 0, f.error }

func TestCheck(t *testing.T) {
	tab := read(t, "who,x,y,z\na,1.5,2,3\nb,4,5.5,6\nc,7,8,9.5\n", Options{})
	for _, c := range []struct {
		choice Choice
		value  string
	}{
		{Choice{X: 1, Y: 2, Class: 0}, ""},
		{Choice{X: 3, Y: 1, Further: []int{2}, Class: -1}, ""},
		{Choice{X: 2, Y: -1, Class: -1}, ""},
		{Choice{X: 0, Y: 1, Class: -1}, "words"},
		{Choice{X: 1, Y: 1, Class: -1}, "a second use"},
		{Choice{X: 1, Y: 4, Class: -1}, "no such column"},
		{Choice{X: 1, Y: 2, Class: 4}, "no such column"},
		{Choice{X: 1, Y: 2, Further: make([]int, 63), Class: -1}, "65 chosen columns"},
		{Choice{X: -1, Y: -1, Class: -1}, "without two columns"},
	} {
		_, err := tab.Points(c.choice)
		var e *Error
		if c.value == "" && err != nil || c.value != "" && (!errors.As(err, &e) || !strings.Contains(e.Value, c.value)) {
			t.Errorf("%+v: %v", c.choice, err)
		}
	}
}

// The kinds and the ranges of columns.
func TestColumns(t *testing.T) {
	tab := read(t, "id,who,day,size,few,none,one\n1,a,2024-01-05,1.5,0,,7\n2,b,2024-01-06,2.5,1,,7\n3,a,2024-01-07,-4,0,,7\n4,b,2024-01-08,NA,1,,7\n5,a,2024-01-09,x,0,,7\n6,b,2024-01-10,9,1,,7\n", Options{})
	for i, want := range []struct {
		kind                    Kind
		values, missing, others int
		low, high               float64
		class                   bool
	}{
		{Counter, 6, 0, 0, 1, 6, false},
		{Words, 6, 0, 0, 0, 0, true},
		{Date, 6, 0, 0, 19727, 19732, false},
		{Number, 4, 1, 1, -4, 9, false},
		{Number, 6, 0, 0, 0, 1, true},
		{Empty, 0, 6, 0, 0, 0, false},
		{Number, 6, 0, 0, 7, 7, false},
	} {
		c := tab.Columns[i]
		if c.Kind != want.kind || c.Values != want.values || c.Missing != want.missing || c.Others != want.others || c.Low != want.low || c.High != want.high || c.Class != want.class {
			t.Errorf("%s: got %+v, want %+v", c.Name, c, want)
		}
		sum := 0
		for _, n := range c.Bars {
			sum += n
		}
		if c.Numeric() && sum != c.Values {
			t.Errorf("%s: bars of %d values, want %d", c.Name, sum, c.Values)
		}
	}
	if b := tab.Columns[3].Bars; b[0] != 1 || b[Bars-1] != 1 || b[7] != 1 || b[9] != 1 { // -4, 9, 1.5 and 2.5 of 13
		t.Errorf("bars %v", b)
	}
}

// A large table is sampled: every row as likely as any other, and the same ones each time.
func TestSample(t *testing.T) {
	var b strings.Builder
	const rows, kept = 20000, 1000
	b.WriteString("id,x,y\n")
	for i := range rows {
		b.WriteString(strings.Repeat("0", 5-len(itoa(i))) + itoa(i) + ",1.5," + itoa(i%7) + ".5\n")
	}
	a := read(t, b.String(), Options{Rows: kept, Seed: 1})
	if a.Rows != rows || a.Kept < kept-1 || a.Kept > kept || a.Columns[0].Kind != Counter {
		t.Fatalf("%d of %d rows, the first column of %v", a.Kept, a.Rows, a.Columns[0].Kind)
	}
	p, _ := a.Points(Choice{X: 0, Y: 2, Class: -1})
	q, _ := read(t, b.String(), Options{Rows: kept, Seed: 1}).Points(Choice{X: 0, Y: 2, Class: -1})
	r, _ := read(t, b.String(), Options{Rows: kept, Seed: 2}).Points(Choice{X: 0, Y: 2, Class: -1})
	if !slices.Equal(p.Values, q.Values) || slices.Equal(p.Values, r.Values) {
		t.Error("a sample is not that of its seed")
	}
	// Of each tenth, about a hundred: the hypergeometric deviation is 9.2.
	var tenths [10]int
	for i := 0; i < len(p.Values); i += 2 {
		tenths[int(p.Values[i])*10/rows]++
		if i > 0 && p.Values[i] <= p.Values[i-2] {
			t.Fatal("rows are out of order")
		}
	}
	for _, n := range tenths {
		if n < 100-47 || n > 100+47 {
			t.Errorf("rows of each tenth: %v", tenths)
		}
	}
	if !slices.ContainsFunc(a.Notes, func(n Note) bool { return n.Subject == Sampled }) {
		t.Errorf("notes %v", a.Notes)
	}
}

func itoa(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return itoa(i/10) + itoa(i%10)
}

// What Text writes is read back to the last bit, whatever a reader would guess of it.
func TestTextRoundTrip(t *testing.T) {
	for name, p := range map[string]*Points{
		"a counter first": {Names: []string{"2019", "2020"}, Values: []float64{1, 5, 2, 7, 3, 1.0000000000000002}, Rows: 3},
		"thousands":       {Names: []string{"a, b", `c "d"`}, Values: []float64{1.234, 5.678, 9.012, 3.456}, Rows: 2},
		"classes": {Names: []string{"column 1", "y", "z"}, Values: []float64{1e300 / 1e290, -2, 3, 4, 5e-9, 6}, Rows: 2, Labels: []int{1, 0},
			Classes: []string{"b;\n\"x\"", "a"}, ClassName: "kind"},
		"one column": {Names: []string{"v"}, Values: []float64{2.5, 1.5, 9}, Rows: 3},
	} {
		tab := read(t, string(p.Text()), Options{})
		got := points(t, tab)
		if !slices.Equal(got.Values, p.Values) || !slices.Equal(got.Names, p.Names) || len(tab.Notes) > 0 {
			t.Errorf("%s: %q %v from\n%s", name, got.Names, got.Values, p.Text())
		}
		for i := range p.Labels {
			if got.Classes[got.Labels[i]] != strings.TrimSpace(p.Classes[p.Labels[i]]) {
				t.Errorf("%s: classes %q of %v", name, got.Classes, got.Labels)
			}
		}
	}
}
