package table

import (
	"bytes"
	"errors"
	"runtime"
	"strings"
	"testing"

	"ganvas/core/random"
)

// seeds are tables of every format, whole and broken: where fuzzers begin, and what hostile files are made of.
var seeds = []string{
	"x,y\n1,2\n3,4\n", "1;2,5\n3;4", "\"a", ",x,y\n1,2,3\n4,5,6", "\ufeff\t\t\n1\t2", "1e300,1\n2,3\n4,5", "sep=;\n1;2\n", "\xff\xfe1\x00,\x002\x00\n\x00", "\xfe\xff\x00",
	"[[1,2],[3,4]]", `{"x":[1,2],"y":[3,4]}`, `[{"x":1,"y":"\ud83d\ude00"}]`, "[1,2]\n[3,4]\n", `{"a":{"b":[[1,2]]}}`, "[", "{\"", "[1,", `{"x":1,"y":2}`,
	"@relation r\n@attribute x numeric\n@attribute 'y z' {a,b}\n@data\n1,a\n{0 2, 1 'b'}\n", "@relation\n@data\n'\\", "1 1:2 3:4\n-1 2:5\n", "1 1:2 qid:3\n",
	"# x y\n1 2\n3 4\n", "2024-01-05,1\n13/1/2024,2\n10:30,3\n", "3.740;54.600\n", "a\xe9;1,5\nb;2,5\n", "# columns: x, y\n\"a\",\"b\"\n1,2\n", "1,2\r\r\n3,4\r", "2019,2020\n1,2\n3,4\n",
	"\" \"\n0\n", `{" ":0}`, "@relation\n@data\n{", "\";\",x\n1,2\n",
}

// whatCost is how many bytes Read may allocate for a text, all together: a constant for what is kept of columns and buffers, and some for each
// byte, of which a cell in a row of its own costs most.
func whatCost(text int) uint64 { return 64<<20 + 200*uint64(text) }

// probeText reads a text and everything that there is of it, and checks what must hold whatever the text.
func probeText(t *testing.T, text []byte) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	tab, err := Read(bytes.NewReader(text), Options{Rows: 1000})
	runtime.ReadMemStats(&after)
	if cost := after.TotalAlloc - before.TotalAlloc; cost > whatCost(len(text)) {
		t.Errorf("%d bytes cost %d: %.100q", len(text), cost, text)
	}
	if err != nil {
		var e *Error
		if !errors.As(err, &e) || e.Value == "" || e.Allowed == "" || len(err.Error()) > 2000 {
			t.Errorf("the error %v for %.100q", err, text)
		}
		return
	}
	if len(tab.Columns) == 0 || len(tab.Columns) > MaxColumns || tab.Kept > 1000 || int64(tab.Kept) > tab.Rows {
		t.Errorf("%d columns, %d of %d rows for %.100q", len(tab.Columns), tab.Kept, tab.Rows, text)
	}
	for _, n := range tab.Notes {
		if n.Text == "" || len(n.Text) > 2000 {
			t.Errorf("the note %q for %.100q", n.Text, text)
		}
	}
	probePoints(t, tab, text)
}

// probePoints checks the points of the guess, and that they are read back.
func probePoints(t *testing.T, tab *Table, text []byte) {
	t.Helper()
	p, err := tab.Points(tab.Guess)
	if err != nil {
		return
	}
	if p.Rows+p.Left.Missing+p.Left.Others != tab.Kept || len(p.Values) != p.Rows*len(p.Names) {
		t.Errorf("%d points and %+v of %d rows for %.100q", p.Rows, p.Left, tab.Kept, text)
	}
	for _, v := range p.Values {
		if !(v <= Largest && v >= -Largest) {
			t.Errorf("the value %v for %.100q", v, text)
		}
	}
	if p.Rows == 0 {
		return
	}
	again, err := Read(bytes.NewReader(p.Text()), Options{})
	if err != nil {
		t.Fatalf("%v, reading back %.200q", err, p.Text())
	}
	q, err := again.Points(again.Guess)
	if err != nil || len(q.Values) != len(p.Values) {
		t.Fatalf("%v, reading back %.200q", err, p.Text())
	}
	for i, v := range q.Values {
		if v != p.Values[i] {
			t.Fatalf("%v is read back as %v", p.Values[i], v)
		}
	}
}

