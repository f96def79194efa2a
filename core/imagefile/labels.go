package imagefile

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"ganvas/core/imageset"
)

// addLabels reads an array of classes' numbers.
func (r *reading) addLabels(a array) error {
	if err := a.fits(a.shape[0]); err != nil {
		return err
	}
	l := labels{name: a.name}
	err := a.each(a.shape[0], func(v float64) error {
		if !(v >= 0 && v < imageset.MaxClasses) || v != math.Floor(v) {
			return refuse(a.name, fmt.Sprintf("whole numbers from 0 to %d", imageset.MaxClasses-1), "the label %v", v)
		}
		l.of = append(l.of, int(v))
		return nil
	})
	if err != nil {
		return err
	}
	r.labels = append(r.labels, l)
	return nil
}

// join gives each part its labels: its own, or those of the file that has as many, and of several such the one whose name begins most like the
// part's. Where nothing has labels, several files are a class each, as Quick, Draw! has them.
func (r *reading) join() error {
	with, without := 0, ""
	for i := range r.parts {
		p := &r.parts[i]
		if !p.labeled && p.label == nil {
			r.match(p)
		}
		if p.labeled || p.label != nil {
			with++
		} else if without == "" {
			without = p.name
		}
	}
	if with > 0 && without != "" {
		return refuse(without, "labels for all images or for none", "no labels, while others have some")
	}
	for _, l := range r.labels {
		if !l.used {
			return refuse(l.name, "a label for each image of one file", "%d labels, and no file has as many images", len(l.of))
		}
	}
	if with == 0 && len(r.parts) > 1 {
		r.byName()
	}
	return nil
}

func (r *reading) match(p *part) {
	best, common := -1, -1
	for k, l := range r.labels {
		if n := alike(l.name, p.name); !l.used && len(l.of) == p.count && n > common {
			best, common = k, n
		}
	}
	if best >= 0 {
		p.label, r.labels[best].used = r.labels[best].of, true
	}
}

// alike is how many bytes two names have in common, first and last: x_train.npy is y_train.npy's, as train-images is train-labels'.
func alike(a, b string) (n int) {
	least := min(len(a), len(b))
	for n < least && a[n] == b[n] {
		n++
	}
	for k := 0; k < least-n && a[len(a)-1-k] == b[len(b)-1-k]; k++ {
		n++
	}
	return n
}

// byName makes each part a class.
func (r *reading) byName() {
	r.names = nil
	for i := range r.parts {
		p := &r.parts[i]
		r.names = append(r.names, stem(p.name))
		p.label = slices.Repeat([]int{i}, p.count)
	}
	r.note("Each file is a class: no file has labels.")
}

// classes are the classes' names: as files list them, or numbers as far as they are used.
func (r *reading) classes(most int) []string {
	names := r.names
	for _, p := range r.parts {
		if names == nil {
			names = p.classes
		}
	}
	names = slices.Clone(names)
	for len(names) <= most {
		names = append(names, strconv.Itoa(len(names)))
	}
	return names
}
