package wire

import (
	"encoding/binary"
	"math"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// bits compares floats as bits, so that NaNs of every payload and negative zeros must survive.
var bits = cmp.Options{
	cmp.Comparer(func(a, b float32) bool { return math.Float32bits(a) == math.Float32bits(b) }),
	cmp.Comparer(func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }),
	cmpopts.EquateEmpty(),
}

var lane = rapid.Map(rapid.Uint32(), math.Float32frombits)

func lanes(n int) *rapid.Generator[[]float32] { return rapid.SliceOfN(lane, n, n) }

// anySnapshot draws snapshots with arrays of any shape and any bits.
var anySnapshot = rapid.Custom(func(t *rapid.T) *Snapshot {
	s := &Snapshot{
		Run:     rapid.Uint32().Draw(t, "run"),
		Step:    rapid.Uint64().Draw(t, "step"),
		Script:  rapid.String().Draw(t, "script"),
		Fault:   rapid.String().Draw(t, "fault"),
		Pending: rapid.IntRange(0, 30).Draw(t, "pending"),
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "arrays") {
		shape := rapid.SliceOfN(rapid.IntRange(0, 3), 0, 3).Draw(t, "shape")
		name := strconv.Itoa(i) + rapid.String().Draw(t, "name")
		n := Elements(shape)
		a := Floats(name, nil, shape...)
		if rapid.Bool().Draw(t, "bytes") {
			a = Bytes(name, append([]byte{}, rapid.SliceOfN(rapid.Byte(), n, n).Draw(t, "elements")...), shape...)
		} else {
			a.Floats = lanes(n).Draw(t, "elements")
		}
		a.Constant = rapid.Bool().Draw(t, "constant")
		s.Arrays = append(s.Arrays, a)
	}
	s.Trace.Stride = rapid.IntRange(0, 1<<20).Draw(t, "stride")
	points := rapid.IntRange(0, 5).Draw(t, "points")
	for range rapid.IntRange(0, 4).Draw(t, "columns") {
		s.Trace.Columns = append(s.Trace.Columns, Column{rapid.String().Draw(t, "key"), lanes(points).Draw(t, "values")})
	}
	s.Measures = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Measure {
		return Measure{
			Key:   rapid.String().Draw(t, "key"),
			Step:  rapid.Uint64().Draw(t, "step"),
			Value: math.Float64frombits(rapid.Uint64().Draw(t, "value")),
			Floor: math.Float64frombits(rapid.Uint64().Draw(t, "floor")),
			Low:   math.Float64frombits(rapid.Uint64().Draw(t, "low")),
			High:  math.Float64frombits(rapid.Uint64().Draw(t, "high")),
		}
	}), 0, 4).Draw(t, "measures")
	return s
})

func TestSnapshotRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anySnapshot.Draw(t, "snapshot")
		prefix := rapid.SliceOfN(rapid.Byte(), 0, 8).Draw(t, "prefix")
		spare := rapid.SliceOfN(rapid.Byte(), 0, 8).Draw(t, "spare")
		b := want.Encode(prefix[:len(prefix):len(prefix)])
		if len(b) != len(prefix)+want.Size() {
			t.Fatalf("%d bytes after %d, want %d", len(b), len(prefix), want.Size())
		}
		got, err := DecodeSnapshot(append(b[len(prefix):], spare...))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got, bits); d != "" {
			t.Fatal(d)
		}
	})
}

// Every byte counts: a snapshot cut anywhere is refused, and so is one that claims to be longer than its contents.
func TestDecodeRefusesOtherLengths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anySnapshot.Draw(t, "snapshot").Encode(nil)
		n := rapid.IntRange(0, len(b)-1).Draw(t, "kept")
		if _, err := DecodeSnapshot(b[:n]); err == nil {
			t.Fatalf("%d of %d bytes were read without an error", n, len(b))
		}
		claim := func(n int) error {
			c := append([]byte(nil), b...)
			c = append(c, make([]byte, 64)...)
			binary.LittleEndian.PutUint32(c[4:], uint32(n))
			_, err := DecodeSnapshot(c[:max(n, headerSize)])
			return err
		}
		if err := claim(n); n >= headerSize && err == nil {
			t.Fatalf("%d of %d bytes that claim to be all were read without an error", n, len(b))
		}
		if more := rapid.IntRange(1, 64).Draw(t, "more"); claim(len(b)+more) == nil {
			t.Fatalf("%d bytes with %d to spare within were read without an error", len(b), more)
		}
	})
}

