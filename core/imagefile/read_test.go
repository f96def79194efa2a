package imagefile

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ganvas/core/imageset"
)

// reads are files and the sets that they are.
func reads(t testing.TB) []struct {
	name  string
	files []File
	want  imageset.Set
} {
	twelve := upTo(12)
	twenties := []uint8{0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220}
	elevenths := []uint8{0, 23, 46, 70, 93, 116, 139, 162, 185, 209, 232, 255} // 255 i/11, to the nearest
	kaggle := "label,pixel0,pixel1" + strings.Repeat(",p", 14) + "\n1,0,255" + strings.Repeat(",7", 14) + "\r\n0,9,8" + strings.Repeat(",7", 14) + "\n"
	sevens := bytes.Repeat([]byte{7}, 14)
	cifar := func(i byte) []uint8 { return bytes.Repeat([]byte{i, 100 + i, 200 + i}, 1024) }
	return []struct {
		name  string
		files []File
		want  imageset.Set
	}{
		{"idx, labels last", []File{file("a-images-idx3-ubyte", idxOf(twelve, 3, 2, 2)), file("a-labels-idx1-ubyte", idxOf([]byte{2, 0, 2}, 3))},
			imageset.Set{Shape: imageset.Shape{2, 2, 1}, Pixels: twelve, Labels: []uint8{2, 0, 2}, Classes: []string{"0", "1", "2"}, High: 255, Total: 3}},
		{"idx in gzip, labels first", []File{file("z-labels.gz", gzipped(idxOf([]byte{2, 0, 2}, 3))), file("a-images.gz", gzipped(idxOf(twelve, 3, 2, 2)))},
			imageset.Set{Shape: imageset.Shape{2, 2, 1}, Pixels: twelve, Labels: []uint8{2, 0, 2}, Classes: []string{"0", "1", "2"}, High: 255, Total: 3}},
		{"two pairs of as many", []File{file("t10k-labels", idxOf([]byte{0, 1}, 2)), file("train-images", idxOf(upTo(2), 2, 1, 1)),
			file("t10k-images", idxOf([]byte{9, 8}, 2, 1, 1)), file("train-labels", idxOf([]byte{1, 1}, 2))},
			imageset.Set{Shape: imageset.Shape{1, 1, 1}, Pixels: []uint8{9, 8, 0, 1}, Labels: []uint8{0, 1, 1, 1}, Classes: []string{"0", "1"}, High: 255, Total: 4}},
		{"cifar with names", []File{file("batches.meta.txt", []byte("kite\nowl\n")), file("data_batch_1.bin", cifarOf(1, 0))},
			imageset.Set{Shape: imageset.Shape{32, 32, 3}, Pixels: append(cifar(0), cifar(1)...), Labels: []uint8{1, 0}, Classes: []string{"kite", "owl"}, High: 255, Total: 2}},
		{"cifar in gzip", []File{file("test_batch.bin.gz", gzipped(cifarOf(9, 3)))},
			imageset.Set{Shape: imageset.Shape{32, 32, 3}, Pixels: append(cifar(0), cifar(1)...), Labels: []uint8{9, 3}, Classes: cifarClasses, High: 255, Total: 2}},
		{"npy", []File{file("u1.npy", fixture(t, "u1.npy"))}, imageset.Set{Shape: imageset.Shape{2, 2, 1}, Pixels: twenties, High: 255, Total: 3}},
		{"npy of rows of floats from 0 to 1", []File{file("f4.npy", fixture(t, "f4.npy"))}, imageset.Set{Shape: imageset.Shape{2, 2, 1}, Pixels: elevenths, High: 1, Total: 3}},
		{"npy, big-endian from -1 to 1", []File{file("f8.npy", fixture(t, "f8big.npy"))},
			imageset.Set{Shape: imageset.Shape{2, 2, 1}, Pixels: elevenths, Low: -1, High: 1, Total: 3}},
		{"npy, channels first", []File{file("p.npy", fixture(t, "planar.npy"))},
			imageset.Set{Shape: imageset.Shape{2, 2, 3}, Pixels: []uint8{0, 40, 80, 10, 50, 90, 20, 60, 100, 30, 70, 110, 120, 160, 200, 130, 170, 210, 140, 180, 220, 150, 190, 230}, High: 255, Total: 2}},
		{"npz of Keras", []File{file("mnist.npz", fixture(t, "keras.npz"))},
			imageset.Set{Shape: imageset.Shape{2, 2, 1}, Pixels: append(append([]uint8{}, twenties[:8]...), twenties...), Labels: []uint8{1, 1, 2, 0, 1}, Classes: []string{"0", "1", "2"}, High: 255, Total: 5}},
		{"quickdraw: a file a class", []File{file("full_numpy_bitmap_owl.npy", fixture(t, "u1.npy")), file("full_numpy_bitmap_cat.npy", fixture(t, "u1.npy"))},
			imageset.Set{Shape: imageset.Shape{2, 2, 1}, Pixels: append(append([]uint8{}, twenties...), twenties...), Labels: []uint8{0, 0, 0, 1, 1, 1}, Classes: []string{"cat", "owl"}, High: 255, Total: 6}},
		{"text as Kaggle has it", []File{file("train.csv", []byte(kaggle))},
			imageset.Set{Shape: imageset.Shape{4, 4, 1}, Pixels: append(append([]uint8{0, 255}, sevens...), append([]uint8{9, 8}, sevens...)...), Labels: []uint8{1, 0}, Classes: []string{"0", "1"}, High: 255, Total: 2}},
		{"text with words last", []File{file("d.csv", []byte("0"+strings.Repeat(";16", 15)+";owl\n0"+strings.Repeat(";8", 15)+";cat\n"))},
			imageset.Set{Shape: imageset.Shape{4, 4, 1}, Pixels: append(append([]uint8{0}, bytes.Repeat([]byte{255}, 15)...), append([]uint8{0}, bytes.Repeat([]byte{128}, 15)...)...), Labels: []uint8{1, 0}, Classes: []string{"cat", "owl"}, High: 16, Total: 2}},
		{"text without classes", []File{file("test.csv", []byte("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,255\n0"+strings.Repeat(",0", 15)+"\n"))},
			imageset.Set{Shape: imageset.Shape{4, 4, 1}, Pixels: append([]uint8{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255}, make([]uint8, 16)...), High: 255, Total: 2}},
		{"pictures in folders", []File{file("set/b/1.png", fixture(t, "grey.png")), file("set/a/2.png", fixture(t, "palette.png"))},
			imageset.Set{Shape: imageset.Shape{4, 3, 1}, Pixels: []uint8{255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100}, Labels: []uint8{0, 1}, Classes: []string{"a", "b"}, High: 255, Total: 2}},
		{"transparent is white", []File{file("1.png", fixture(t, "alpha.png")), file("2.png", fixture(t, "alpha.png"))},
			imageset.Set{Shape: imageset.Shape{4, 3, 3}, Pixels: bytes.Repeat([]uint8{255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 204, 204, 204, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 2), High: 255, Total: 2}},
		{"zip of a folder, with a system's file", []File{file("s.zip", zipped("s/", []byte{}, "s/.DS_Store", []byte{1}, "s/1.png", fixture(t, "grey.png"), "s/2.png", fixture(t, "grey.png")))},
			imageset.Set{Shape: imageset.Shape{4, 3, 1}, Pixels: []uint8{255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100}, High: 255, Total: 2}},
		{"sheet whose last tile is empty", []File{file("s.png", pngOf(16, 16, func(x, y int) uint8 {
			if x >= 8 && y >= 8 {
				return 0
			}
			return uint8(16*y + x)
		}))},
			imageset.Set{Shape: imageset.Shape{8, 8, 1}, Pixels: tiles(), High: 255, Total: 3}},
		{"a row an image", []File{file("s.png", pngOf(81, 2, func(x, y int) uint8 { return uint8(x + y) }))},
			imageset.Set{Shape: imageset.Shape{9, 9, 1}, Pixels: append(upTo(81), upTo(82)[1:]...), High: 255, Total: 2}},
	}
}

// tiles are the first three of the four quarters of a table whose rows count from 16 y.
func tiles() (out []uint8) {
	for _, at := range [][2]int{{0, 0}, {8, 0}, {0, 8}} {
		for i := range 64 {
			out = append(out, uint8(16*(at[1]+i/8)+at[0]+i%8))
		}
	}
	return out
}

func TestRead(t *testing.T) {
	for _, c := range reads(t) {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read(c.files, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(&c.want, got.Set); d != "" {
				t.Error(d)
			}
		})
	}
}

