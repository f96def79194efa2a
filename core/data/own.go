package data

import "ganvas/core/imageset"

// Own is the source of a reader's own data as it is kept: a set of images as imageset.Set.Bytes writes it, or points as CSV reads them.
func Own(b []byte) (Source, error) {
	if !imageset.Is(b) {
		return CSV(b)
	}
	s, err := imageset.Parse(b)
	if err != nil {
		return nil, err
	}
	return NewGiven(s), nil
}
