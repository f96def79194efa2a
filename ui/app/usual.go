package app

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/imageset"
)

// withOwn has data of the reader's own, with their name and, where they were drawn, the drawing's text. What they are usually learnt with follows from the
// data themselves. The error says why they are none.
func (m Model) withOwn(own []byte, name, drawn string) (Model, error) {
	usual, err := usualFor(own)
	if err != nil {
		return m, err
	}
	m.CSV, m.CSVName, m.Drawn, m.ownUsual = own, name, drawn, usual
	return m, nil
}

// usualFor is what own data are usually learnt with. Images for which no network is found have what others have.
func usualFor(own []byte) (experiment.Spec, error) {
	if imageset.Is(own) {
		set, err := imageset.Parse(own)
		if err != nil {
			return experiment.Spec{}, err
		}
		if spec, err := experiment.ForImages(set.Shape[:], max(1, len(set.Classes)), set.Len()); err == nil {
			return spec, nil
		}
		return experiment.DefaultFor(experiment.OwnData), nil
	}
	points, err := data.CSV(own)
	if err != nil {
		return experiment.Spec{}, err
	}
	return experiment.ForPoints(points), nil
}

// usualOf is what the data of a Spec are usually learnt with, by its family.
func (m Model) usualOf(s experiment.Spec) experiment.Spec {
	if s.Data == experiment.OwnData && s.Rival == nil && m.CSV != nil {
		return m.ownUsual
	}
	return s.Usual(s.Data)
}

// carried is what some data are usually learnt with, with what a Spec has otherwise than its own data are: what somebody has touched. The number of own
// points is theirs.
func carried(s, from, to experiment.Spec) experiment.Spec {
	next := to
	for _, f := range s.Fields() {
		if f.Key == "data" || f.Key == "rows" && to.Data == experiment.OwnData || f.Get(&s) == f.Get(&from) {
			continue
		}
		_ = f.Set(&next, f.Get(&s)) // taken from a Spec, it is a value that the field takes
	}
	if next.Check() != nil {
		return to
	}
	return next
}

// onto has m's own data be what is learnt, after left, with what has been touched there.
func (m Model) onto(left Model) Model {
	if left.Spec.Rival != nil {
		m.Spec = m.on(experiment.OwnData)
	} else {
		m.Spec = carried(left.Spec, left.usualOf(left.Spec), m.ownUsual)
	}
	return m
}

// with is the Spec with fields set on top, as text. Other data bring along the settings that nobody has touched.
func (m Model) with(fields string) (experiment.Spec, error) {
	next, err := form.With(m.Spec, fields)
	if err != nil {
		return next, err
	}
	if next.Owns() && m.CSV == nil {
		return next, &experiment.FieldError{Field: "data", Value: experiment.OwnData, Allowed: "a CSV file of points: choose one, or drop it onto the plane"}
	}
	if own := next.Data == experiment.OwnData || m.Spec.Data == experiment.OwnData; own && next.Data != m.Spec.Data && next.Rival == nil && m.Spec.Rival == nil {
		to := m.usualOf(experiment.DefaultFor(next.Data))
		if next, err = form.With(carried(m.Spec, m.usualOf(m.Spec), to), fields); err != nil {
			return next, err
		}
	}
	if next.Data == experiment.OwnData && m.ownImages() {
		err = next.Fit(m.DataShape(next))
	}
	return next, err
}