// hostile is a file that wants more of a reader than it is worth, of about the given size.
func hostile(r *random.Source, size int) []byte {
	piece := func(s string) []byte { return bytes.Repeat([]byte(s), max(1, size/len(s))) }
	kinds := []func() []byte{
		func() []byte { return piece("[") },
		func() []byte { return piece(`{"a":`) },
		func() []byte { return piece(`[{"a":[`) },
		func() []byte { return piece("\"1,2\n") },
		func() []byte { return piece("\"") },
		func() []byte { return append([]byte("x,\""), piece("a\"\"b\n")...) },
		func() []byte { return piece("1,") },
		func() []byte { return piece("1 ") },
		func() []byte { return piece("\n") },
		func() []byte { return piece("\r\r\n") },
		func() []byte { return piece(",\n") },
		func() []byte { return piece("1\n") },
		func() []byte { return piece("\xff\xfe") },
		func() []byte { return append([]byte("\xff\xfe"), piece("\x00\xd8")...) },
		func() []byte { return append([]byte("1,2\n"), piece("\x00")...) },
		func() []byte { return append([]byte("1,2\n3,4\n"), piece("\x80\x81")...) },
		func() []byte { return piece("# a\n") },
		func() []byte { return piece("1.234.567.891.012") },
		func() []byte { return piece(strings.Repeat("9", 400) + "," + strings.Repeat("9", 400) + "\n") },
		func() []byte { return piece(strings.Repeat("1,", 4095) + "1\n") },
		func() []byte { return piece("1 4095:1 4096:2\n") },
		func() []byte { return piece("1 4095:1\n") },
		func() []byte { return append([]byte("@relation r\n"), piece("@attribute a numeric\n")...) },
		func() []byte {
			return append([]byte("@relation r\n@attribute a numeric\n@data\n"), piece("{0 1, 0 2}\n'")...)
		},
		func() []byte { return append([]byte(`{"x":[`), piece("1,")...) },
		func() []byte { return append([]byte(`[{"`), piece(`\ud800`)...) },
		func() []byte {
			var b bytes.Buffer
			b.WriteString("[")
			for b.Len() < size { // names without end
				b.WriteString(`{"` + itoa(r.IntN(1<<30)) + `":1},`)
			}
			return b.Bytes()
		},
		func() []byte {
			var b bytes.Buffer
			for b.Len() < size { // rows of any width
				b.WriteString(strings.Repeat("1;", r.IntN(200)) + "\n")
			}
			return b.Bytes()
		},
		func() []byte {
			b := make([]byte, size)
			for i := range b {
				b[i] = byte(r.IntN(256))
			}
			return b
		},
		func() []byte {
			const letters = "0123456789.,;|\t \"'\n\r-+eE#[]{}:\\_%"
			b := make([]byte, size)
			for i := range b {
				b[i] = letters[r.IntN(len(letters))]
			}
			return b
		},
		func() []byte { return piece(seeds[r.IntN(len(seeds))]) },
	}
	return kinds[r.IntN(len(kinds))]()
}

// 200 hostile files end in points or in an error with words, and cost no more than they are worth.
func TestHostileFiles(t *testing.T) {
	r := random.New(1, "table/hostile")
	for k := range 200 {
		text := hostile(r, 1<<(8+k%10))
		for range r.IntN(4) { // some bytes are others
			text[r.IntN(len(text))] = byte(r.IntN(256))
		}
		probeText(t, text)
	}
}

// fuzz fuzzes a reader of one format: seeds that begin otherwise are left to the others.
func fuzz(f *testing.F, begin string) {
	for _, s := range seeds {
		if rest, ok := strings.CutPrefix(s, begin); ok {
			f.Add([]byte(rest))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) { probeText(t, append([]byte(begin), text...)) })
}

func FuzzText(f *testing.F)   { fuzz(f, "") }
func FuzzList(f *testing.F)   { fuzz(f, "[") }
func FuzzObject(f *testing.F) { fuzz(f, "{") }
func FuzzARFF(f *testing.F)   { fuzz(f, "@relation") }
func FuzzLibsvm(f *testing.F) { fuzz(f, "1 1:2") }
func FuzzUTF16(f *testing.F)  { fuzz(f, "\xff\xfe") }

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2024-01-05", "5.1.2024", "1/5/2024", "2024-01-05T10:30:00.5+02:00", "24:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range []order{{}, {monthFirst: true}} {
			if v, ok := o.days(s); ok && !(v > -971*366 && v < 8031*366) { // years 1000 to 9999
				t.Errorf("%q is the day %v", s, v)
			}
		}
	})
}
