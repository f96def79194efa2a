// Package imagefile reads the sets of images that people have: IDX (MNIST and its kin), CIFAR-10's binary batches, NPY and NPZ, text with a column
// for each pixel (Kaggle's MNIST), pictures in PNG and JPEG, one image each or a sheet of many; plain, or in gzip or ZIP.
//
// Read takes all files of a set at once, in any order, and finds by their first bytes what each is; labels go to the images that are as many. A set
// of any length is read in bounded memory: of more images than imageset.MaxBytes holds, a seeded sample is kept, and what a file says of itself is
// believed only as far as its bytes bear it out.
//
// Pictures are decoded here and not by the browser: browsers differ in colour profiles, alpha and the rounding of JPEG's cosines, and one file must
// be one set of bytes everywhere. The price, Go's decoders, is paid by the program that reads files and nobody else.
package imagefile

import (
	"io"

	"ganvas/core/imageset"
)

// File is a file that somebody brought.
type File struct {
	Name  string // with the folders that are known: "cats/001.png"
	Size  int64
	Bytes io.ReaderAt
}

// Options say what would otherwise be found by looking. The zero value leaves all open.
type Options struct {
	Tile     [2]int                  // the height and width of the images of a sheet
	Side     int                     // of the square that pictures are brought to; 0 keeps those that are alike and small
	Seed     uint32                  // of the sample
	Progress func(done, total int64) // called now and then, in images; nil for none
}

// Result is a set and what is to be said of how it was read.
type Result struct {
	Set   *imageset.Set
	Notes []string // whole sentences
}

// The limits of what is read.
const (
	maxLeaf   = 512 << 20 // bytes of one file, unpacked
	maxFiles  = 200_000
	maxImages = 4 << 20 // in all files together
)

// Read reads a set from all its files. The error is an *Error.
func Read(files []File, o Options) (*Result, error) {
	r := &reading{options: o}
	if err := r.open(files); err != nil {
		return nil, err
	}
	shape, total, err := r.sum()
	if err != nil {
		return nil, err
	}
	if err := r.join(); err != nil {
		return nil, err
	}
	set, err := r.collect(shape, total)
	if err != nil {
		return nil, err
	}
	return &Result{Set: set, Notes: r.notes}, nil
}

// reading is one call of Read.
type reading struct {
	options  Options
	pictures []leaf // PNG and JPEG
	parts    []part
	labels   []labels
	names    []string // of classes, where a file lists them
	notes    []string
	skipped  int
	first    error // of the files that are skipped
}

// part is what one file has of images.
type part struct {
	name      string
	count     int
	shape     imageset.Shape
	low, high float64  // of the file's values
	classes   []string // where the file says by itself
	label     []int    // of each image; nil where others say
	// each reads the images in order, until one call fails; the bytes are good until the next. Where label is nil, a file that has labels among
	// its pixels gives them here, and -1 otherwise.
	each    func(take func(pixels []uint8, label int) error) error
	labeled bool // each gives labels
}

// labels is a file of nothing else.
type labels struct {
	name string
	of   []int
	used bool
}
