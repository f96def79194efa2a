package wire

import (
	"encoding/binary"
	"math"
	"runtime"
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

// anySnapshot draws snapshots whose arrays fit one another, with any bits in them.
var anySnapshot = rapid.Custom(func(t *rapid.T) *Snapshot {
	points := func(name string, most int) []float32 {
		return lanes(2*rapid.IntRange(0, most).Draw(t, name)).Draw(t, name)
	}
	s := &Snapshot{
		Step:         rapid.Uint32().Draw(t, "step"),
		Window:       Window{lane.Draw(t, "x0"), lane.Draw(t, "y0"), lane.Draw(t, "x1"), lane.Draw(t, "y1")},
		Real:         points("real", 9),
		Generated:    points("generated", 9),
		FieldSize:    rapid.IntRange(0, 4).Draw(t, "field"),
		ManifoldRows: rapid.IntRange(0, 3).Draw(t, "rows"),
		ManifoldCols: rapid.IntRange(0, 3).Draw(t, "cols"),
		Fault:        rapid.String().Draw(t, "fault"),
	}
	if rapid.Bool().Draw(t, "conditional") {
		classes := func(points []float32) []uint8 {
			return rapid.SliceOfN(rapid.Byte(), len(points)/2, len(points)/2).Draw(t, "classes")
		}
		s.RealClasses, s.Asked, s.Landed = classes(s.Real), classes(s.Generated), classes(s.Generated)
	}
	s.Arrows = s.Generated[:2*rapid.IntRange(0, len(s.Generated)/2).Draw(t, "arrows")]
	s.Field = lanes(s.FieldSize*s.FieldSize).Draw(t, "values")
	if rapid.Bool().Draw(t, "optimal") {
		s.Optimal = lanes(s.FieldSize*s.FieldSize).Draw(t, "best values")
	}
	s.Manifold = lanes(2*s.ManifoldRows*s.ManifoldCols).Draw(t, "vertices")
	s.Orbit = points("orbit", 9)
	s.Pending = rapid.IntRange(0, 30).Draw(t, "pending")
	s.Trace.Stride = rapid.IntRange(0, 1<<20).Draw(t, "stride")
	n := rapid.IntRange(0, 5).Draw(t, "trace")
	trace := s.arrays()
	for _, column := range trace[7:] {
		*column = lanes(n).Draw(t, "column")
	}
	s.Measures = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Measure {
		return Measure{
			Key:   rapid.String().Draw(t, "key"),
			Step:  rapid.Uint32().Draw(t, "step"),
			Value: math.Float64frombits(rapid.Uint64().Draw(t, "value")),
			Floor: math.Float64frombits(rapid.Uint64().Draw(t, "floor")),
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

// Every byte counts: a snapshot cut anywhere is refused.
func TestDecodeRefusesCutSnapshots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anySnapshot.Draw(t, "snapshot").Encode(nil)
		n := rapid.IntRange(0, len(b)-1).Draw(t, "kept")
		if _, err := DecodeSnapshot(b[:n]); err == nil {
			t.Fatalf("%d of %d bytes were read without an error", n, len(b))
		}
		if n < headerSize {
			return
		}
		binary.LittleEndian.PutUint32(b[4:], uint32(n))
		if _, err := DecodeSnapshot(b[:n]); err == nil {
			t.Fatalf("%d of %d bytes that claim to be all were read without an error", n, len(b))
		}
	})
}

// The header's figures are spelled out here once more, byte by byte, so that a change of layout is seen.
func TestSnapshotLayout(t *testing.T) {
	s := &Snapshot{Step: 7, Window: Window{-1, -2, 1, 2}, Real: []float32{1.5, -2.5}, RealClasses: []uint8{9}, Fault: "no"}
	s.Measures = []Measure{{Key: "js", Step: 5, Value: 0.25, Floor: 0.125}}
	s.Pending = 3
	want := "GVS\x05" + "\xa0\x00\x00\x00" + "\x07\x00\x00\x00" +
		"\x00\x00\x80\xbf" + "\x00\x00\x00\xc0" + "\x00\x00\x80\x3f" + "\x00\x00\x00\x40" +
		strings.Repeat("\x00", 16) + "\x02\x00\x00\x00" + strings.Repeat("\x00", 44) +
		"\x01\x00\x00\x00" + strings.Repeat("\x00", 8) +
		"\x01\x00\x00\x00" + "\x03\x00\x00\x00" + "\x02\x00\x00\x00" +
		"\x00\x00\xc0\x3f" + "\x00\x00\x20\xc0" + "\x09\x00\x00\x00" +
		"\x02\x00\x00\x00" + "\x05\x00\x00\x00" + "\x00\x00\x00\x00\x00\x00\xd0\x3f" + "\x00\x00\x00\x00\x00\x00\xc0\x3f" + "js\x00\x00" +
		"no\x00\x00"
	if got := string(s.Encode(nil)); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestDecodeRefusesArraysThatDoNotFit(t *testing.T) {
	for want, s := range map[string]*Snapshot{
		"real points":               {Real: make([]float32, 3)},
		"arrows":                    {Arrows: make([]float32, 2)},
		"pending measures":          {Pending: -1},
		"real points' classes":      {Real: make([]float32, 4), RealClasses: make([]uint8, 1)},
		"generated points' classes": {Generated: make([]float32, 2), Asked: make([]uint8, 2), Landed: make([]uint8, 2)},
		"as they landed":            {Generated: make([]float32, 2), Asked: make([]uint8, 1)},
		"field":                     {FieldSize: 3, Field: make([]float32, 8)},
		"optimal":                   {FieldSize: 2, Field: make([]float32, 4), Optimal: make([]float32, 3)},
		"manifold":                  {ManifoldRows: 2, ManifoldCols: -2},
		"penalty":                   {Trace: Trace{Penalty: make([]float32, 1)}},
	} {
		_, err := DecodeSnapshot(s.Encode(nil))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got error %v", want, err)
		}
	}
	if _, err := DecodeSnapshot([]byte("GVS\x03" + strings.Repeat("\x00", headerSize))); err == nil {
		t.Error("another version was read without an error")
	}
}

// FuzzDecodeSnapshot holds the decoder to its two promises: no panic, and no more memory than a few times the input.
func FuzzDecodeSnapshot(f *testing.F) {
	f.Add((&Snapshot{}).Encode(nil))
	f.Add((&Snapshot{Real: make([]float32, 2), RealClasses: []uint8{3}, Generated: make([]float32, 10), Asked: make([]uint8, 5), Landed: make([]uint8, 5)}).Encode(nil))
	f.Add((&Snapshot{FieldSize: 1, Field: []float32{1}, Measures: []Measure{{Key: "js"}}, Fault: "x"}).Encode(nil))
	huge := (&Snapshot{}).Encode(nil)
	for i := 44; i < headerSize; i += 4 {
		binary.LittleEndian.PutUint32(huge[i:], math.MaxUint32)
	}
	f.Add(huge)
	f.Fuzz(func(t *testing.T, b []byte) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s, err := DecodeSnapshot(b)
		runtime.ReadMemStats(&after)
		// A Measure of 24 bytes becomes one of 40, in a slice that grows by doubling; errors and the snapshot itself take some.
		if used := after.TotalAlloc - before.TotalAlloc; used > uint64(8*len(b)+1<<16) {
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
