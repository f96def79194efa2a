package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ganvas/core/data"
	"ganvas/core/imageset"
)

// written writes a set of the product's own digits, as ganvas keeps sets.
func written(t *testing.T, n int) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "digits")
	if err := os.WriteFile(file, data.ImageSet(data.Digits, 77, n).Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// A set is described, and what is written of it is read back as it was.
func TestImages(t *testing.T) {
	idx := filepath.Join(t.TempDir(), "images")
	if err := os.WriteFile(idx, []byte{0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 51}, 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "set")
	code, first, stderr := ganvas("images", "-out", out, idx)
	if want := "2 images of 1x2x1, values from 0 to 255; of the bytes: mean 89.25,"; code != 0 || !strings.Contains(first, want) {
		t.Fatalf("code %d, %q, %s; want %q", code, first, stderr, want)
	}
	b, err := os.ReadFile(out)
	if err != nil || !imageset.Is(b) {
		t.Fatalf("%v, %.20q", err, b)
	}
	if code, again, _ := ganvas("images", out); code != 0 || again != first {
		t.Errorf("code %d, read back as %q", code, again)
	}
}

// The judge reads the product's digits as what they are, each measure beside its floor.
func TestJudgeReads(t *testing.T) {
	code, out, stderr := ganvas("judge", written(t, 300))
	if code != 0 {
		t.Fatal(stderr)
	}
	for _, want := range []string{"Inception score", "Fréchet distance", "Precision", "Recall", "Classes covered 10.0000, of own digits 10.0000", "Read as asked"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// A judge that is trained is written.
func TestJudgeTrains(t *testing.T) {
	file := filepath.Join(t.TempDir(), "judge.bin")
	code, _, stderr := ganvas("judge", "-out", file, "-steps", "2")
	if code != 0 {
		t.Fatal(stderr)
	}
	if b, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(b), "ganvas judge") {
		t.Errorf("%v, %.20q", err, b)
	}
}

func TestImagesRefuse(t *testing.T) {
	small := filepath.Join(t.TempDir(), "small")
	if err := os.WriteFile(small, data.ImageSet(data.Digits8, 1, 20).Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, want string }{
		{"images", "files of one set"}, {"images " + small + ".none", "can be read"}, {"images -tile x " + small, "tile"}, {"images -tile 300 " + small + ".none", "can be read"},
		{"judge", "files of one set"}, {"judge " + small, "28x28x1"}, {"judge -out x -steps 0", "whole number from 1"}, {"judge -seed -1", "seed"},
	} {
		code, _, stderr := ganvas(strings.Fields(c.args)...)
		if code != 2 || !strings.Contains(stderr, c.want) {
			t.Errorf("%s: code %d, %q; want %q", c.args, code, stderr, c.want)
		}
	}
}
