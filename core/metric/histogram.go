package metric

// histograms are the cell probabilities of the data and of the generator, those of all that lies outside last.
type histograms struct {
	p, q []float64 // of the data and of the generator, each summing to 1
	// m and n are the numbers of points behind p and q. Where the source knows its masses, p is exact, and m is n.
	m, n float64
}

// histograms returns the samples' histograms, counted once.
func (s *Samples) histograms() (*histograms, error) {
	if s.counted != nil {
		return s.counted, nil
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	t := s.Target
	h := &histograms{q: shares(t.cells, s.Generated, t.size()), n: float64(t.count(s.Generated))}
	if h.p, h.m = t.masses, h.n; h.p == nil {
		h.p, h.m = shares(t.cells, s.Real, t.size()), float64(t.count(s.Real))
	}
	s.counted = h
	return h, nil
}

// inCells makes a measure of a function of the histograms.
func inCells(f func(*histograms) float64) func(*Samples) (float64, error) {
	return func(s *Samples) (float64, error) {
		h, err := s.histograms()
		if err != nil {
			return 0, err
		}
		return f(h), nil
	}
}
