package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The same link and step give the same picture, byte by byte, and another step another.
func TestPictureFollowsFromItsLink(t *testing.T) {
	folder := t.TempDir()
	draw := func(name, steps string) []byte {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := command([]string{"-spec", "data=moons&g=8&d=8&batch=16&rows=256", "-steps", steps, "-width", "160", "-layers", "real,generated,manifold", "-out", path}, io.Discard); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	first := draw("a.svg", "40")
	if !bytes.Equal(first, draw("b.svg", "40")) {
		t.Error("the same run is drawn otherwise")
	}
	if bytes.Equal(first, draw("c.svg", "41")) {
		t.Error("another step is drawn alike")
	}
	line := filepath.Join(folder, "line.svg")
	if err := command([]string{"-spec", "data=mixture1&g=8&d=8&batch=16&rows=256", "-steps", "20", "-width", "160", "-out", line}, io.Discard); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(line); err != nil || bytes.Count(b, []byte("<path")) < 100 {
		t.Errorf("the picture of a line has %d shapes, %v", bytes.Count(b, []byte("<path")), err)
	}
	for _, name := range []string{"a.png", "a.pdf"} {
		if len(draw(name, "40")) < 1000 {
			t.Errorf("%s is empty", name)
		}
	}
}

func TestWrongFlagsAreNamed(t *testing.T) {
	for _, c := range []struct{ args, flag, value, allowed string }{
		{"-out x.bmp", "out", "x.bmp", ".svg"},
		{"-out x.svg -steps -1", "steps", "-1", "1 to"},
		{"-out x.svg -width 1", "width", "1", "120"},
		{"-out x.svg -theme red", "theme", "red", "dark"},
		{"-out x.svg -panels plane,none", "panels", "plane,none", "losses"},
		{"-out x.svg -layers ghosts", "layers", "ghosts", "real"},
		{"-out x.svg -spec data=csv", "spec", "data=csv", "link"},
		{"-out x.svg -spec data=unicorns", "data", "unicorns", "moons"},
	} {
		_, err := parse(strings.Fields(c.args), io.Discard)
		if err == nil || !strings.Contains(err.Error(), c.flag) || !strings.Contains(err.Error(), c.value) || !strings.Contains(err.Error(), c.allowed) {
			t.Errorf("%s: %v", c.args, err)
		}
	}
}
