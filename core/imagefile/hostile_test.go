package imagefile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"
	"time"
)

// hostile is a file that is not what it says.
type hostile struct {
	name  string
	files []File
}

// cost is how many bytes Read may allocate, all together, to find out that files are no set: buffers, decoders, and four bytes for each that is
// brought.
func cost(brought int64) uint64 { return 16<<20 + 4*uint64(brought) }

// hostiles are files of every format, each spoilt in one way.
func hostiles(t testing.TB) (out []hostile) {
	add := func(name string, files ...File) { out = append(out, hostile{name, files}) }
	cut := func(name string, whole []byte, most int) {
		for _, n := range []int{0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 20, 33, 64, 128, len(whole) / 2, len(whole) - 9, len(whole) - 2, len(whole) - 1} {
			if n >= 0 && n < len(whole) && n <= most {
				add(fmt.Sprintf("%s cut to %d bytes", name, n), file(name, whole[:n]))
			}
		}
	}
	images := idxOf(upTo(64), 4, 4, 4)
	labels := file("labels", idxOf([]byte{0, 1, 0, 1}, 4))
	cut("images.idx", images, len(images))
	cut("images.idx.gz", gzipped(images), 1<<30)
	cut("u1.npy", fixture(t, "u1.npy"), 1<<30)
	cut("mnist.npz", fixture(t, "keras.npz"), 1<<30)
	cut("batch.bin", cifarOf(1, 2), 1<<30)
	cut("sheet.png", pngOf(64, 64, func(x, y int) uint8 { return uint8(x * y) }), 1<<30)
	cut("grey.jpg", fixture(t, "grey.jpg"), 300)
	for axis := range 3 {
		for _, v := range []uint32{0, 5, 257, 1 << 16, 1<<22 + 1, 1<<31 - 1, 1 << 31, 1<<32 - 1} {
			b := bytes.Clone(images)
			binary.BigEndian.PutUint32(b[4+4*axis:], v)
			add(fmt.Sprintf("IDX whose axis %d says %d", axis, v), file("images", b), labels)
			add(fmt.Sprintf("packed IDX whose axis %d says %d", axis, v), file("images.gz", gzipped(b)), labels)
		}
	}
	for _, kind := range []byte{0, 7, 0x0a, 0x0c, 0x0d, 0x0e, 0xff} {
		b := bytes.Clone(images)
		b[2] = kind
		add(fmt.Sprintf("IDX of type %#x", kind), file("images", b))
	}
	for _, axes := range []byte{0, 2, 4, 5, 255} {
		b := bytes.Clone(images)
		b[3] = axes
		add(fmt.Sprintf("IDX of %d axes", axes), file("images", b))
	}
	add("two GB by an IDX header", file("images", idxOf(upTo(100), 1<<15, 256, 256)))
	add("more than it says", file("images", append(bytes.Clone(images), 0)))
	add("labels alone", labels)
	add("labels that are too many", file("images", images), file("labels", idxOf(make([]byte, 5), 5)))
	add("labels twice", file("images", images), labels, labels)
	add("a label of 256", file("images", images), file("l.npy", npyOf("<i2", "(4,)", []byte{0, 1, 0, 0, 0, 0, 0, 0})))
	add("a label of -1", file("images", images), file("l.npy", npyOf("|i1", "(4,)", []byte{255, 0, 0, 0})))
	add("a label of a half", file("images", images), file("l.npy", npyOf("<f4", "(4,)", []byte{0, 0, 0, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})))
	add("labels for some", file("a-images", images), file("a-labels", idxOf(make([]byte, 4), 4)), file("b", idxOf(upTo(48), 3, 4, 4)))
	add("two shapes", file("a", images), file("b", idxOf(upTo(50), 2, 5, 5)))
	add("one image", file("images", idxOf(upTo(16), 1, 4, 4)))
	add("axes that are no image's", file("a.npy", npyOf("|u1", "(2, 4, 4, 2)", upTo(64))))
	add("rows of no square", file("a.npy", npyOf("|u1", "(2, 15)", upTo(30))))
	add("a class of 10 in CIFAR", file("batch.bin", cifarOf(1, 10)))
	add("a class of 255 in packed CIFAR", file("batch.bin.gz", gzipped(cifarOf(1, 255))))
	add("a batch that is packed and cut", file("batch.bin.gz", gzipped(cifarOf(1, 2)[:5000])))
	for _, c := range []struct{ kind, shape string }{
		{"<f4", "(-1, 4)"}, {"<f4", "(2,"}, {"<f4", "()"}, {"<f4", "(0, 4)"}, {"<f4", "(99999999999999999999, 4)"}, {"<f4", "(2147483647, 2147483647)"},
		{"<f4", "(4194304, 256, 256)"}, {"<f4", "(2, 4, 4, 1, 1)"}, {"<f4", "(3000, 1000)"}, {"<c8", "(2, 4)"}, {"|S8", "(2, 4)"}, {"|V4", "(2, 4)"}, {"<f2", "(2, 4)"}, {"<M8", "(2, 4)"},
		{"", "(2, 4)"}, {"|u1", "(2, 4)"}, {"|u1", "(5, 4)"}, {"|u1", "(536870913, 1, 1)"}, {"<U3", "(1,)"},
	} {
		add(fmt.Sprintf("NPY of %s %s", c.kind, c.shape), file("a.npy", npyOf(c.kind, c.shape, upTo(16))))
	}
	add("NPY of NaN", file("a.npy", npyOf("<f4", "(1, 4)", []byte{0, 0, 0xc0, 0x7f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})))
	add("NPY of infinity", file("a.npy", npyOf("<f4", "(1, 4)", []byte{0, 0, 0x80, 0x7f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})))
	add("NPY of one number", file("a.npy", npyOf("<f4", "(1, 4)", make([]byte, 16))))
	add("NPY of objects", file("a.npy", fixture(t, "object.npy")))
	add("NPY in Fortran's order", file("a.npy", fixture(t, "fortran.npy")))
	long := append([]byte("\x93NUMPY\x02\x00\xff\xff\xff\x7f"), make([]byte, 100)...)
	add("NPY whose header says two GB", file("a.npy", long))
	add("NPY without a header", file("a.npy", []byte("\x93NUMPY\x01\x00\x00\x00")))
	out = append(out, hostileTexts()...)
	out = append(out, hostileArchives(t)...)
	return append(out, hostilePictures(t)...)
}

