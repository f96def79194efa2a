package app

// tour is a way about the run's past, for pictures of its steps: from one to the next, and back to where it was.
type tour struct {
	left []uint64 // the last is where it was
	on   bool
}

// TourWanted takes the run to steps at which it has been, one after another, and back: each shows its picture.
type TourWanted struct{ Steps []uint64 }

func (TourWanted) msg() {}

// Touring reports whether the run is on such a way.
func (m Model) Touring() bool { return m.tour.on }

// toured begins a tour. A run that trains pauses.
func (m Model) toured(steps []uint64) (Model, []Effect) {
	last := max(m.Record.Last, m.Step())
	var there []uint64
	for _, s := range steps {
		if s <= last {
			there = append(there, s)
		}
	}
	if !m.Ready || m.Lost || m.jump.on || m.Toward > 0 || len(there) == 0 {
		return m, nil
	}
	m.rewind, m.until = rewind{}, Until{}
	back := m.Step()
	m, effects := m.jumped(there[0])
	m.tour = tour{left: append(there[1:len(there):len(there)], back), on: true}
	return m, effects
}

// wentOn takes a tour from the step where it is to the next.
func (m Model) wentOn() (Model, []Effect) {
	if len(m.tour.left) == 0 {
		m.tour = tour{}
		return m, nil
	}
	next := m.tour.left[0]
	m.tour.left = m.tour.left[1:]
	return m.jumped(next)
}
