package table

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"ganvas/core/random"
)

// writer writes a table of known points in one of many dialects.
type writer struct {
	r                                *random.Source
	delimiter, decimal, thousands    string
	encoding, header, index, quoting string
	missing, remarks, end, format    string
	law                              string
	further, blanks, padded          bool
	trailing, separator, aligned     bool
	scale, shift                     float64

	text strings.Builder
	want []float64
	left int
}

// pick is one of the words.
func (w *writer) pick(words ...string) string { return words[w.r.IntN(len(words))] }

// newWriter draws a dialect, and draws again where it contradicts itself.
func newWriter(r *random.Source) *writer {
	for {
		w := &writer{r: r}
		w.delimiter = w.pick(",", ";", "\t", "|", " ")
		w.decimal = w.pick(".", ",")
		w.thousands = w.pick("", "", "", ",", ".", " ", "\u00a0", "'")
		w.encoding = w.pick("utf-8", "utf-8", "bom", "utf-16le", "utf-16be", "utf-16 unmarked", "latin-1")
		w.header = w.pick("none", "names", "names", "words", "title", "two titles", "units", "remark")
		w.index = w.pick("none", "none", "0", "1", "unnamed", "short", "words", "date", "class")
		w.quoting = w.pick("none", "none", "all", "words")
		w.missing = w.pick("none", "none", "NA", "", "nan", "NULL", "-", "?", "#N/A", "n/a")
		w.remarks = w.pick("none", "none", "#", "%", "//", "between", "below")
		w.end = w.pick("\n", "\n", "\r\n", "\r")
		w.format = w.pick("2", "2", "1", "3", "6", "shortest", "E", "D", "0", "18e", "unicode minus", "percent", "euro")
		w.law = w.pick("normal", "normal", "uniform")
		w.trailing, w.separator, w.aligned = r.IntN(12) == 0, r.IntN(20) == 0, w.delimiter == " " && r.IntN(2) == 0
		w.further, w.blanks, w.padded = r.IntN(3) == 0, r.IntN(4) == 0, r.IntN(4) == 0
		w.scale = math.Pow(10, float64(r.IntN(6)-1))
		w.shift = float64(r.IntN(3)-1) * w.scale
		if !w.contradictory() {
			return w
		}
	}
}

// contradictory says whether no person could read the table.
func (w *writer) contradictory() bool {
	bare := w.quoting != "all"
	switch {
	case w.thousands == w.decimal, bare && (w.delimiter == w.decimal || w.delimiter == w.thousands):
		return true
	case w.delimiter == " " && bare && (w.missing == "" || w.format == "euro" || w.header == "units"):
		return true
	case w.header == "remark" && w.index == "unnamed", w.index == "short" && (w.header == "none" || w.header == "remark"):
		return true
	case w.delimiter == " " && (w.index == "unnamed" || w.padded):
		return true
	case w.thousands != "" && (w.format == "E" || w.format == "D" || w.format == "18e"):
		return true
	case w.delimiter == " " && (w.trailing || w.separator), w.separator && strings.Contains("#%//", w.remarks):
		return true
	case w.format == "0" && w.scale < 100: // whole numbers of which few differ
		return true
	case w.encoding == "latin-1" && (w.format == "unicode minus" || w.format == "euro"):
		return true
	}
	return false
}

