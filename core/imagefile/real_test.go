package imagefile_test

import (
	"bytes"
	"math"
	"testing"

	"ganvas/core/imagefile"
	"ganvas/core/imagefile/imagefiletest"
)

// known is a set that is found on some machines, and what is published of it.
type known struct {
	name            string
	folder, hint    string
	files           []string
	count           int
	classes         []int   // how many images each has
	mean, deviation float64 // of pixels from 0 to 1
}

// The means and deviations are those by which PyTorch users normalise; MNIST's are of its test images.
var knowns = []known{
	{"MNIST's test images", imagefiletest.Folder, "the optional data folder beside the repository",
		imagefiletest.MNIST, 10_000,
		[]int{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}, .1325, .3105},
	{"Fashion-MNIST", "/usr/share/datasets/fashion-mnist", "Debian's package dataset-fashion-mnist",
		[]string{"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"}, 60_000,
		[]int{6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000}, .2860, .3530},
}

// Real files are what is published of them, whole and in either order.
func TestReal(t *testing.T) {
	for _, k := range knowns {
		t.Run(k.name, func(t *testing.T) {
			files := imagefiletest.Files(t, k.folder, k.hint, k.files...)
			r, err := imagefile.Read(files, imagefile.Options{})
			if err != nil {
				t.Fatal(err)
			}
			s := r.Set.Statistics()
			if s.Count != k.count || s.Shape.String() != "28x28x1" || len(s.Classes) != len(k.classes) {
				t.Fatalf("%d images of %s in %d classes", s.Count, s.Shape, len(s.Classes))
			}
			for i, c := range s.Classes {
				if c.Count != k.classes[i] {
					t.Errorf("class %s has %d images, want %d", c.Name, c.Count, k.classes[i])
				}
			}
			if math.Abs(s.Mean/255-k.mean) > 5e-5 || math.Abs(s.Deviation/255-k.deviation) > 5e-5 {
				t.Errorf("mean %.5f, deviation %.5f, want %v, %v", s.Mean/255, s.Deviation/255, k.mean, k.deviation)
			}
			files[0], files[1] = files[1], files[0]
			again, err := imagefile.Read(files, imagefile.Options{})
			if err != nil || !bytes.Equal(again.Set.Pixels, r.Set.Pixels) || !bytes.Equal(again.Set.Labels, r.Set.Labels) {
				t.Errorf("the other order gives another set: %v", err)
			}
		})
	}
}
