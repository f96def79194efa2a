package control

import "strings"

// Row is one hidden layer as its row of controls holds it: text that may not be good yet.
type Row struct{ Width, Activation string }

// Rows parts the text of a list of hidden layers, good or not.
func Rows(text string) []Row {
	if text == "" {
		return nil
	}
	var rows []Row
	for part := range strings.SplitSeq(text, ",") {
		w, a, _ := strings.Cut(part, ":")
		rows = append(rows, Row{w, a})
	}
	return rows
}

// Join is the text of rows.
func Join(rows []Row) string {
	var parts []string
	for _, r := range rows {
		if r.Activation != "" {
			r.Width += ":" + r.Activation
		}
		parts = append(parts, r.Width)
	}
	return strings.Join(parts, ",")
}

// Grown is rows with one more, like the last.
func Grown(rows []Row) []Row {
	next := Row{Width: "16"}
	if n := len(rows); n > 0 {
		next = rows[n-1]
	}
	return append(append([]Row(nil), rows...), next)
}

// Without is rows with one taken out.
func Without(rows []Row, i int) []Row {
	return append(append([]Row(nil), rows[:i]...), rows[i+1:]...)
}

// With is rows with one replaced.
func With(rows []Row, i int, r Row) []Row {
	out := append([]Row(nil), rows...)
	out[i] = r
	return out
}