// A JPEG of a ramp, 4(x+y), whose middle square of 20 by 20 is halved: the mean of four pixels of a ramp is the value between them, and JPEG at 95 %
// is within three of it.
func TestJPEG(t *testing.T) {
	got, err := Read([]File{file("1.jpg", fixture(t, "grey.jpg")), file("2.jpg", fixture(t, "grey.jpg"))}, Options{Side: 10})
	if err != nil {
		t.Fatal(err)
	}
	if got.Set.Shape != (imageset.Shape{10, 10, 1}) {
		t.Fatalf("shape %s", got.Set.Shape)
	}
	for i, v := range got.Set.Image(1) {
		x, y := i%10, i/10
		want := 4*(2*x+2*y+1) + 4*10 // ten rows above the middle are cut
		if d := int(v) - want; want <= 230 && (d < -3 || d > 3) {
			t.Errorf("pixel %d, %d is %d, want %d", x, y, v, want)
		}
	}
}

// Bringing a picture to its own size changes nothing, and to any other keeps the mean of its middle square to half a byte.
func TestShrinkKeepsMeans(t *testing.T) {
	b := pngOf(12, 12, func(x, y int) uint8 { return uint8(x * y * 2) })
	l := leaf{name: "m.png", head: b[:20], open: file("", b).reader}
	m, err := decode(l)
	if err != nil {
		t.Fatal(err)
	}
	mean := func(side int) float64 {
		dst, sum := make([]uint8, side*side*3), 0
		shrink(dst, imageset.Shape{side, side, 3}, m)
		for _, v := range dst {
			sum += int(v)
		}
		return float64(sum) / float64(len(dst))
	}
	for _, side := range []int{1, 5, 7, 12, 13, 30} {
		if d := mean(side) - 60.5; d < -.5 || d > .5 { // 2 (0+...+11)²/144
			t.Errorf("side %d: the mean is %v, want 60.5", side, d+60.5)
		}
	}
}

