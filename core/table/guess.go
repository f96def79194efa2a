package table

import (
	"slices"
	"strings"
)

// guess chooses x, y and the class.
func (t *Table) guess() Choice {
	c := Choice{X: -1, Y: -1, Class: -1}
	axes := t.axes()
	if len(axes) > 0 {
		c.X = axes[0]
	}
	if len(axes) > 1 {
		c.Y = axes[1]
	}
	c.Class = t.class(c.X, c.Y)
	return c
}

// axes are the two columns that most likely are x and y, fewer where there are not so many.
func (t *Table) axes() []int {
	if pair := t.named(); pair != nil {
		return pair
	}
	var best []int
	for rank := range ranks {
		for j := range t.Columns {
			if c := &t.Columns[j]; c.Numeric() && c.rank() == rank && len(best) < 2 {
				best = append(best, j)
			}
		}
	}
	if len(best) == 2 && best[0] > best[1] {
		best[0], best[1] = best[1], best[0]
	}
	return best
}

// pairs are the names of columns that belong on the axes, in small letters.
var pairs = [][2][]string{
	{{"x"}, {"y"}},
	{{"lon", "lng", "long", "longitude", "länge", "längengrad"}, {"lat", "latitude", "breite", "breitengrad"}},
	{{"x1"}, {"x2"}},
}

// named finds a pair of columns by their names.
func (t *Table) named() []int {
	for _, pair := range pairs {
		x, y := t.find(pair[0]), t.find(pair[1])
		if x >= 0 && y >= 0 {
			return []int{x, y}
		}
	}
	return nil
}

func (t *Table) find(names []string) int {
	for j := range t.Columns {
		if c := &t.Columns[j]; c.Numeric() && slices.Contains(names, c.key()) {
			return j
		}
	}
	return -1
}

// ranks is how many ranks there are.
const ranks = 5

// rank is how unlikely a numeric column is an axis.
func (c *Column) rank() int {
	switch {
	case c.Kind == Counter:
		return 4
	case c.Kind == Date:
		return 3
	case c.Low == c.High:
		return 2
	case c.Class:
		return 1
	}
	return 0
}

// class is the column that most likely is the class, or -1.
func (t *Table) class(x, y int) int {
	best, most := -1, 0
	for j := range t.Columns {
		if score := t.Columns[j].classScore(j == 0 || j == len(t.Columns)-1); j != x && j != y && score > most {
			best, most = j, score
		}
	}
	return best
}

// classScore is how likely the column is the class: by its name, by its words, or as whole numbers in the first or the last place.
func (c *Column) classScore(outer bool) int {
	if !c.Class {
		return 0
	}
	name := c.key()
	for _, word := range []string{"class", "label", "species", "target", "cluster", "group", "category", "dataset", "klasse", "gruppe"} {
		if strings.Contains(name, word) {
			return 3
		}
	}
	switch {
	case c.Kind == Words:
		return 2
	case outer:
		return 1
	}
	return 0
}
