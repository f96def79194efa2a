package app

import (
	"strconv"
	"strings"

	"ganvas/core/probe"
)

// PrincipalAxes is the Model's Axes of points that are shown along the two directions in which they spread the most.
const PrincipalAxes = "principal"

// AxesChosen shows points of more than two columns along other axes: "1,3" is two columns, from 1. The run goes on as it does.
type AxesChosen struct{ Axes string }

func (AxesChosen) msg() {}

// validAxes says whether a text can be axes: of how many columns a run is, is not known yet.
func validAxes(text string) bool {
	if text == PrincipalAxes {
		return true
	}
	first, second, _ := strings.Cut(text, ",")
	x, errX := strconv.Atoi(first)
	y, errY := strconv.Atoi(second)
	return errX == nil && errY == nil && x >= 1 && y >= 1 && x != y && strconv.Itoa(x)+","+strconv.Itoa(y) == text
}

// axesHeard takes a choice of axes, and reports whether this was one.
func (m Model) axesHeard(msg Msg) (Model, []Effect, bool) {
	chosen, ok := msg.(AxesChosen)
	if !ok {
		return m, nil, false
	}
	if !validAxes(chosen.Axes) || chosen.Axes == m.ShownAxes() {
		return m, nil, true
	}
	m.Axes, m.sceneless = chosen.Axes, true
	m, effects := m.pulled([]Effect{m.setURL()})
	return m, effects, true
}

// ShownAxes are the axes of points of more than two columns: those that were chosen, or the first two.
func (m Model) ShownAxes() string {
	if m.Axes == "" {
		return firstAxes
	}
	return m.Axes
}

const firstAxes = "1,2"

// CutAxes are both axes, each a column from 1 or principal.
func CutAxes(text string) (x, y string) {
	if x, y, ok := strings.Cut(text, ","); ok {
		return x, y
	}
	return text, text
}

// AxesWith are the shown axes with another first or second one. A column that is the other one is swapped with it, and principal axes come and go together.
func (m Model) AxesWith(first bool, axis string) string {
	if axis == PrincipalAxes {
		return axis
	}
	x, y := CutAxes(m.ShownAxes())
	changed, other := &x, &y
	if !first {
		changed, other = &y, &x
	}
	switch {
	case *other == PrincipalAxes:
		*other = map[bool]string{true: "2", false: "1"}[axis == "1"]
	case *other == axis:
		*other = *changed
	}
	*changed = axis
	return x + "," + y
}

// columns is how many columns the run's points have; 0 where that is not known, or axes cannot be chosen.
func (m Model) columns() int {
	for _, a := range m.scene {
		if a.Name == probe.RealWhole {
			return a.Dim(1)
		}
	}
	return 0
}

// axesField is the axes in the address.
var axesField = viewField{"axes", func() string { return PrincipalAxes + ", or two different columns, such as 1,3" },
	func(m *Model, value string) bool {
		if validAxes(value) {
			m.Axes = value
		}
		return validAxes(value)
	},
	func(m *Model, _ uint64) (string, bool) { return m.Axes, m.ShownAxes() != firstAxes && m.columns() > 2 }}
