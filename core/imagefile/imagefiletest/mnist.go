// Package imagefiletest has sets of images that lie beside the repository, where they do, for tests.
package imagefiletest

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"ganvas/core/imagefile"
	"ganvas/core/imageset"
)

// Folder is the optional data folder beside the repository, as the tests of a package two folders down see it.
var Folder = filepath.Join("..", "..", "..", "shared", "data")

// MNIST are the files of MNIST's 10,000 test digits.
var MNIST = []string{"mnist-t10k-images-idx3-ubyte.gz", "mnist-t10k-labels-idx1-ubyte.gz"}

// Files reads files of a folder. Where one is not there the test is skipped, and says what it wants.
func Files(t testing.TB, folder, hint string, names ...string) (files []imagefile.File) {
	t.Helper()
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Skipf("not tried without %s: %v", hint, err)
		}
		files = append(files, imagefile.File{Name: name, Size: int64(len(b)), Bytes: bytes.NewReader(b)})
	}
	return files
}

// Digits is MNIST's test digits. Where they are not beside the repository the test is skipped.
func Digits(t testing.TB) *imageset.Set {
	t.Helper()
	r, err := imagefile.Read(Files(t, Folder, "the optional data folder beside the repository", MNIST...), imagefile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Set
}
