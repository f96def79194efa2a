package app

// SlowAgreed trains a run whose steps take long.
type SlowAgreed struct{}

func (SlowAgreed) msg() {}

// asks lets a run whose steps take long wait for the reader, who may have followed a link and know nothing of it.
func (m Model) asks() Model {
	m.Asking = m.Spec.Slow()
	if m.Asking {
		m.Playing = false
	}
	return m
}

// agreed goes to the step that the link wants, or trains.
func (m Model) agreed() (Model, []Effect) {
	m.Asking = false
	if m.Toward <= m.Step() {
		return m.played(true)
	}
	if !m.Ready {
		return m, nil
	}
	return m.pulled(m.towards())
}
