package table

import "strings"

// heading is what stands above the data.
type heading struct {
	names   []string // of the columns, "" where one has none; nil without a header
	first   int64    // the number of the first record that is data
	titles  []record // records above the data that are no names
	numbers bool     // the names are numbers, such as years
	comment bool     // the names stood in a remark
	line    int      // of the names
	shifted bool     // there is one name fewer than columns: the first column holds row names
}

// header finds the names of the columns and where the data begin.
func (r *raw) header(d dialect, columns []evidence, o Options) heading {
	h := heading{}
	if r.names != nil {
		h.names = r.names
		return h
	}
	var above []record
	for _, rec := range r.head {
		row := d.split(rec.text, nil)
		if o.Header == Unnamed || o.Header == Named && rec.number > 0 || o.Header == Found && isData(row, columns, rec.number == 0) {
			break
		}
		above = append(above, rec)
		h.first = rec.number + 1
	}
	if len(above) == len(r.head) && o.Header == Found {
		above, h.first = nil, 0
	}
	h.choose(above, d)
	if h.names == nil && o.Header == Found {
		h.remark(r.comments, d)
	}
	if h.names == nil && o.Header == Found && len(above) == 0 {
		h.years(r, d, columns)
	}
	if h.names != nil && len(h.names) == d.width-1 {
		h.names, h.shifted = append([]string{""}, h.names...), true
	}
	return h
}

// isData says whether a record can be one of the data: where most cells of a column are numbers, it has some. The table's first may still be names where
// its only numbers are whole, as in country, 2019, 2020.
func isData(row []string, columns []evidence, first bool) bool {
	numbers, words, empty, whole := 0, 0, 0, true
	for j := range columns {
		if !columns[j].numeric() {
			continue
		}
		if j >= len(row) || missing(row[j]) {
			empty++
			continue
		}
		n, ok := numeralOf(row[j])
		_, day := order{}.days(row[j])
		_, month := order{monthFirst: true}.days(row[j])
		switch {
		case ok:
			numbers++
			whole = whole && n.mark == noMark && n.exponent == "" && !n.negative
		case day || month:
			numbers++
			whole = false
		default:
			words++
		}
	}
	if numbers > 0 {
		return words == 0 || !first || !whole
	}
	return words == 0 && empty > 0 && len(row) == len(columns)
}

// choose takes the last full row above the data for names, or the one before where that holds units; the others are titles.
func (h *heading) choose(above []record, d dialect) {
	at := -1
	for i, rec := range above {
		row := d.split(rec.text, nil)
		if n := trimmed(row); n != d.width && n != d.width-1 && len(row) != d.width {
			continue
		}
		if at >= 0 && isUnits(row) {
			break
		}
		at, h.names, h.line = i, row, rec.line
	}
	for i, rec := range above {
		if i != at {
			h.titles = append(h.titles, rec)
		}
	}
	if at >= 0 {
		h.names = h.names[:min(len(h.names), d.width)]
	}
}

// trimmed is a row's width without empty cells at its end.
func trimmed(row []string) int {
	n := len(row)
	for n > 0 && row[n-1] == "" {
		n--
	}
	return n
}

// isUnits says whether all cells are units, such as (m) or kg.
func isUnits(row []string) bool {
	some := false
	for _, c := range row {
		bare := strings.Trim(c, "()[] ")
		if bare == "" || bare == "-" {
			continue
		}
		if bare == c && !units[bare] {
			return false
		}
		some = true
	}
	return some
}

// units are what is known without brackets.
var units = map[string]bool{"m": true, "cm": true, "mm": true, "km": true, "s": true, "ms": true, "min": true, "h": true, "kg": true, "g": true, "mg": true, "K": true,
	"°C": true, "°F": true, "V": true, "A": true, "mA": true, "W": true, "kW": true, "Hz": true, "kHz": true, "Pa": true, "hPa": true, "N": true, "J": true, "%": true, "m/s": true, "deg": true}

// remark takes names from the last remark above the data, as numpy.savetxt writes them, where it has one word for each column.
func (h *heading) remark(comments []record, d dialect) {
	for i := len(comments) - 1; i >= 0; i-- {
		if comments[i].number > h.first {
			continue
		}
		text := strings.TrimLeft(comments[i].text, "#%/ \t")
		if strings.HasPrefix(strings.TrimLeft(comments[i].text, " "), "#"+string(max(d.delimiter, ' '))) && d.delimiter != ' ' {
			text = "#" + text // the first column is called #
		}
		row := d.split(text, nil)
		if len(row) != d.width {
			return
		}
		for _, c := range row {
			if _, ok := numeralOf(c); ok || c == "" {
				return
			}
		}
		h.names, h.comment, h.line = row, true, comments[i].line
		return
	}
}

// years takes the first record for names where it holds years, or 0, 1, 2, ..., and the columns below hold other numbers.
func (h *heading) years(r *raw, d dialect, columns []evidence) {
	first := d.split(r.head[0].text, nil)
	shift := d.width - len(first) // 1 where the row numbers have no name
	if len(r.rows) < 3 || shift < 0 || shift > 1 || d.width < 2 {
		return
	}
	year, place, numbers, likeYears := true, true, 0, 0
	for j, c := range first {
		e := &columns[j+shift]
		if j == 0 && c == "" || !e.numeric() {
			continue
		}
		numbers++
		v, plain := wholeNumber(c)
		year = year && plain && isYear(v)
		place = place && plain && (v == j || first[0] == "" && v == j-1) && 2*e.marks[noMark] <= e.numbers()
		if 2*e.years > e.numbers() {
			likeYears++
		}
	}
	if numbers > 1 && (year && likeYears < numbers || place) {
		h.names, h.numbers, h.first, h.line = first, true, 1, r.head[0].line
	}
}

// wholeNumber reads a short whole number without sign and marks.
func wholeNumber(cell string) (v int, ok bool) {
	if len(cell) == 0 || len(cell) > 5 {
		return 0, false
	}
	d := digits{cell}
	v, ok = d.number(1, 5)
	return v, ok && d.rest == ""
}

func isYear(v int) bool { return v >= 1800 && v <= 2200 }