// npyOf is an array as numpy.save has it, whatever it is said to be.
func npyOf(kind, shape string, body []byte) []byte {
	header := fmt.Sprintf("{'descr': '%s', 'fortran_order': False, 'shape': %s, }", kind, shape)
	b := append([]byte("\x93NUMPY\x01\x00"), byte(len(header)), byte(len(header)>>8))
	return append(append(b, header...), body...)
}

func hostileTexts() (out []hostile) {
	row := func(n int, cell string) string { return strings.TrimSuffix(strings.Repeat(cell+",", n), ",") + "\n" }
	for name, text := range map[string]string{
		"two columns":          "1,2\n3,4\n",
		"a header alone":       "label," + row(16, "p"),
		"one line":             row(16, "7") + "\n",
		"a short line":         row(784, "1") + row(783, "1"),
		"a long line":          row(784, "1") + row(785, "1"),
		"a word for a pixel":   "0," + row(784, "1") + "1,x," + row(783, "1"),
		"nothing for a pixel":  "0," + row(784, "1") + "1,," + row(783, "1"),
		"not a number":         row(784, "1") + "NaN," + row(783, "1") + row(784, "0"),
		"infinity":             row(784, "1") + "1," + row(782, "1e999") + "3\n",
		"one colour":           row(784, "3") + row(784, "3"),
		"no square":            row(700, "3") + row(700, "4"),
		"a line of 2 MB":       row(1<<20, "1"),
		"two thousand columns": row(2000, "1"),
		"a page":               "<!DOCTYPE html><html></html>",
		"JSON":                 `{"images": [[1, 2], [3, 4]]}`,
		"prose":                "Images of digits.\nBy many people.\n",
		"sentences":            strings.Repeat("word ", 25) + "word\nand more\n",
		"zero bytes":           "1,2\x003,4",
		"spaces":               "   \n\n  ",
	} {
		out = append(out, hostile{"text: " + name, []File{file("a.csv", []byte(text))}}, hostile{"packed text: " + name, []File{file("a.csv.gz", gzipped([]byte(text)))}})
	}
	many := []byte{}
	for i := range 300 {
		many = fmt.Appendf(many, "class %d,%s", i, row(16, fmt.Sprint(i%200)))
	}
	return append(out, hostile{"text: 300 classes", []File{file("a.csv", many)}})
}

// zeros are so many zero bytes in the densest gzip.
func zeros(n int) []byte {
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestCompression)
	block := make([]byte, 1<<20)
	sum := uint32(0)
	for left := n; left > 0; left -= len(block) {
		b := block[:min(left, len(block))]
		w.Write(b)
		sum = crc32.Update(sum, crc32.IEEETable, b)
	}
	w.Close()
	b := append([]byte("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"), out.Bytes()...)
	b = binary.LittleEndian.AppendUint32(b, sum)
	return binary.LittleEndian.AppendUint32(b, uint32(n))
}

