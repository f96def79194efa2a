package control

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Cloud is points with all of their columns, as they were given.
type Cloud struct {
	Names  []string
	Values []float64 // point by point
	Class  []uint8   // that each was asked for; nil where the generator is told none
}

// Len is how many points there are.
func (c Cloud) Len() int { return len(c.Values) / max(1, len(c.Names)) }

// First is the first n of them.
func (c Cloud) First(n int) Cloud {
	n = min(n, c.Len())
	c.Values = c.Values[:n*len(c.Names)]
	if c.Class != nil {
		c.Class = c.Class[:min(n, len(c.Class))]
	}
	return c
}

// Clouds are the data and the samples that a snapshot has, whole; empty where it has none, as of images.
func Clouds(s *wire.Snapshot) (real, made Cloud) {
	for _, names := range [][2]string{{probe.RealWhole, probe.Whole}, {probe.Real, probe.Samples}, {probe.LineReal, probe.LineSamples}} {
		a, b := s.Array(names[0]), s.Array(names[1])
		if a.Len() == 0 {
			continue
		}
		if b.Len() == 0 { // they are still to come
			return Cloud{}, Cloud{}
		}
		columns := columnNames(s, max(1, a.Dim(1)))
		real, made = cloudOf(s, a.Floats, columns), cloudOf(s, b.Floats, columns)
		made.Class = s.Bytes(probe.Asked)
		return real, made
	}
	return Cloud{}, Cloud{}
}

func cloudOf(s *wire.Snapshot, values []float32, names []string) Cloud {
	c, origins := Cloud{Names: names, Values: make([]float64, len(values))}, s.Floats(probe.Origins)
	for i, v := range values {
		c.Values[i] = float64(v)
		if k := i % len(names); len(origins) == 2*len(names) {
			c.Values[i] += float64(origins[k]) + float64(origins[len(names)+k])
		}
	}
	return c
}

// columnNames are what n columns are called: as in the reader's file, or by letters.
func columnNames(s *wire.Snapshot, n int) []string {
	if names := strings.Split(string(s.Bytes(probe.Names)), "\n"); len(names) == n && len(s.Bytes(probe.Names)) > 0 {
		return names
	}
	if n <= 3 {
		return []string{"x", "y", "z"}[:n]
	}
	names := make([]string, n)
	for k := range names {
		names[k] = "column " + strconv.Itoa(k+1)
	}
	return names
}

// Columns are the names of a run's columns, where they are more than two; else nil.
func Columns(s *wire.Snapshot) []string {
	if a := s.Array(probe.RealWhole); a.Len() > 0 {
		return columnNames(s, a.Dim(1))
	}
	return nil
}

// SampleText is a snapshot's samples as data.CSV reads them, with all of their columns, in the data's own units: less what those are counted from, as
// a reader's own points are too once they have been read.
func SampleText(s *wire.Snapshot) []byte {
	_, made := Clouds(&wire.Snapshot{Arrays: slices.DeleteFunc(slices.Clone(s.Arrays), func(a wire.Array) bool { return a.Name == probe.Origins })})
	size := max(1, len(made.Names))
	roles := append([]string{"x", "y"}, slices.Repeat([]string{"further"}, max(0, size-2))...)[:size]
	b := []byte("# columns: " + strings.Join(roles, ", ") + "\n")
	for i, v := range made.Values {
		b = strconv.AppendFloat(b, v, 'g', -1, 32)
		b = append(b, map[bool]byte{true: '\n', false: ','}[(i+1)%size == 0])
	}
	return b
}

// Moments are the mean of points and their covariance, of n-1 degrees of freedom.
type Moments struct {
	Mean       []float64
	Covariance [][]float64
}

// Moments of the points; NaN of fewer than two.
func (c Cloud) Moments() Moments {
	size, n := len(c.Names), float64(c.Len())
	m := Moments{make([]float64, size), make([][]float64, size)}
	for i, v := range c.Values {
		m.Mean[i%size] += v / n
	}
	for k := range size {
		m.Covariance[k] = make([]float64, size)
		for l := range size {
			sum := 0.0
			for i := 0; i < len(c.Values); i += size {
				sum += (c.Values[i+k] - m.Mean[k]) * (c.Values[i+l] - m.Mean[l])
			}
			m.Covariance[k][l] = sum / (n - 1)
		}
	}
	return m
}

// Figure is a figure of data and samples.
type Figure struct {
	Label      string
	Real, Made float64
}

// mostPairs is of how many columns every covariance is shown.
const mostPairs = 4

// MomentRows are the figures of data and samples to be shown: means, standard deviations, and of few columns all covariances.
func MomentRows(real, made Cloud) (rows []Figure) {
	a, b := real.Moments(), made.Moments()
	for k, name := range real.Names {
		rows = append(rows, Figure{"mean of " + name, a.Mean[k], b.Mean[k]})
	}
	for k, name := range real.Names {
		rows = append(rows, Figure{"standard deviation of " + name, math.Sqrt(a.Covariance[k][k]), math.Sqrt(b.Covariance[k][k])})
	}
	if n := len(real.Names); n < 2 || n > mostPairs {
		return rows
	}
	for k, name := range real.Names {
		for l := range k + 1 {
			label := "covariance of " + real.Names[l] + " and " + name
			if l == k {
				label = "variance of " + name
			}
			rows = append(rows, Figure{label, a.Covariance[l][k], b.Covariance[l][k]})
		}
	}
	return rows
}

// CSV is the points as a table, with the class that each was asked for.
func (c Cloud) CSV() string {
	var b strings.Builder
	names := c.Names
	if c.Class != nil {
		names = append(names[:len(names):len(names)], "class")
	}
	writeRow(&b, names)
	size := len(c.Names)
	for i := range c.Len() {
		cells := make([]string, 0, size+1)
		for _, v := range c.Values[i*size : (i+1)*size] {
			cells = append(cells, strconv.FormatFloat(v, 'g', 9, 64))
		}
		if i < len(c.Class) {
			cells = append(cells, strconv.Itoa(int(c.Class[i])))
		}
		writeRow(&b, cells)
	}
	return b.String()
}

// MomentsCSV is the mean and the covariance of data and samples as a table: a row for each column of each.
func MomentsCSV(real, made Cloud) string {
	var b strings.Builder
	writeRow(&b, append([]string{"of", "column", "mean"}, real.Names...))
	for i, c := range []Cloud{real, made} {
		m := c.Moments()
		for k, name := range c.Names {
			cells := []string{[]string{"data", "samples"}[i], name, exact(m.Mean[k])}
			for _, v := range m.Covariance[k] {
				cells = append(cells, exact(v))
			}
			writeRow(&b, cells)
		}
	}
	return b.String()
}

func exact(v float64) string { return strconv.FormatFloat(v, 'g', 9, 64) }

// writeRow writes a row of a table.
func writeRow(b *strings.Builder, cells []string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		if strings.ContainsAny(c, ",\"\n\r") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		b.WriteString(c)
	}
	b.WriteByte('\n')
}
