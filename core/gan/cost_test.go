package gan

import (
	"os"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/experiment/experimenttest"
	"ganvas/core/plan"
)

// What a step is said to cost is what its program takes, within a factor of three where it matters, and its memory is not more than was said.
func TestCostsAreTold(t *testing.T) {
	n := 25
	if os.Getenv("GANVAS_SLOW") != "" {
		n = 400
	}
	heavy := 0
	for i := range n {
		if costs(t, experimenttest.Large.Example(i)) > 1e8 {
			heavy++
		}
	}
	if heavy < n/12 {
		t.Errorf("only %d of %d take long", heavy, n)
	}
}

// So it is of players of images.
func TestCostsOfImagesAreTold(t *testing.T) {
	for _, p := range experiment.ImagePresets {
		for _, more := range []string{"", "&mbd=8", "&ensemble=2", "&consensus=0.1&batch=8", "&path=1&g.norm=none&batch=16"} {
			s, err := experiment.Parse(p.Query)
			if err == nil {
				s, err = s.With(more)
			}
			if err != nil {
				continue // batches that a preset is too large for
			}
			costs(t, s)
		}
	}
}

// costs holds what a Spec is said to cost to its program, whose work it returns.
func costs(t *testing.T, s experiment.Spec) float64 {
	t.Helper()
	p, said := program(t, s.String()), s.Cost()
	lazy := s.Lazy()
	adds, work := mean(p, lazy, p.MultiplyAdds), mean(p, lazy, p.Work)
	if off := said.MultiplyAdds / adds; adds > 1e7 && (off < 1./3 || off > 3) {
		t.Errorf("%q: %.3g multiply-adds are said, %.3g it takes", s, said.MultiplyAdds, adds)
	}
	if off := said.Work / work; work > 1e8 && (off < 1./3 || off > 3) {
		t.Errorf("%q: work of %.3g is said, %.3g it takes", s, said.Work, work)
	}
	if bytes := float64(4 * p.Size); bytes > said.Bytes || bytes > 1<<24 && said.Bytes > 20*bytes {
		t.Errorf("%q: %.1f MB are said, %.1f it takes", s, said.Bytes/1e6, bytes/1e6)
	}
	return work
}

// mean is what a step takes on average, where every so many go with penalties.
func mean(p *plan.Program, every int, of func(entry int) int) float64 {
	with := float64(of(p.Entry(both)))
	if every == 1 {
		return with
	}
	return (with + float64(every-1)*float64(of(p.Entry(both+".between")))) / float64(every)
}
