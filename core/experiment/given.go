package experiment

import (
	"strconv"
	"strings"
)

// Given is the weights of a generator without hidden layers as a hand has typed them, G(z) = A z + b in the data's units: a row for each column of the
// data, of so many numbers as noise has, and then b, with commas between and a slash between rows. Empty, they are drawn.
type Given string

// maxGiven is the most numbers that are typed.
const maxGiven = 256

// parseGiven reads and canonicalises such a text.
func parseGiven(text string) (Given, bool) {
	if text == "" {
		return "", true
	}
	var rows []string
	columns := 0
	for row := range strings.SplitSeq(text, "/") {
		cells := strings.Split(row, ",")
		if columns == 0 {
			columns = len(cells)
		}
		if len(cells) != columns || columns < 2 || columns*(len(rows)+1) > maxGiven {
			return "", false
		}
		for i, c := range cells {
			v, ok := parseNumber(strings.TrimSpace(c))
			if !ok {
				return "", false
			}
			cells[i] = formatNumber(v)
		}
		rows = append(rows, strings.Join(cells, ","))
	}
	return Given(strings.Join(rows, "/")), true
}

// Rows are the numbers, row by row; nil where none are given.
func (g Given) Rows() (rows [][]float64) {
	if g == "" {
		return nil
	}
	for row := range strings.SplitSeq(string(g), "/") {
		var values []float64
		for c := range strings.SplitSeq(row, ",") {
			v, _ := parseNumber(c)
			values = append(values, v)
		}
		rows = append(rows, values)
	}
	return rows
}

// givenField is the weights that are typed by hand.
func givenField() Field {
	return Field{Key: "g.weights", Label: "Weights by hand", Symbol: "A, b",
		Doc:   "The weights with which a generator without hidden layers begins, G(z) = A z + b in the data’s units: for each column its row of A and then its b, such as 1.25,4 or 1,0,0/0,1,0. With a learning rate of 0 they stay.",
		Group: "generator", Kind: Numbers, used: func(s *Spec) bool { return s.Generator.Hidden.Len() == 0 }, place: func(s *Spec) any { return &s.Given }}
}

// fitGiven: weights that are typed are those of a layer that gives points, all of them.
func (s Spec) fitGiven(shape []int, classes int) error {
	rows := s.Given.Rows()
	if rows == nil || s.Generator.Hidden.Len() > 0 {
		return nil
	}
	if s.Condition == "none" {
		classes = 0
	}
	if size := elements(shape); pictorial(shape) || len(rows) != size || len(rows[0]) != s.Latent+classes+1 {
		return refuse("g.weights", string(s.Given), "nothing, or for these data and this noise "+strconv.Itoa(size)+" rows of "+strconv.Itoa(s.Latent+classes+1)+" numbers")
	}
	if !s.Generator.Bias || s.Generator.Spectral {
		return refuse("g.weights", string(s.Given), "nothing with a generator that has no biases, or whose weights are divided by their norm")
	}
	return nil
}
