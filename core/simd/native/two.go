package native

import (
	"context"
	"fmt"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"ganvas/core/plan"
	"ganvas/core/simd"
	"ganvas/core/simd/wasm"
)

// NewTwo is New on two threads, which share instructions of at least the given work: a simd.Two. Where there are none, one thread does all.
func NewTwo(p *plan.Program, least int) (plan.Machine, error) {
	two, err := simd.ForTwo(p, least)
	if err != nil {
		return nil, err
	}
	if two == nil {
		return New(p)
	}
	ctx := context.Background()
	features := api.CoreFeaturesV2 | experimental.CoreFeaturesThreads
	runtime := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigCompiler().WithCoreFeatures(features))
	m, err := instantiateTwo(ctx, runtime, two)
	if err != nil {
		runtime.Close(ctx)
		return nil, fmt.Errorf("native: %w", err)
	}
	m.program = p
	m.find(m.first, len(p.Entries))
	return m, nil
}

// twoMachine is a Machine whose second thread is a goroutine.
type twoMachine struct {
	Machine
	first  api.Module
	done   int // where the shares are counted that the second thread has done
	served sync.WaitGroup
	failed error // of the second thread, once it has ended
}

func instantiateTwo(ctx context.Context, runtime wazero.Runtime, two *simd.Two) (*twoMachine, error) {
	memory := wasm.Module{Memory: simd.MemoryName, Pages: two.Pages, Shared: true}
	arena, err := runtime.InstantiateWithConfig(ctx, memory.Bytes(), wazero.NewModuleConfig().WithName(simd.MemoryModule))
	if err != nil {
		return nil, err
	}
	nameless := wazero.NewModuleConfig().WithName("")
	if _, err := runtime.InstantiateWithConfig(ctx, two.Data, nameless); err != nil {
		return nil, err
	}
	code, err := runtime.CompileModule(ctx, two.Module)
	if err != nil {
		return nil, err
	}
	m := &twoMachine{Machine: Machine{runtime: runtime, memory: arena.ExportedMemory(simd.MemoryName)}, done: two.Served}
	if m.first, err = runtime.InstantiateModule(ctx, code, nameless); err != nil {
		return nil, err
	}
	second, err := runtime.InstantiateModule(ctx, code, nameless)
	if err != nil {
		return nil, err
	}
	m.served.Go(func() { _, m.failed = second.ExportedFunction(simd.ServeName).Call(ctx) })
	return m, nil
}

// Served is how many shares of instructions the second thread has done.
func (m *twoMachine) Served() int {
	n, _ := m.memory.ReadUint32Le(uint32(m.done))
	return int(n)
}

// Close implements plan.Machine. The second thread has ended when it returns.
func (m *twoMachine) Close() error {
	ctx := context.Background()
	if _, err := m.first.ExportedFunction(simd.StopName).Call(ctx); err != nil {
		return err
	}
	m.served.Wait()
	if m.failed != nil {
		return m.failed
	}
	return m.Machine.Close()
}
