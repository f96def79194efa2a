package table

import "strings"

// dialect is how records are split.
type dialect struct {
	delimiter rune
	width     int // how many cells most records have
}

// split is a record's cells: as many as the dialect is wide, or fewer.
func (d dialect) split(text string, dst []string) []string {
	if d.delimiter == unit && isSparseRow(text) {
		return expand(text, d.width, dst[:0])
	}
	return cells(text, d.delimiter, dst)
}

// delimiters are what may stand between cells, the surest first.
var delimiters = []rune{'\t', ';', '|', ',', ' '}

// found chooses the delimiter that makes the most of the cells numbers, in the most records of one width.
func (r *raw) found(o Options) dialect {
	switch {
	case r.format != "text":
		d := dialect{delimiter: unit}
		d.width = max(1, widths(r.probe(), d).common(), len(r.names))
		return d
	case o.Delimiter != 0:
		return r.split(o.Delimiter)
	case r.delimiter != 0:
		return r.split(r.delimiter)
	}
	probe := r.probe()
	best, most := r.split(None), 0.
	for _, c := range delimiters {
		d := dialect{delimiter: c}
		w := widths(probe, d)
		if d.width = w.common(); d.width < 2 {
			continue
		}
		score := w.share(d.width) * d.sense(probe)
		if c == ' ' && tabbed(probe) {
			score *= .75 // tabs set columns apart, and spaces thousands, where that makes numbers of all
		}
		if score > most {
			best, most = d, score
		}
	}
	if one := r.split(None); most < .4 || best.delimiter == ',' && (one.sense(probe) > most+.02 || r.single(best, one, probe)) {
		return one
	}
	if best.delimiter == ',' && r.named(best.width) {
		return r.split(Pairs)
	}
	return best
}

// named says whether the first record has half as many cells as the others, words all: names of columns whose decimal marks are commas.
func (r *raw) named(width int) bool {
	names := cells(r.head[0].text, ',', nil)
	for _, c := range names {
		if _, ok := numeralOf(c); ok || c == "" {
			return false
		}
	}
	return len(names) > 1 && 2*len(names) == width && 2*r.split(Pairs).width == width
}

func (r *raw) split(delimiter rune) dialect {
	d := dialect{delimiter: delimiter}
	d.width = widths(r.probe(), d).common()
	return d
}

// single says whether commas are decimal marks of one column: its name stands above it.
func (r *raw) single(pairs, one dialect, probe []record) bool {
	first := r.head[0].text
	return pairs.width == 2 && len(cells(first, ',', nil)) == 1 && !strings.ContainsAny(first, " \t") && one.sense(probe) > .9
}

// probe is some thousand records from all over the table.
func (r *raw) probe() []record {
	const most = 1000
	step := max(1, len(r.rows)/most)
	probe := make([]record, 0, most)
	for i := 0; i < len(r.rows) && len(probe) < most; i += step {
		probe = append(probe, r.rows[i])
	}
	return probe
}

// tabbed says whether most records have tabs.
func tabbed(records []record) bool {
	n := 0
	for _, r := range records {
		if strings.IndexByte(r.text, '\t') >= 0 {
			n++
		}
	}
	return 2*n > len(records)
}

// histogram is how many records have each width.
type histogram map[int]int

func widths(records []record, d dialect) histogram {
	w := histogram{}
	var row []string
	for _, r := range records {
		row = d.split(r.text, row)
		w[len(row)]++
	}
	return w
}

// common is the most frequent width, or a larger one that one record in twenty has.
func (w histogram) common() int {
	best, total := 0, 0
	for width, n := range w {
		total += n
		if n > w[best] || n == w[best] && width > best {
			best = width
		}
	}
	for width, n := range w {
		if width > best && n*20 >= total && n > 1 {
			best = width
		}
	}
	return best
}

// share is the part of records of a width.
func (w histogram) share(width int) float64 {
	total := 0
	for _, n := range w {
		total += n
	}
	return float64(w[width]) / float64(total)
}

// sense is the mean over cells of how much they look like what cells hold, from 0 to 1.
func (d dialect) sense(records []record) float64 {
	var row []string
	sum, n := 0., 0
	for _, r := range records {
		row = d.split(r.text, row)
		for _, c := range row[:min(len(row), 64)] {
			sum += sense(c, d.delimiter)
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// sense is how much a cell looks like one.
func sense(cell string, delimiter rune) float64 {
	if missing(cell) {
		return 1
	}
	if n, ok := numeralOf(cell); ok {
		switch {
		case n.mark == noMark && len(n.body) > 1 && n.body[0] == '0':
			return .3 // 07 is what a decimal mark leaves of 2,07
		case n.spaced:
			return .8
		}
		return 1
	}
	if _, ok := (order{}).days(cell); ok {
		return 1
	}
	switch {
	case strings.ContainsAny(cell, ";\t|"):
		return 0
	case strings.Contains(cell, ","):
		return .4
	}
	return .6
}
