package imagefile

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"ganvas/core/imageset"
	"ganvas/core/random"
)

// collect reads all parts into a set: all images, or a sample of as many as fit, each equally likely and in their order (Knuth, The Art of Computer
// Programming 2, 3.4.2, algorithm S).
func (r *reading) collect(shape imageset.Shape, total int) (*imageset.Set, error) {
	size := shape.Size()
	keep := min(total, imageset.MaxBytes/size)
	if keep < total {
		r.note("%d of %d images are kept, by chance: what fits in %d MB.", keep, total, imageset.MaxBytes>>20)
	}
	s := &imageset.Set{Shape: shape, Low: r.parts[0].low, High: r.parts[0].high, Total: total, Pixels: make([]uint8, 0, r.room(keep*size))}
	chance := random.New(r.options.Seed, "imagefile/sample")
	seen, most := 0, -1
	for _, p := range r.parts {
		i := 0
		err := p.each(func(pixels []uint8, label int) error {
			if p.label != nil {
				label = p.label[i]
			}
			i++
			if left := keep - len(s.Pixels)/size; left == total-seen || left > 0 && chance.IntN(total-seen) < left {
				s.Pixels = append(s.Pixels, pixels...)
				if label >= 0 {
					s.Labels, most = append(s.Labels, uint8(label)), max(most, label)
				}
			}
			if seen++; r.options.Progress != nil && seen%256 == 0 {
				r.options.Progress(int64(seen), int64(total))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if most >= 0 {
		s.Classes = r.classes(most)
	}
	s = grey(s)
	if err := s.Check(); err != nil {
		return nil, refuse("", "2 images or more of one shape", "%s", err.Error())
	}
	return s, nil
}

// room is how many bytes are taken at once: where a file only says that it has so many, memory grows as they come.
func (r *reading) room(bytes int) int {
	for _, p := range r.parts {
		if p.count > 1024 {
			return min(bytes, 1<<20)
		}
	}
	return bytes
}

// sum is the shape that all parts have, and how many images they have together.
func (r *reading) sum() (shape imageset.Shape, total int, err error) {
	shape = r.parts[0].shape
	for _, p := range r.parts {
		if p.shape != shape {
			return shape, 0, refuse(p.name, fmt.Sprintf("one shape: %s has %s", shown(r.parts[0].name), shape), "images of %s", p.shape)
		}
		if p.low != r.parts[0].low || p.high != r.parts[0].high {
			r.note("%s has values from %g to %g, and %s from %g to %g: each is stretched by itself.", shown(r.parts[0].name), r.parts[0].low, r.parts[0].high, shown(p.name), p.low, p.high)
		}
		total += p.count
	}
	if total > maxImages {
		return shape, 0, refuse("", fmt.Sprintf("at most %d", maxImages), "%d images", total)
	}
	return shape, total, nil
}

// grey is a set of one channel where three say the same.
func grey(s *imageset.Set) *imageset.Set {
	if s.Shape[2] != 3 {
		return s
	}
	for p := s.Pixels; len(p) >= 3; p = p[3:] {
		if p[0] != p[1] || p[1] != p[2] {
			return s
		}
	}
	pixels := make([]uint8, len(s.Pixels)/3)
	for i := range pixels {
		pixels[i] = s.Pixels[3*i]
	}
	s.Pixels, s.Shape[2] = pixels, 1
	return s
}

// stem is what a file's name says of its class: without folders, endings, and Quick, Draw!'s beginning.
func stem(name string) string {
	name = path.Base(name)
	name = strings.TrimSuffix(name, path.Ext(name))
	return strings.TrimPrefix(name, "full_numpy_bitmap_")
}

// distinct are the different ones of names, sorted.
func distinct(names []string) []string {
	names = slices.Clone(names)
	slices.Sort(names)
	return slices.Compact(names)
}
