// Package native runs SIMD modules outside browsers, on wazero's compiler: for tests, and for training without a page.
package native

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"ganvas/core/plan"
	"ganvas/core/simd"
)

// Machine is a plan.Machine whose arena is a WebAssembly memory.
type Machine struct {
	program *plan.Program
	runtime wazero.Runtime
	memory  api.Memory
	entries []api.Function
}

// find finds the functions of entries in an instance.
func (m *Machine) find(instance api.Module, entries int) {
	for i := range entries {
		m.entries = append(m.entries, instance.ExportedFunction(simd.EntryName(i)))
	}
}

// New compiles p and returns a machine that runs it. It fails where simd.Module does.
func New(p *plan.Program) (plan.Machine, error) {
	module, err := simd.Module(p)
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	runtime := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigCompiler())
	instance, err := runtime.Instantiate(ctx, module)
	if err != nil {
		runtime.Close(ctx)
		return nil, fmt.Errorf("native: %w", err)
	}
	m := &Machine{program: p, runtime: runtime, memory: instance.ExportedMemory(simd.MemoryName)}
	m.find(instance, len(p.Entries))
	return m, nil
}

// slot returns the bytes of a slot, in place, of n float32s.
func (m *Machine) slot(slot, n int) []byte {
	s := m.program.Slots[slot]
	if n != s.Len {
		panic(fmt.Sprintf("native: slot %s holds %d float32s, not %d", s.Name, s.Len, n))
	}
	b, ok := m.memory.Read(uint32(simd.Address(s.Offset)), uint32(4*n))
	if !ok {
		panic(fmt.Sprintf("native: slot %s lies outside memory", s.Name))
	}
	return b
}

// Write implements plan.Machine.
func (m *Machine) Write(slot int, src []float32) {
	b := m.slot(slot, len(src))
	for i, x := range src {
		binary.LittleEndian.PutUint32(b[4*i:], math.Float32bits(x))
	}
}

// Read implements plan.Machine.
func (m *Machine) Read(slot int, dst []float32) {
	b := m.slot(slot, len(dst))
	for i := range dst {
		dst[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
}

// Run implements plan.Machine. It fails where there is no such entry.
func (m *Machine) Run(entry, times int) error {
	if entry < 0 || entry >= len(m.entries) {
		return fmt.Errorf("native: entry %d of %d", entry, len(m.entries))
	}
	_, err := m.entries[entry].Call(context.Background(), api.EncodeI32(int32(times)))
	return err
}

// Close implements plan.Machine.
func (m *Machine) Close() error { return m.runtime.Close(context.Background()) }
