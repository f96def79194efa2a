package data

import (
	"bytes"
	"fmt"

	"ganvas/core/table"
)

// CSVError says what is wrong with a table and where.
type CSVError = table.Error

// CSV reads points from a table as package table guesses it: the simple way in, without questions.
func CSV(text []byte) (Finite, error) {
	t, err := table.Read(bytes.NewReader(text), table.Options{})
	if err != nil {
		return nil, err
	}
	if t.Guess.Y < 0 {
		return nil, t.Lacking()
	}
	p, err := t.Points(t.Guess)
	if err != nil {
		return nil, err
	}
	return FromTable(p)
}

// FromTable makes a source of a table's points: of their first two columns. Its error is a *CSVError.
func FromTable(p *table.Points) (Finite, error) {
	if p.Rows < 2 && p.Left.Others > 0 {
		return nil, &p.Left.First
	}
	n := len(p.Names)
	r := Rows{XY: make([]float64, 0, 2*p.Rows), Labels: p.Labels, Classes: p.Classes}
	for i := 0; n >= 2 && i < p.Rows; i++ {
		r.XY = append(r.XY, p.Values[i*n], p.Values[i*n+1])
	}
	copy(r.Names[:], p.Names)
	source, err := r.Source()
	if err != nil {
		return nil, &CSVError{Value: fmt.Sprintf("%d rows of points", p.Rows), Allowed: "at least two rows that differ"}
	}
	return source, nil
}
