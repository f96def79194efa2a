package imagefile

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// formats are the kinds of files by how they begin, and what reads them. The first that fits is it.
var formats = []struct {
	is   func(leaf) bool
	read func(*reading, leaf) error
}{
	{begins("\x89PNG\r\n\x1a\n"), (*reading).picture},
	{begins("\xff\xd8\xff"), (*reading).picture},
	{begins("\x93NUMPY"), (*reading).npy},
	{isIDX, (*reading).idx},
	{isCIFAR, (*reading).cifar},
	{isClassNames, (*reading).classNames},
	{isText, (*reading).text},
}

// allowed is what is read, in words.
const allowed = "images as IDX, CIFAR-10's .bin, NPY, NPZ, CSV with a column for each pixel, PNG or JPEG, each also in gzip or ZIP"

// foreign are the beginnings of files that people bring and that are not read, and what to do instead.
var foreign = []struct{ begin, name, instead string }{
	{"GIF8", "a GIF picture", "PNG or JPEG"},
	{"RIFF", "a WebP picture or another RIFF file", "PNG or JPEG"},
	{"BM", "a BMP picture", "PNG or JPEG"},
	{"\x1f\x8b", "a gzip archive in an archive", "one archive around files"},
	{"PK\x03\x04", "a ZIP archive in an archive", "one archive around files"},
	{"BZh", "a bzip2 archive", "what is in it, unpacked"},
	{"\xfd7zXZ\x00", "an xz archive", "what is in it, unpacked"},
	{"7z\xbc\xaf", "a 7-Zip archive", "what is in it, unpacked"},
	{"\x28\xb5\x2f\xfd", "a Zstandard archive", "what is in it, unpacked"},
	{"\x89HDF\r\n\x1a\n", "an HDF5 file", "its arrays, saved by numpy.savez"},
	{"MATLAB 5.0", "a MATLAB file", "its arrays, saved by numpy.savez after scipy.io.loadmat"},
	{"PAR1", "a Parquet file", "its images as PNG"},
	{"\x80\x02", "a Python pickle", "CIFAR-10's binary version, or arrays saved by numpy.savez"},
	{"\x80\x03", "a Python pickle", "CIFAR-10's binary version, or arrays saved by numpy.savez"},
	{"\x80\x04", "a Python pickle", "arrays saved by numpy.savez"}, {"\x80\x05", "a Python pickle", "arrays saved by numpy.savez"},
}

func begins(magic string) func(leaf) bool {
	return func(l leaf) bool { return bytes.HasPrefix(l.head, []byte(magic)) }
}

// open finds out what each file is, and reads what says how many images of which shape there are.
func (r *reading) open(files []File) error {
	list, err := leaves(files)
	if err != nil {
		return err
	}
	slices.SortFunc(list, func(a, b leaf) int { return strings.Compare(a.name, b.name) })
	for _, l := range list {
		if err := r.one(l); err != nil {
			return err
		}
	}
	if err := r.openPictures(); err != nil {
		return err
	}
	if len(r.parts) == 0 {
		if r.first != nil {
			return r.first
		}
		if len(r.labels) > 0 {
			return refuse(r.labels[0].name, "the file of images beside it", "labels alone")
		}
		return refuse("", allowed, "no files of images")
	}
	if r.skipped > 0 {
		r.note("%d files are no images and left out: the first, because %s.", r.skipped, r.first)
	}
	return nil
}

// one opens a leaf. What is not recognised is left out, where others are.
func (r *reading) one(l leaf) error {
	for _, f := range formats {
		if f.is(l) {
			return f.read(r, l)
		}
	}
	r.skipped++
	if r.first == nil {
		r.first = unknown(l)
	}
	return nil
}

// unknown says why a leaf is not read.
func unknown(l leaf) error {
	if len(l.head) == 0 {
		return refuse(l.name, allowed, "no bytes")
	}
	for _, f := range foreign {
		if begins(f.begin)(l) {
			return refuse(l.name, f.instead, "%s", f.name)
		}
	}
	return refuse(l.name, allowed, "what is none of the known formats")
}

func (r *reading) note(format string, args ...any) {
	r.notes = append(r.notes, fmt.Sprintf(format, args...))
}
