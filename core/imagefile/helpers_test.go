package imagefile

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// file is bytes as somebody brings them.
func file(name string, b []byte) File {
	return File{Name: name, Size: int64(len(b)), Bytes: bytes.NewReader(b)}
}

// fixture is a file of testdata, all of which NumPy 1.24 and Pillow 9.4 wrote.
func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// idxOf is an IDX file of bytes: its axes and what follows.
func idxOf(body []byte, axes ...uint32) []byte {
	b := []byte{0, 0, 8, byte(len(axes))}
	for _, a := range axes {
		b = binary.BigEndian.AppendUint32(b, a)
	}
	return append(b, body...)
}

// upTo is the bytes 0, 1, 2, ...
func upTo(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i)
	}
	return b
}

func gzipped(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

// zipped is a ZIP archive of names and what is under them, in turn.
func zipped(pairs ...any) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(pairs); i += 2 {
		f, _ := w.Create(pairs[i].(string))
		f.Write(pairs[i+1].([]byte))
	}
	w.Close()
	return out.Bytes()
}

// pngOf is a picture whose pixels are f's.
func pngOf(w, h int, f func(x, y int) uint8) []byte {
	m := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetGray(x, y, color.Gray{Y: f(x, y)})
		}
	}
	var out bytes.Buffer
	png.Encode(&out, m)
	return out.Bytes()
}

// cifarOf is a batch of records of these labels; each byte of record i's red is i, of its green 100+i and of its blue 200+i.
func cifarOf(labels ...byte) []byte {
	var b []byte
	for i, l := range labels {
		b = append(b, l)
		for c := range 3 {
			b = append(b, bytes.Repeat([]byte{byte(100*c + i)}, 1024)...)
		}
	}
	return b
}

// reader opens the file as a leaf is opened.
func (f File) reader() (io.Reader, error) { return io.NewSectionReader(f.Bytes, 0, f.Size), nil }
