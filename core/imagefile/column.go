package imagefile

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"ganvas/core/imageset"
)

// column is a column that may be classes.
type column struct {
	names  []string // in the order in which they came
	number map[string]int
	of     []int
	many   bool
}

func (c *column) add(cell []byte) {
	if c.many {
		return
	}
	name := clean(string(cell))
	k, known := c.number[name]
	if !known {
		if len(c.names) == imageset.MaxClasses {
			c.many = true
			return
		}
		if c.number == nil {
			c.number = map[string]int{}
		}
		k = len(c.names)
		c.names, c.number[name] = append(c.names, name), k
	}
	c.of = append(c.of, k)
}

func (c *column) constant() bool { return len(c.names) < 2 }

// classes are the class of each line and the names: numbers from 0 as they are, all else by the alphabet.
func (c *column) classes(file string) ([]int, []string, error) {
	if c.many {
		return nil, nil, refuse(file, fmt.Sprintf("at most %d", imageset.MaxClasses), "more than %d classes", imageset.MaxClasses)
	}
	to, names := make([]int, len(c.names)), slices.Clone(c.names)
	if numbered := c.numbers(to); numbered {
		names = nil
	} else {
		slices.Sort(names)
		for i, name := range c.names {
			to[i], _ = slices.BinarySearch(names, name)
		}
	}
	for i, k := range c.of {
		c.of[i] = to[k]
	}
	return c.of, names, nil
}

// numbers writes the classes' numbers, if all names are some.
func (c *column) numbers(to []int) bool {
	for i, name := range c.names {
		v, err := strconv.ParseFloat(name, 64)
		if err != nil || v != math.Floor(v) || v < 0 || v >= imageset.MaxClasses {
			return false
		}
		to[i] = int(v)
	}
	return true
}
