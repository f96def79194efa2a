package table

import (
	"slices"
	"strings"
)

// oneScale is the name that package data has for one scale of all columns.
const oneScale = "one"

// Scaling is how the columns of a choice are scaled where a reader says nothing, by the name that package data has for it: one scale for all where they
// share a unit, so that what is round stays round, and else empty, each by itself. A table that Points.Text wrote says it.
func (d *Description) Scaling(c Choice) string {
	if d.told {
		return d.scaling
	}
	if c.X >= 0 && c.Y >= 0 && d.shareUnit(c.columns()) {
		return oneScale
	}
	return ""
}

// apart is how much wider than another a column of the same unit may be: with more, training would see the other as a point. alike is the same for columns of
// which nothing tells the unit.
const apart, alike = 10, 3

// shareUnit says whether columns are numbers of one unit: that their names or their cells have, that of a pair of coordinates, or lengths; of columns without names, that
// they are about as wide.
func (d *Description) shareUnit(columns []int) bool {
	least, most := 0., 0.
	units, keys := map[string]bool{}, []string{}
	for _, j := range columns {
		c := &d.Columns[j]
		if c.Kind != Number {
			return false
		}
		if w := c.High - c.Low; w > 0 {
			if least == 0 || w < least {
				least = w
			}
			most = max(most, w)
		}
		units[c.unit()] = true
		keys = append(keys, c.key())
	}
	if most > apart*least || len(units) > 1 {
		return false
	}
	switch {
	case !units[""], coordinates(keys), every(keys, isLength):
		return true
	}
	return every(keys, func(key string) bool { return key == "" }) && most <= alike*least
}

// every says whether all of a list are so.
func every(list []string, so func(string) bool) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !so(s) })
}

// unit is the unit of a column as its name or its cells say it: "cm" of "width (cm)", "width [cm]" and "width_cm"; empty where neither says one.
func (c *Column) unit() string {
	if c.Unit != "" || !c.Own {
		return c.Unit
	}
	name := strings.ToLower(strings.TrimSpace(c.Name))
	if i := strings.IndexAny(name, "(["); i > 0 {
		return strings.Trim(name[i:], "()[] ")
	}
	if i := strings.LastIndexAny(name, "_/ "); i > 0 && slices.Contains(suffixes, name[i+1:]) {
		return name[i+1:]
	}
	return ""
}

// suffixes are units that names end in without brackets.
var suffixes = []string{"mm", "cm", "m", "km", "px", "in", "ft", "mg", "g", "kg", "ms", "s", "min", "h", "hz", "v", "mv", "k", "pa", "hpa", "eur", "usd", "pct", "percent"}

// isLength says whether a name is that of an extent in space.
func isLength(key string) bool {
	for _, word := range []string{"length", "width", "height", "depth"} {
		if strings.Contains(key, word) {
			return true
		}
	}
	return false
}

// coordinates says whether names are those of the coordinates of one space: x and y, x1 and x2, longitude and latitude.
func coordinates(keys []string) bool {
	if every(keys, func(key string) bool { return slices.Contains([]string{"x", "y", "z", "u", "v", "w"}, key) }) {
		return true
	}
	for _, pair := range pairs {
		if len(keys) == 2 && (slices.Contains(pair[0], keys[0]) && slices.Contains(pair[1], keys[1]) || slices.Contains(pair[1], keys[0]) && slices.Contains(pair[0], keys[1])) {
			return true
		}
	}
	stem := strings.TrimRight(keys[0], "0123456789")
	return stem != "" && every(keys, func(key string) bool { return len(key) > len(stem) && strings.TrimRight(key, "0123456789") == stem })
}
