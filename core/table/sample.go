package table

import (
	"math/bits"
	"slices"
)

// record is a row as it stands in the file.
type record struct {
	number int64  // among the file's records, from 0
	text   string // its cells with what stands between them
	line   int    // from 1
}

// sample keeps rows: all, or those of the smallest hashes, which is a uniform sample without replacement that needs no knowledge of how many
// rows there are.
type sample struct {
	rows   int // the most to keep
	seed   uint32
	kept   []record // in the file's order
	size   int      // bytes of kept
	limit  uint64   // rows with hashes above were dropped; 0 before any was
	offset int64    // the number of the next row
}

// hash is a row's place in the lottery: SplitMix64 (Steele, Lea and Flood, 2014).
func (s *sample) hash(number int64) uint64 {
	z := (uint64(s.seed)<<40 + uint64(number) + 1) * 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// add offers the next row. It copies the text if it keeps it.
func (s *sample) add(line int, text []byte) {
	number := s.offset
	s.offset++
	if s.limit > 0 && s.hash(number) >= s.limit {
		return
	}
	s.kept = append(s.kept, record{number, string(text), line})
	s.size += len(text)
	if len(s.kept) > s.rows+s.rows/2 || s.size > MaxText+MaxText/4 {
		s.trim()
	}
}

// trim drops rows until what is kept is within the limits.
func (s *sample) trim() {
	if len(s.kept) <= s.rows && s.size <= MaxText {
		return
	}
	hashes := make([]uint64, len(s.kept))
	for i, r := range s.kept {
		hashes[i] = s.hash(r.number)
	}
	s.keep(ranked(hashes, min(s.rows, len(hashes)-1)))
	for s.size > MaxText { // rows are of about one length, so once is mostly enough
		n := int(float64(len(s.kept)) * MaxText / float64(s.size) * .99)
		s.keep(ranked(hashes, n))
	}
}

// keep drops the rows whose hashes are not below the limit.
func (s *sample) keep(limit uint64) {
	s.limit, s.size = limit, 0
	s.kept = slices.DeleteFunc(s.kept, func(r record) bool { return s.hash(r.number) >= limit })
	for _, r := range s.kept {
		s.size += len(r.text)
	}
}

// ranked is the hash that n others are below. Hashes are uniform, so that of a few thousand equal parts of their range one holds it with few others,
// and only those are sorted.
func ranked(hashes []uint64, n int) uint64 {
	shift := max(0, bits.Len64(slices.Max(hashes))-12)
	var counts [1 << 12]int
	for _, h := range hashes {
		counts[h>>shift]++
	}
	part := uint64(0)
	for n >= counts[part] {
		n -= counts[part]
		part++
	}
	var few []uint64
	for _, h := range hashes {
		if h>>shift == part {
			few = append(few, h)
		}
	}
	slices.Sort(few)
	return few[n]
}