func hostileArchives(t testing.TB) (out []hostile) {
	add := func(name string, f File) { out = append(out, hostile{name, []File{f}}) }
	bomb := zeros(256 << 20)
	add("a gzip bomb", file("a.gz", bomb))
	add("a gzip bomb for CIFAR", file("a.bin.gz", bomb))
	add("a gzip bomb in a gzip", file("a.gz", gzipped(bomb)))
	add("a gzip bomb in a ZIP", file("a.zip", zipped("a.bin.gz", bomb)))
	add("a ZIP in a ZIP", file("a.zip", zipped("b.zip", zipped("c", upTo(9)))))
	add("a ZIP in a gzip", file("a.gz", gzipped(zipped("c", upTo(9)))))
	// A header of as many images as one may have, and zeros that never end.
	header := idxOf(nil, 1<<13, 256, 256)
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	f, _ := w.Create("images")
	f.Write(header)
	block := make([]byte, 1<<20)
	for range 64 {
		f.Write(block)
	}
	w.Close()
	add("a ZIP bomb", file("a.zip", packed.Bytes()))
	add("a ZIP bomb of text", file("a.zip", zipped("a.csv", bytes.Repeat([]byte("1,"), 32<<20))))
	add("an empty ZIP", file("a.zip", zipped()))
	add("a ZIP of folders", file("a.zip", zipped("a/", []byte{}, "b/", []byte{})))
	whole := zipped("images", idxOf(upTo(64), 4, 4, 4))
	for i := range whole {
		if i%9 == 0 {
			b := bytes.Clone(whole)
			b[i] ^= 0xff
			if _, err := Read([]File{file("a.zip", b)}, Options{}); err != nil { // some bytes, as of a date, say nothing
				add(fmt.Sprintf("a ZIP whose byte %d is turned", i), file("a.zip", b))
			}
		}
	}
	sums := gzipped(idxOf(upTo(64), 4, 4, 4))
	sums[len(sums)-5] ^= 1
	add("a gzip whose sum is wrong", file("a.gz", sums))
	for _, f := range foreign {
		add("what begins as "+f.name, file("a", append([]byte(f.begin), make([]byte, 40)...)))
	}
	return out
}

func hostilePictures(t testing.TB) (out []hostile) {
	good := pngOf(8, 8, func(x, y int) uint8 { return uint8(x * y) })
	add := func(name string, b []byte) {
		out = append(out, hostile{name, []File{file("a.png", b)}}, hostile{name + ", among others", []File{file("a.png", b), file("b.png", good)}})
	}
	add("a picture of text", []byte("\x89PNG\r\n\x1a\nno"))
	for _, size := range [][2]uint32{{0, 8}, {8, 0}, {1 << 31, 8}, {1<<31 - 1, 1<<31 - 1}, {60000, 60000}, {1 << 20, 1 << 20}} {
		b := bytes.Clone(good)
		binary.BigEndian.PutUint32(b[16:], size[0])
		binary.BigEndian.PutUint32(b[20:], size[1])
		binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
		add(fmt.Sprintf("a PNG that says %d by %d", size[0], size[1]), b)
	}
	for _, at := range []int{24, 25, 30, 45, len(good) - 20} {
		b := bytes.Clone(good)
		b[at] ^= 0x5a
		add(fmt.Sprintf("a PNG whose byte %d is turned", at), b)
	}
	jpeg := bytes.Clone(fixture(t, "grey.jpg"))
	at := bytes.Index(jpeg, []byte{0xff, 0xc0})
	jpeg[at+5], jpeg[at+6], jpeg[at+7], jpeg[at+8] = 0xff, 0xff, 0xff, 0xff
	add("a JPEG that says 65,535 by 65,535", jpeg)
	out = append(out, hostile{"a picture alone", []File{file("a.png", good)}}, hostile{"no files", nil},
		hostile{"a side of 1,000", []File{file("a.png", good), file("b.png", good)}})
	return out
}

// Each hostile file is refused by an error that names what is wrong and what is allowed, and costs no more memory than its own bytes warrant.
func TestHostile(t *testing.T) {
	list := hostiles(t)
	if len(list) < 200 {
		t.Errorf("%d hostile files; 200 are promised", len(list))
	}
	slowest, which := time.Duration(0), ""
	for _, h := range list {
		o := Options{}
		if h.name == "a side of 1,000" {
			o.Side = 1000
		}
		var brought int64
		for _, f := range h.files {
			brought += f.Size
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err := Read(h.files, o)
		if d := time.Since(start); d > slowest {
			slowest, which = d, h.name
		}
		runtime.ReadMemStats(&after)
		var e *Error
		if !errors.As(err, &e) || e.Value == "" || e.Allowed == "" || len(err.Error()) > 500 {
			t.Errorf("%s: the error is %v", h.name, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > cost(brought) {
			t.Errorf("%s: %d bytes cost %d", h.name, brought, used)
		}
	}
	t.Logf("%d files; the slowest, %s, took %v", len(list), which, slowest)
}

func FuzzRead(f *testing.F) {
	for _, c := range reads(f) {
		for _, file := range c.files {
			add(f, file)
		}
	}
	for _, h := range hostiles(f) {
		for _, file := range h.files {
			add(f, file)
		}
	}
	names := []string{"a", "a.bin", "a.csv", "batches.meta.txt"}
	f.Fuzz(func(t *testing.T, name uint8, b []byte) {
		r, err := Read([]File{file(names[int(name)%len(names)], b)}, Options{})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Value == "" || e.Allowed == "" {
				t.Fatalf("the error %v", err)
			}
			return
		}
		if err := r.Set.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// add gives the fuzzer a file, unless that is large.
func add(f *testing.F, g File) {
	if g.Size < 1<<14 {
		b := make([]byte, g.Size)
		g.Bytes.ReadAt(b, 0)
		name := uint8(0)
		if strings.Contains(g.Name, ".bin") {
			name = 1
		}
		f.Add(name, b)
	}
}
