package wasm

import (
	"bytes"
	"context"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/tetratelabs/wazero"
)

// The examples of the DWARF standard, appendix C, tables C.1 and C.2 (version 5).
func TestLEB128(t *testing.T) {
	for v, want := range map[uint64][]byte{2: {2}, 127: {127}, 128: {0x80, 1}, 129: {0x81, 1}, 12857: {57 + 0x80, 100}} {
		if got := appendUint(nil, v); !bytes.Equal(got, want) {
			t.Errorf("appendUint(%d) = %x, want %x", v, got, want)
		}
	}
	for v, want := range map[int64][]byte{
		2: {2}, -2: {0x7e}, 127: {0xff, 0}, -127: {0x81, 0x7f}, 128: {0x80, 1}, -128: {0x80, 0x7f}, 129: {0x81, 1}, -129: {0xff, 0x7e},
	} {
		if got := appendInt(nil, v); !bytes.Equal(got, want) {
			t.Errorf("appendInt(%d) = %x, want %x", v, got, want)
		}
	}
}

func TestReaderReadsWhatIsWritten(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 10000 {
		v := int64(int32(rng.Uint32())) >> rng.IntN(32)
		r := reader{appendInt(appendUint(nil, uint64(uint32(v))), v)}
		if u, i := r.uint(), r.int(); u != uint64(uint32(v)) || i != v || len(r.b) != 0 {
			t.Fatalf("%d read as %d and %d, %d bytes left", v, u, i, len(r.b))
		}
	}
}

// triple returns a module whose function run, from 3 down to 1, adds four lanes at byte 0 to those at byte 16.
func triple() (*Module, *Func) {
	f := NewFunc(I32)
	x := f.Local(V128)
	f.Repeat(3, func() {
		f.Int(16)
		f.Int(0)
		f.Mem(V128Load, 0)
		f.Set(x)
		f.Int(16)
		f.Mem(V128Load, 0)
		f.Get(x)
		f.Op(F32x4Add)
		f.Mem(V128Store, 0)
	})
	m := &Module{Memory: "memory", Pages: 1}
	m.Export("run", m.Add(f))
	m.Data(0, binary.LittleEndian.AppendUint32(nil, math.Float32bits(2.5)))
	return m, f
}

func TestModuleRuns(t *testing.T) {
	ctx := context.Background()
	runtime := wazero.NewRuntime(ctx)
	defer runtime.Close(ctx)
	m, _ := triple()
	instance, err := runtime.Instantiate(ctx, m.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := instance.ExportedFunction("run").Call(ctx, 0); err != nil {
		t.Fatal(err)
	}
	if x, _ := instance.ExportedMemory("memory").ReadFloat32Le(16); x != 7.5 {
		t.Errorf("three times 2.5 is %v", x)
	}
}

func TestListing(t *testing.T) {
	_, f := triple()
	want := `i32.const 3
local.set 2
loop
  i32.const 16
  i32.const 0
  v128.load offset=0
  local.set 1
  i32.const 16
  v128.load offset=0
  local.get 1
  f32x4.add
  v128.store offset=0
  local.get 2
  i32.const -1
  i32.add
  local.tee 2
  br_if 0
end
`
	if d := cmp.Diff(want, f.String()); d != "" {
		t.Error(d)
	}
}

func TestLocalsAreUsedAgain(t *testing.T) {
	f := NewFunc(I32)
	a, b := f.Local(V128), f.Local(I32)
	f.Release(V128, a)
	if c := f.Local(V128); c != a {
		t.Errorf("local %d, want %d again", c, a)
	}
	if c := f.Local(I32); c == b || c == f.Param(0) {
		t.Errorf("local %d is in use", c)
	}
}
