//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// sample prints, recovers from a panic, calls through tables that the collector and the unwinder read, and ends in a panic.
const sample = `package main

import (
	"fmt"
	"runtime"
	"strings"
)

func main() {
	defer deferred()
	fmt.Println(strings.Repeat("kept ", 3), recovered())
	runtime.GC()
	outer(3)
}

func deferred() { fmt.Println("deferred") }

func recovered() (what any) {
	defer func() { what = recover() }()
	var m map[string]int
	m["a"] = 1
	return nil
}

//go:noinline
func outer(n int) { inner(make([]int, n), n) }

//go:noinline
func inner(a []int, n int) { a[n] = 1 }
`

// buildSample is the sample as a program of Go's for browsers, linked as ours are.
func buildSample(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	source, program := filepath.Join(dir, "main.go"), filepath.Join(dir, "main.wasm")
	if err := os.WriteFile(source, []byte(sample), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := command(".", []string{"GOOS=js", "GOARCH=wasm"}, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, source); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What a program prints without its lines is the same but for the lines, and it takes a tenth or so less to download.
func TestWithoutLines(t *testing.T) {
	with := buildSample(t)
	without, err := withoutLines(with)
	if err != nil {
		t.Fatal(err)
	}
	if len(without) != len(with) {
		t.Errorf("%d bytes have become %d: something has moved", len(with), len(without))
	}
	if a, b := gzipLength(t, with), gzipLength(t, without); b > a*93/100 {
		t.Errorf("%d compressed bytes have become %d, which is hardly less", a, b)
	}
	again, err := withoutLines(without)
	if err != nil || !bytes.Equal(again, without) {
		t.Errorf("a second time something changes; %v", err)
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no Node.js here to run programs in")
	}
	before, after := output(t, node, with), output(t, node, without)
	if !strings.Contains(before, "main.go:") || strings.Contains(after, "main.go:") {
		t.Errorf("lines before:\n%s\nand after:\n%s", before, after)
	}
	for _, s := range []string{"kept kept kept  assignment to entry in nil map", "deferred", "index out of range [3] with length 3", "main.inner(", "main.outer("} {
		if !strings.Contains(before, s) || !strings.Contains(after, s) {
			t.Errorf("%q is not in what is printed:\n%s\nand without lines\n%s", s, before, after)
		}
	}
}

// output is what a program prints, which ends in a panic.
func output(t *testing.T, node string, program []byte) string {
	t.Helper()
	root, err := goRoot()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "main.wasm")
	if err := os.WriteFile(file, program, 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(node, filepath.Join(root, "lib", "wasm", "wasm_exec_node.js"), file)
	c.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err := c.CombinedOutput()
	if _, ended := err.(*exec.ExitError); !ended {
		t.Fatalf("it ends in %v, not in a panic:\n%s", err, out)
	}
	return string(out)
}

func gzipLength(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write(b)
	w.Close()
	return out.Len()
}

// What is no program of Go's is refused, wherever it ends.
func TestWithoutLinesRefuses(t *testing.T) {
	program := buildSample(t)
	for _, n := range []int{0, 7, 8, 9, 100, len(program) / 2} {
		if _, err := withoutLines(program[:n]); err == nil {
			t.Errorf("the first %d bytes of %d pass", n, len(program))
		}
	}
	other := bytes.ReplaceAll(program, pclnHeader, bytes.Repeat([]byte{0xff}, len(pclnHeader)))
	if _, err := withoutLines(other); !errors.Is(err, errMoved) {
		t.Errorf("of a program without its header it says %v", err)
	}
	// Tables that lie elsewhere: the functions' records, and what these refer to.
	at := bytes.Index(program, pclnHeader)
	for _, field := range []int{56, 64} {
		other = bytes.Clone(program)
		binary.LittleEndian.PutUint32(other[at+field:], binary.LittleEndian.Uint32(program[at+field:])+1<<16)
		if _, err := withoutLines(other); err != nil && !errors.Is(err, errMoved) {
			t.Errorf("of a program whose header differs at %d it says %v", field, err)
		}
	}
}
