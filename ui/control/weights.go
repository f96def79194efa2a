package control

import (
	"strconv"
	"strings"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Weight is one of the players' arrays.
type Weight struct {
	Name   string // "g/0/weight"
	Shape  []int
	Values []float32
}

// Weights are a snapshot's, in order; nil where it has none.
func Weights(s *wire.Snapshot) (out []Weight) {
	values := s.Floats(probe.Weights)
	for line := range strings.Lines(string(s.Bytes(probe.WeightNames))) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			return nil
		}
		w, n := Weight{Name: fields[0]}, 1
		for _, f := range fields[1:] {
			d, err := strconv.Atoi(f)
			if err != nil {
				return nil
			}
			w.Shape, n = append(w.Shape, d), n*d
		}
		if n > len(values) {
			return nil
		}
		w.Values, values = values[:n], values[n:]
		out = append(out, w)
	}
	return out
}

// WeightsCSV is all weights as a table: the array's name, the row, the column and the number. Arrays of more than two axes have their last one for
// columns.
func WeightsCSV(all []Weight) string {
	var b strings.Builder
	b.WriteString("array,row,column,value\n")
	for _, w := range all {
		columns := 1
		if len(w.Shape) > 0 {
			columns = max(1, w.Shape[len(w.Shape)-1])
		}
		for i, v := range w.Values {
			b.WriteString(w.Name + "," + strconv.Itoa(i/columns) + "," + strconv.Itoa(i%columns) + "," + strconv.FormatFloat(float64(v), 'g', -1, 32) + "\n")
		}
	}
	return b.String()
}

// Affine is a generator without hidden layers, x = A z + b, in the data's units.
type Affine struct {
	A [][]float64 // a row for each column of the data, a number for each of the noise's
	B []float64
}

// AffineOf is the generator of a snapshot that has its weights; not ok where it is not linear.
func AffineOf(s *wire.Snapshot) (l Affine, ok bool) {
	var weight, bias *Weight
	for _, w := range Weights(s) {
		switch {
		case w.Name == "g/0/weight" && len(w.Shape) == 2:
			weight = &w
		case w.Name == "g/0/bias":
			bias = &w
		case strings.HasPrefix(w.Name, "g/"):
			return l, false
		}
	}
	frame := s.Floats(probe.Frame)
	if weight == nil || len(frame) != 2*weight.Shape[1] {
		return l, false
	}
	size, origins := weight.Shape[1], s.Floats(probe.Origins)
	for k := range size {
		centre, scale := float64(frame[k]), float64(frame[size+k])
		row := make([]float64, weight.Shape[0])
		for i := range row {
			row[i] = scale * float64(weight.Values[i*size+k])
		}
		if bias != nil {
			centre += scale * float64(bias.Values[k])
		}
		if len(origins) == 2*size {
			centre += float64(origins[k]) + float64(origins[size+k])
		}
		l.A, l.B = append(l.A, row), append(l.B, centre)
	}
	return l, true
}
