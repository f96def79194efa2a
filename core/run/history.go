package run

import (
	"math"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

const (
	// tracePoints is the most points that a trace has.
	tracePoints = 512
	// pathRows is how many of a trajectory's first points, and of its last, are kept: two or three seconds at the usual speed.
	pathRows = 1024
)

// history is what is known of a run's records, up to the furthest step that it has been at: means over 1, 2, 4, ... steps, of each kind
// the first 2·tracePoints. So the trace at any step is there, as it was when the run was at it, in memory that grows with the logarithm
// of the steps.
type history struct {
	width  int // figures of a record
	path   int // of these, at the end, how many are a trajectory's
	count  uint64
	levels []level
	first  []float32 // a trajectory's first points
}

// level are means over 2^k steps, one after another, each of width numbers.
type level struct {
	points []float64
	half   []float64 // a mean that waits for the next, to become a point of the next level, or nil
}

// push takes the record of the step after count.
func (h *history) push(row []float32) {
	mean := make([]float64, h.width)
	for i := range mean {
		mean[i] = float64(row[i])
	}
	for k := 0; ; k++ {
		if k == len(h.levels) {
			h.levels = append(h.levels, level{})
		}
		l := &h.levels[k]
		if len(l.points) < 2*tracePoints*h.width {
			l.points = append(l.points, mean...)
		}
		if l.half == nil {
			l.half = mean
			break
		}
		next := make([]float64, h.width)
		for i := range next {
			next[i] = (l.half[i] + mean[i]) / 2
		}
		l.half, mean = nil, next
	}
	h.count++
	if h.path > 0 && len(h.first) < pathRows*h.path {
		h.first = append(h.first, row[len(row)-h.path:]...)
	}
}

// depth is the level of the trace at a step: the first whose points are no more than tracePoints.
func depth(step uint64) int {
	k := 0
	for step>>k > tracePoints {
		k++
	}
	return k
}

// cut forgets what came after a step, and a little of what came before, which is to be pushed again: from the step that it returns on.
func (h *history) cut(step uint64) uint64 {
	if step >= h.count {
		return h.count
	}
	k := depth(step)
	from := step >> k << k
	kept := history{width: h.width, path: h.path, count: from}
	for j := 0; j < len(h.levels) && from>>j > 0; j++ {
		n := int(from >> j)
		old := h.levels[j].points
		l := level{points: append([]float64(nil), old[:min(len(old), n*h.width)]...)}
		if n%2 == 1 {
			l.half = append([]float64(nil), old[(n-1)*h.width:n*h.width]...)
		}
		kept.levels = append(kept.levels, l)
	}
	kept.first = append(kept.first, h.first[:min(len(h.first), int(min(from+1, pathRows))*h.path)]...)
	*h = kept
	return from
}

// clone shares no memory with h.
func (h *history) clone() history {
	out := *h
	out.levels = nil
	for _, l := range h.levels {
		out.levels = append(out.levels, level{append([]float64(nil), l.points...), append([]float64(nil), l.half...)})
		if l.half == nil {
			out.levels[len(out.levels)-1].half = nil
		}
	}
	out.first = append([]float32(nil), h.first...)
	return out
}

// trace is the history up to a step, as snapshots carry it: the columns that are shown.
func (h *history) trace(step uint64, columns []Column) wire.Trace {
	k := depth(step)
	n := int(min(step, h.count) >> k)
	t := wire.Trace{Stride: 1 << k}
	for i, c := range columns {
		if c.Role == Guard {
			continue
		}
		values := make([]float32, n)
		for j := range values {
			values[j] = float32(h.levels[k].points[j*h.width+i])
		}
		t.Columns = append(t.Columns, wire.Column{Key: c.Key, Values: values})
	}
	return t
}

// path is the last part of a trajectory, as far as the run has gone without a jump.
type path struct {
	width int
	from  uint64 // the step of the first row
	rows  []float32
}

// push takes the point after the last.
func (p *path) push(at []float32) {
	if len(p.rows) >= 2*pathRows*p.width {
		p.rows = append(p.rows[:0], p.rows[pathRows*p.width:]...)
		p.from += pathRows
	}
	p.rows = append(p.rows, at...)
}

// trajectory is the first points of a path and its last up to a step, row by row, with NaNs for those between.
func (h *history) trajectory(last path, step uint64) wire.Array {
	w := h.path
	n := int(min(step+1, pathRows))
	rows := append([]float32(nil), h.first[:n*w]...)
	if step >= pathRows {
		from := max(uint64(pathRows), step+1-min(step+1, pathRows))
		if from > pathRows {
			for range w {
				rows = append(rows, float32(math.NaN()))
			}
		}
		rows = append(rows, last.rows[int(from-last.from)*w:int(step+1-last.from)*w]...)
	}
	return wire.Floats(probe.Trajectory, rows, len(rows)/w, w)
}