// The layout is spelled out here once more, byte by byte, so that a change is seen.
func TestSnapshotLayout(t *testing.T) {
	labels := Bytes("l", []uint8{9}, 1)
	labels.Constant = true
	s := &Snapshot{
		Run: 2, Step: 7, Script: "s=1", Fault: "no", Pending: 3,
		Arrays:   []Array{Floats("xy", []float32{1.5, -2.5}, 1, 2), labels},
		Trace:    Trace{Stride: 4, Columns: []Column{{"d", []float32{1.5}}}},
		Measures: []Measure{{Key: "js", Step: 5, Value: 0.25, Floor: 0.125, Low: 0.0625, High: 0.5}},
	}
	word := func(n byte) string { return string([]byte{n, 0, 0, 0}) }
	want := "GVS\x07" + word(176) + word(7) + word(0) + word(2) + word(3) + word(4) + word(1) +
		word(2) + word(1) + word(1) + word(3) + word(2) +
		word(2) + word(0) + word(2) + word(1) + word(2) + "xy\x00\x00" + "\x00\x00\xc0\x3f" + "\x00\x00\x20\xc0" +
		word(1) + word(3) + word(1) + word(1) + "l\x00\x00\x00" + "\x09\x00\x00\x00" +
		word(1) + "d\x00\x00\x00" + "\x00\x00\xc0\x3f" +
		word(2) + word(5) + word(0) + "\x00\x00\x00\x00\x00\x00\xd0\x3f" + "\x00\x00\x00\x00\x00\x00\xc0\x3f" +
		"\x00\x00\x00\x00\x00\x00\xb0\x3f" + "\x00\x00\x00\x00\x00\x00\xe0\x3f" + "js\x00\x00" +
		"s=1\x00" + "no\x00\x00"
	if got := string(s.Encode(nil)); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestDecodeRefusesWhatDoesNotFit(t *testing.T) {
	for want, s := range map[string]*Snapshot{
		"shape [-1]":        {Arrays: []Array{{Name: "a", Shape: []int{-1}}}},
		"shape [65536":      {Arrays: []Array{{Name: "a", Shape: []int{1 << 16, 1 << 16}}}},
		"ends before":       {Arrays: []Array{{Name: "a", Shape: []int{3}, Floats: make([]float32, 2)}}},
		"to spare":          {Arrays: []Array{{Name: "a", Shape: []int{1}, Floats: make([]float32, 2)}}},
		`two arrays named`:  {Arrays: []Array{Floats("a", []float32{1}, 1), Bytes("a", []byte{1}, 1)}},
		"pending measures":  {Pending: -1},
		"a stride of -1":    {Trace: Trace{Stride: -1}},
		"with a snapshot's": nil,
	} {
		b := []byte("GVS\x05" + strings.Repeat("\x00", headerSize))
		if s != nil {
			b = s.Encode(nil)
		}
		if _, err := DecodeSnapshot(b); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got error %v", want, err)
		}
	}
}

// Whatever count a message claims, no more is allocated for it than there are bytes to fill it.
func TestClaimsAllocateNothing(t *testing.T) {
	s := &Snapshot{Script: "data=moons", Fault: "none", Arrays: []Array{Floats("samples", []float32{1, 2, 3, 4}, 2, 2), Bytes("classes", []byte{1, 2, 3}, 3)}, Measures: []Measure{{Key: "js"}}}
	s.Trace.Columns = []Column{{"loss", []float32{1, 2}}}
	whole := s.Encode(nil)
	for at := 0; at+4 <= len(whole); at += 4 {
		for _, claim := range []uint32{math.MaxUint32, math.MaxInt32, 1 << 28} {
			b := append([]byte(nil), whole...)
			binary.LittleEndian.PutUint32(b[at:], claim)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, _ = DecodeSnapshot(b)
			runtime.ReadMemStats(&after)
			if took := after.TotalAlloc - before.TotalAlloc; took > 64*uint64(len(b))+1<<16 {
				t.Fatalf("%#x at byte %d of %d: %d bytes are allocated", claim, at, len(b), took)
			}
		}
	}
}

func TestElements(t *testing.T) {
	for _, c := range []struct {
		shape []int
		want  int
	}{{nil, 1}, {[]int{0}, 0}, {[]int{3, 4, 5}, 60}, {[]int{-1}, -1}, {[]int{1 << 28}, 1 << 28}, {[]int{1 << 28, 2}, -1}, {[]int{1 << 40}, -1}} {
		if got := Elements(c.shape); got != c.want {
			t.Errorf("%v has %d elements, want %d", c.shape, got, c.want)
		}
	}
}

// FuzzDecodeSnapshot holds the decoder to its two promises: no panic, and no more memory than a few times the input.
func FuzzDecodeSnapshot(f *testing.F) {
	f.Add((&Snapshot{}).Encode(nil))
	f.Add((&Snapshot{Script: "data=moons", Arrays: []Array{Floats("real", make([]float32, 4), 2, 2), Bytes("class", make([]byte, 5), 5)}}).Encode(nil))
	f.Add((&Snapshot{Trace: Trace{Stride: 1, Columns: []Column{{"loss", []float32{1}}}}, Measures: []Measure{{Key: "js"}}, Fault: "x"}).Encode(nil))
	huge := (&Snapshot{}).Encode(nil)
	for i := 20; i < headerSize; i += 4 {
		binary.LittleEndian.PutUint32(huge[i:], math.MaxUint32)
	}
	f.Add(huge)
	f.Fuzz(func(t *testing.T, b []byte) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s, err := DecodeSnapshot(b)
		runtime.ReadMemStats(&after)
		// An Array of 12 bytes becomes one of 112, in a slice that grows by doubling; errors and the snapshot itself take some.
		if used := after.TotalAlloc - before.TotalAlloc; used > uint64(32*len(b)+1<<16) {
			t.Errorf("%d bytes allocated for an input of %d", used, len(b))
		}
		if err != nil {
			return
		}
		again, err := DecodeSnapshot(s.Encode(nil))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(s, again, bits); d != "" {
			t.Fatal(d)
		}
	})
}