// number is a number as the dialect writes it, and what it stands for.
func (w *writer) number() (text string, v float64) {
	v = w.shift + w.scale*float64(w.r.Normal())
	if w.law == "uniform" {
		v = w.scale * float64(w.r.Float32())
	}
	switch w.format {
	case "0", "1", "2", "3", "6":
		text = strconv.FormatFloat(v, 'f', int(w.format[0]-'0'), 64)
	case "18e":
		text = strconv.FormatFloat(v, 'e', 18, 64)
	case "E", "D":
		text = strconv.FormatFloat(v, 'E', 3, 64)
	case "shortest":
		text = strconv.FormatFloat(math.Round(v*1e4)/1e4, 'f', -1, 64)
	default:
		text = strconv.FormatFloat(v, 'f', 2, 64)
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	whole, part, _ := strings.Cut(text, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0 && w.thousands != ""; i -= 3 {
		whole = whole[:i] + w.thousands + whole[i:]
	}
	if text = sign + whole; part != "" {
		text += w.decimal + part
	}
	switch w.format {
	case "D":
		text = strings.Replace(text, "E", "D", 1)
	case "unicode minus":
		text = strings.Replace(text, "-", "−", 1)
	case "percent":
		text += "%"
	case "euro":
		text += " €"
	}
	return text, v
}

// row writes a line of cells.
func (w *writer) row(cells []string, words bool) {
	for i, c := range cells {
		if i > 0 {
			w.text.WriteString(w.delimiter)
			if w.padded && w.delimiter != "\t" {
				w.text.WriteString(" ")
			}
		}
		_, number := numeralOf(c)
		if w.quoting == "all" || w.quoting == "words" && (words || !number && c != "") {
			c = `"` + c + `"`
		}
		if w.aligned {
			c = fmt.Sprintf("%14s", c)
		}
		w.text.WriteString(c)
	}
	if w.trailing {
		w.text.WriteString(w.delimiter)
	}
	w.text.WriteString(w.end)
}

func (w *writer) line(text string) { w.text.WriteString(text + w.end) }

// above writes what stands above the data.
func (w *writer) above() {
	if w.separator {
		w.line("sep=" + w.delimiter)
	}
	switch w.remarks {
	case "#", "%", "//":
		w.line(w.remarks + " measured, by hand; in 2024")
		w.line(w.remarks)
	}
	names := []string{"x", "y"}
	if w.header == "words" || w.encoding == "latin-1" {
		names = []string{"Größe", "Höhe"}
	}
	if w.further {
		names = append(names, "who", "kind")
	}
	switch w.index {
	case "0", "1":
		names = append([]string{w.pick("id", "index", "n")}, names...)
	case "unnamed":
		names = append([]string{""}, names...)
	case "words", "date", "class":
		names = append([]string{w.pick("name", "label")}, names...)
	}
	switch w.header {
	case "none":
		return
	case "title":
		w.line("Measurements of 2024")
		w.line("")
	case "two titles":
		w.line("Measurements")
		w.line("by somebody")
	case "units":
		w.row(names, true)
		names = slices.Repeat([]string{"(m)"}, len(names))
	case "remark":
		if w.quoting == "none" {
			w.text.WriteString("# ")
			w.row(names, true)
		}
		return
	}
	w.row(names, true)
}

// who is a name; one in quotes may hold what else would end it.
func (w *writer) who() string {
	if w.quoting == "none" {
		return w.pick("ann", "bob", "eve")
	}
	return w.pick("ann, bob", "eve; or\nadam", "|\t|", `he said ""so""`)
}

// write writes a table of so many rows.
func (w *writer) write(rows int) []byte {
	w.above()
	for i := range rows {
		var cells []string
		switch w.index {
		case "0":
			cells = append(cells, strconv.Itoa(i))
		case "1", "unnamed", "short":
			cells = append(cells, strconv.Itoa(i+1))
		case "words":
			cells = append(cells, "item"+strconv.Itoa(i))
		case "date":
			cells = append(cells, fmt.Sprintf("2024-%02d-%02d", 1+i/28%12, 1+i%28))
		case "class":
			cells = append(cells, w.pick("a", "b"))
		}
		x, vx := w.number()
		y, vy := w.number()
		if w.missing != "none" && i > 3 && w.r.IntN(20) == 0 {
			if x = w.missing; w.r.IntN(2) == 0 {
				x, y = y, w.missing
			}
			w.left++
		} else {
			w.want = append(w.want, vx, vy)
		}
		cells = append(cells, x, y)
		if w.further {
			cells = append(cells, w.who(), w.pick("1", "2"))
		}
		w.row(cells, false)
		if w.remarks == "between" && w.r.IntN(20) == 0 {
			w.line("# here somebody sneezed")
		}
		if w.blanks && w.r.IntN(20) == 0 {
			w.line("")
		}
	}
	if w.remarks == "below" {
		w.line("# the end")
	}
	return w.encode()
}

// encode is the text in its encoding.
func (w *writer) encode() []byte {
	text := w.text.String()
	switch w.encoding {
	case "bom":
		return []byte("\ufeff" + text)
	case "latin-1":
		var b []byte
		for _, r := range text {
			b = append(b, byte(r))
		}
		return b
	case "utf-16le", "utf-16 unmarked", "utf-16be":
		var b []byte
		if w.encoding != "utf-16 unmarked" {
			text = "\ufeff" + text
		}
		for _, u := range utf16.Encode([]rune(text)) {
			if w.encoding == "utf-16be" {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return b
	}
	return []byte(text)
}

// asks says whether a note asks how numbers are to be read.
func asks(notes []Note) bool {
	return slices.ContainsFunc(notes, func(n Note) bool { return len(n.Answers) > 0 })
}

// Of 2,000 tables of known points in dialects drawn at random, at least 99.5 % are read right, and none is read wrong without a question or
// an error.
func TestGrammar(t *testing.T) {
	r := random.New(1, "table/grammar")
	const tables = 2000
	wrong := 0
	for k := range tables {
		w := newWriter(r)
		text := w.write(8 + r.IntN(100))
		problem, told := "", true
		tab, err := Read(bytes.NewReader(text), Options{})
		if err == nil {
			var p *Points
			if p, err = tab.Points(tab.Guess); err == nil && (!slices.Equal(p.Values, w.want) || int(p.Left.Total()) != w.left) {
				problem, told = fmt.Sprintf("%d rows, want %d, left out %v", p.Rows, len(w.want)/2, p.Left), asks(tab.Notes)
			}
		}
		if err != nil {
			problem = err.Error()
		}
		if problem == "" {
			continue
		}
		wrong++
		if wrong <= 20 || !told {
			t.Logf("table %d, told %v: %s\n%q", k, told, problem, text[:min(len(text), 200)])
		}
		if !told {
			t.Errorf("table %d is read wrong without a word", k)
		}
	}
	t.Logf("%d of %d read wrong or refused", wrong, tables)
	if wrong*1000 > 5*tables {
		t.Errorf("%d of %d tables are read wrong or refused", wrong, tables)
	}
}
