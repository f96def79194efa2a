package app

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/imageset"
)

// DataShape is the shape of an example of a Spec's data, and how many classes they have; the reader's own points have none that are told.
func (m Model) DataShape(s experiment.Spec) (shape []int, classes int) {
	if e, ok := data.Find(s.Data); ok {
		return data.ShapeOf(e.Source), data.ClassesOf(e.Source)
	}
	if m.ownImages() {
		if set, err := imageset.Parse(m.CSV); err == nil {
			return set.Shape[:], max(1, len(set.Classes))
		}
	}
	return []int{2}, 0
}

// ownImages says whether the reader's own data are images.
func (m Model) ownImages() bool { return imageset.Is(m.CSV) }

// OwnImages is the set that the run learns from, as package imageset writes it, where that is the reader's own; else nil.
func (m Model) OwnImages() []byte {
	if m.Spec.Data == experiment.OwnData && m.ownImages() {
		return m.CSV
	}
	return nil
}
