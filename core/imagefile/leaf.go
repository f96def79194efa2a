package imagefile

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"path"
	"strings"
)

// leaf is a file that is no archive, wherever it came from. It can be opened more than once: first to be looked at, then to be read.
type leaf struct {
	name string
	head []byte // its first bytes
	size int64  // in bytes, -1 where only reading it tells
	open func() (io.Reader, error)
}

// sniffed is how many bytes of a file are looked at to say what it is.
const sniffed = 512

// maxRatio is how many bytes one packed byte may become. MNIST, mostly black, is packed six times, a set of few drawings thirty times; what is packed
// two hundred times is zeros, and may go on for ever.
const (
	maxRatio = 200
	slack    = 1 << 20 // bytes, before the ratio counts
)

// leaves walks into archives: gzip, ZIP, and gzip in ZIP. Nothing else is nested.
func leaves(files []File) ([]leaf, error) {
	var out []leaf
	for _, f := range files {
		section := func() (io.Reader, error) { return io.NewSectionReader(f.Bytes, 0, f.Size), nil }
		l, err := look(leaf{name: f.Name, size: f.Size, open: section})
		if err != nil {
			return nil, err
		}
		if bytes.HasPrefix(l.head, []byte("PK\x03\x04")) {
			in, err := unzip(f)
			if err != nil {
				return nil, err
			}
			out = append(out, in...)
			continue
		}
		if l, err = gunzip(l, f.Size); err != nil {
			return nil, err
		}
		out = append(out, l)
		if len(out) > maxFiles {
			break
		}
	}
	if len(out) > maxFiles {
		return nil, refuse("", fmt.Sprintf("at most %d", maxFiles), "more than %d files", maxFiles)
	}
	return out, nil
}

// look reads a leaf's first bytes.
func look(l leaf) (leaf, error) {
	r, err := l.open()
	if err != nil {
		return l, err
	}
	l.head = make([]byte, sniffed)
	n, err := io.ReadFull(r, l.head)
	l.head = l.head[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return l, broken(l.name, "a file that can be read", err)
	}
	return l, nil
}

// gunzip is what is in a leaf, if it is gzip, packed in so many bytes.
func gunzip(l leaf, packed int64) (leaf, error) {
	if !bytes.HasPrefix(l.head, []byte("\x1f\x8b")) {
		return l, nil
	}
	outer := l
	l.name, l.size = strings.TrimSuffix(l.name, ".gz"), -1
	l.open = func() (io.Reader, error) {
		r, err := outer.open()
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(bufio.NewReaderSize(r, 1<<16))
		if err != nil {
			return nil, broken(outer.name, "a gzip archive", err)
		}
		return &guarded{r: z, name: outer.name, most: limit(packed)}, nil
	}
	return look(l)
}

// unzip is the leaves in a ZIP archive.
func unzip(f File) ([]leaf, error) {
	z, err := zip.NewReader(f.Bytes, f.Size)
	if err != nil {
		return nil, broken(f.Name, "a ZIP archive", err)
	}
	if len(z.File) > maxFiles {
		return nil, refuse(f.Name, fmt.Sprintf("at most %d", maxFiles), "%d files in it", len(z.File))
	}
	var out []leaf
	for _, in := range z.File {
		if in.FileInfo().IsDir() || hidden(in.Name) {
			continue
		}
		packed := min(int64(in.CompressedSize64&(1<<62-1)), f.Size)
		l := leaf{name: in.Name, size: int64(in.UncompressedSize64 & (1<<62 - 1)), open: func() (io.Reader, error) {
			r, err := in.Open()
			if err != nil {
				return nil, broken(in.Name, "a file in a ZIP archive", err)
			}
			return &guarded{r: r, name: in.Name, most: limit(packed)}, nil
		}}
		if l, err = look(l); err != nil {
			return nil, err
		}
		if l, err = gunzip(l, packed); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// hidden says whether a system wrote the file for itself.
func hidden(name string) bool {
	return strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/")
}

// limit is how many bytes so many packed ones may become.
func limit(packed int64) int64 { return min(maxLeaf, slack+maxRatio*packed) }

// guarded is an unpacked file that ends in an error where it grows beyond belief.
type guarded struct {
	r    io.Reader
	name string
	most int64
}

// Read implements io.Reader.
func (g *guarded) Read(b []byte) (int, error) {
	n, err := g.r.Read(b)
	if g.most -= int64(n); g.most < 0 {
		return 0, refuse(g.name, fmt.Sprintf("archives of images, of which a byte becomes at most %d and all at most %d MB", maxRatio, maxLeaf>>20), "far more in it than its size bears out")
	}
	return n, err
}
