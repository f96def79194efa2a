package imagefile

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

// array is numbers of one type in a file, as IDX and NPY have them: the last axis varies fastest.
type array struct {
	leaf
	shape []int
	kind  element
	skip  int64 // bytes before the first
	as    string
}

// element is how a number is written.
type element struct {
	size int
	read func([]byte) float64
}

// elements finds a type of numbers by NumPy's name for it.
func elements(name string, order binary.ByteOrder) (element, bool) {
	switch name {
	case "u1", "b1":
		return element{1, func(b []byte) float64 { return float64(b[0]) }}, true
	case "i1":
		return element{1, func(b []byte) float64 { return float64(int8(b[0])) }}, true
	case "u2":
		return element{2, func(b []byte) float64 { return float64(order.Uint16(b)) }}, true
	case "i2":
		return element{2, func(b []byte) float64 { return float64(int16(order.Uint16(b))) }}, true
	case "u4":
		return element{4, func(b []byte) float64 { return float64(order.Uint32(b)) }}, true
	case "i4":
		return element{4, func(b []byte) float64 { return float64(int32(order.Uint32(b))) }}, true
	case "u8":
		return element{8, func(b []byte) float64 { return float64(order.Uint64(b)) }}, true
	case "i8":
		return element{8, func(b []byte) float64 { return float64(int64(order.Uint64(b))) }}, true
	case "f4":
		return element{4, func(b []byte) float64 { return float64(math.Float32frombits(order.Uint32(b))) }}, true
	case "f8":
		return element{8, func(b []byte) float64 { return math.Float64frombits(order.Uint64(b)) }}, true
	}
	return element{}, false
}

// add takes an array for what its shape says: labels where it has one axis, or a second of one; else images, of which the first axis counts.
func (r *reading) add(a array) error {
	if len(a.shape) == 0 || len(a.shape) > 4 {
		return refuse(a.name, "1 axis of labels, or 2 to 4 of images", "%d axes", len(a.shape))
	}
	for _, d := range a.shape {
		if d < 1 || d > 1<<31-1 {
			return refuse(a.name, "axes of 1 or more", "an axis of %d", d)
		}
	}
	if a.shape[0] > maxImages {
		return refuse(a.name, fmt.Sprintf("at most %d", maxImages), "%d images or labels", a.shape[0])
	}
	if len(a.shape) == 1 || len(a.shape) == 2 && a.shape[1] == 1 {
		return r.addLabels(a)
	}
	shape, planar, err := imageShape(a.name, a.shape[1:])
	if err != nil {
		return err
	}
	if err := a.fits(a.shape[0] * shape.Size()); err != nil {
		return err
	}
	p := part{name: a.name, count: a.shape[0], shape: shape}
	s, err := scaleOf(a.name, func(take func(float64) error) error { return a.each(p.count*shape.Size(), take) }, a.isByte())
	if err != nil {
		return err
	}
	p.low, p.high, p.each = s.low, s.high, func(take func([]uint8, int) error) error { return a.images(p, s, planar, take) }
	r.parts = append(r.parts, p)
	return nil
}

// isByte says whether the numbers are bytes as they are.
func (a *array) isByte() bool { return a.kind.size == 1 && a.kind.read([]byte{255}) == 255 }

// fits holds a count of numbers against the file's length, where that is known, and against all that is read.
func (a *array) fits(count int) error {
	bytes := int64(count)*int64(a.kind.size) + a.skip
	if bytes > maxLeaf {
		return refuse(a.name, fmt.Sprintf("at most %d MB", maxLeaf>>20), "%d MB by what it says of itself", bytes>>20)
	}
	if a.size >= 0 && a.size != bytes {
		return refuse(a.name, fmt.Sprintf("the %d bytes that its beginning speaks of", bytes), "%d bytes", a.size)
	}
	return nil
}

// reader is the file from the first number on.
func (a *array) reader() (*bufio.Reader, error) {
	r, err := a.open()
	if err != nil {
		return nil, err
	}
	b := bufio.NewReaderSize(r, 1<<16)
	if _, err := io.CopyN(io.Discard, b, a.skip); err != nil {
		return nil, broken(a.name, a.as, err)
	}
	return b, nil
}

// each reads so many numbers, which are all.
func (a *array) each(count int, take func(float64) error) error {
	r, err := a.reader()
	if err != nil {
		return err
	}
	b := make([]byte, a.kind.size)
	for range count {
		if _, err := io.ReadFull(r, b); err != nil {
			return broken(a.name, a.as, err)
		}
		if err := take(a.kind.read(b)); err != nil {
			return err
		}
	}
	return a.end(r)
}

// end holds a file to its end.
func (a *array) end(r *bufio.Reader) error {
	switch _, err := r.ReadByte(); err {
	case io.EOF:
		return nil
	case nil:
		return refuse(a.name, "as many as its beginning speaks of", "more bytes than it says")
	default:
		return broken(a.name, a.as, err)
	}
}

// images reads the images of a part.
func (a *array) images(p part, s scale, planar bool, take func([]uint8, int) error) error {
	r, err := a.reader()
	if err != nil {
		return err
	}
	raw, pixels := make([]byte, p.shape.Size()*a.kind.size), make([]uint8, p.shape.Size())
	turned := make([]uint8, len(pixels))
	for range p.count {
		if _, err := io.ReadFull(r, raw); err != nil {
			return broken(a.name, a.as, err)
		}
		out := raw
		if !a.isByte() {
			for i := range pixels {
				pixels[i] = s.byte(a.kind.read(raw[i*a.kind.size:]))
			}
			out = pixels
		}
		if planar {
			interleave(turned, out, p.shape)
			out = turned
		}
		if err := take(out, -1); err != nil {
			return err
		}
	}
	return a.end(r)
}