// Of more images than fit, a sample is kept: as many as fit, in their order, with their own labels, and from all parts of the file.
func TestSample(t *testing.T) {
	const side, n = 256, 1100 // 65,536 bytes each: 1,024 fit
	body := make([]byte, n*side*side)
	labels := make([]byte, n)
	for i := range n {
		body[i*side*side], body[i*side*side+1] = byte(i>>8), byte(i)
		labels[i] = byte(i % 7)
	}
	got, err := Read([]File{file("images", idxOf(body, n, side, side)), file("labels", idxOf(labels, n))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got.Set.Len() != 1024 || got.Set.Total != n || len(got.Notes) != 1 {
		t.Fatalf("%d of %d images, notes %q", got.Set.Len(), got.Set.Total, got.Notes)
	}
	last, gaps := -1, 0
	for i := range got.Set.Len() {
		m := got.Set.Image(i)
		k := int(m[0])<<8 | int(m[1])
		if k <= last || int(got.Set.Labels[i]) != k%7 {
			t.Fatalf("image %d of the sample is %d of the file after %d, of class %d", i, k, last, got.Set.Labels[i])
		}
		if k > last+1 {
			gaps++
		}
		last = k
	}
	// 76 are left out, each alone unless they are neighbours: an order by chance leaves 65 to 76 gaps.
	if gaps < 55 || gaps > 76 {
		t.Errorf("%d gaps", gaps)
	}
}

func ExampleRead() {
	images := file("train-images-idx3-ubyte", idxOf(upTo(12), 3, 2, 2))
	labels := file("train-labels-idx1-ubyte", idxOf([]byte{1, 0, 1}, 3))
	r, _ := Read([]File{labels, images}, Options{})
	s := r.Set.Statistics()
	fmt.Println(s.Count, s.Shape, s.Classes, s.Mean)
	// Output: 3 2x2x1 [{0 1} {1 2}] 5.5
}

// What lies beside images in a folder, as their description does, is left out, and said.
func TestOthersAreLeftOut(t *testing.T) {
	r, err := Read([]File{file("a/README", []byte(strings.Repeat("word ", 25)+"word\nand more\n")), file("a/x.npy", fixture(t, "u1.npy")), file("a/notes.pdf", []byte("%PDF-1.4\x00"))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "2 files are no images and left out: the first, because a/README has words; allowed: " + allowed + "."; len(r.Notes) != 1 || r.Notes[0] != want {
		t.Errorf("notes %q, want %q", r.Notes, want)
	}
}
