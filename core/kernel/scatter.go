package kernel

import "ganvas/core/plan"

// scattering runs a plan.Scatter.
type scattering struct {
	src, index, out []float32
	rows, cols      int
}

func newScattering(in *plan.Scatter, arena []float32) task {
	return &scattering{
		src: arena[in.Src:], index: arena[in.Index:][:in.Count], out: arena[in.Out:][:in.Rows*in.Cols],
		rows: in.Rows, cols: in.Cols,
	}
}

func (s *scattering) run() {
	clear(s.out)
	for i, x := range s.index {
		combine(plan.Sum, s.out[row(x, s.rows)*s.cols:][:s.cols], s.src[i*s.cols:][:s.cols])
	}
}
