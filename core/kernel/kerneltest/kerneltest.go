// Package kerneltest holds machines to the reference machine: same program, same bits.
package kerneltest

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/kernel"
	"ganvas/core/plan"
)

// Conformance runs a table of programs, and programs drawn at random, whole and cut, on the machine that make gives and on kernel's, and
// demands that their whole arenas are equal, bit for bit, after one run and after three more. NaNs count as equal, for which
// NaN an operation gives is open.
func Conformance(t *testing.T, make func(*plan.Program) (plan.Machine, error)) {
	for _, c := range Table() {
		t.Run(c.Name, func(t *testing.T) { Conform(t, c, make) })
	}
	t.Run("random", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { Conform(t, Any(t), make) })
	})
	t.Run("cut", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			c := Any(t)
			c.Program.Cut(0, rapid.IntRange(1, 100).Draw(t, "piece"))
			Conform(t, c, make)
		})
	})
	t.Run("images", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			updates, values := Images(t, false)
			Conform(t, Compiled(t, "images", updates, values), make)
		})
	})
}

// Case is a program and the arena that it starts from.
type Case struct {
	Name    string
	Program *plan.Program // its first slot is the whole arena; the others name its parts
	Arena   []float32
}

// Conform runs one case on both machines.
func Conform(t rapid.TB, c Case, make func(*plan.Program) (plan.Machine, error)) {
	t.Helper()
	reference, err := kernel.New(c.Program)
	if err != nil {
		t.Fatalf("the reference machine: %v", err)
	}
	machine, err := make(c.Program)
	if err != nil {
		t.Fatal(err)
	}
	defer machine.Close()
	reference.Write(0, c.Arena)
	machine.Write(0, c.Arena)
	for _, times := range []int{1, 3} {
		for entry := range c.Program.Entries {
			want, got := run(t, reference, c, entry, times), run(t, machine, c, entry, times)
			if !same(t, c, got, want) {
				return
			}
		}
	}
}

// run runs an entry and returns the arena.
func run(t rapid.TB, m plan.Machine, c Case, entry, times int) []float32 {
	t.Helper()
	if err := m.Run(entry, times); err != nil {
		t.Fatal(err)
	}
	arena := make([]float32, len(c.Arena))
	m.Read(0, arena)
	return arena
}

// same compares arenas and reports the first difference of every slot.
func same(t rapid.TB, c Case, got, want []float32) bool {
	t.Helper()
	equal := true
	slots := c.Program.Slots[1:]
	for at := 0; at < len(got); at++ {
		for len(slots) > 0 && at >= slots[0].Offset+slots[0].Len {
			slots = slots[1:]
		}
		if Same(got[at], want[at]) {
			continue
		}
		equal = false
		if len(slots) == 0 || at < slots[0].Offset {
			t.Errorf("%s: outside of all slots, %d is %v, want %v", c.Name, at, got[at], want[at])
			continue
		}
		t.Errorf("%s: slot %s, element %d is %v (%x), want %v (%x)", c.Name, slots[0].Name, at-slots[0].Offset,
			got[at], math.Float32bits(got[at]), want[at], math.Float32bits(want[at]))
		at = slots[0].Offset + slots[0].Len - 1
	}
	return equal
}

// Same says whether two floats have the same bits or are both NaN.
func Same(a, b float32) bool {
	return math.Float32bits(a) == math.Float32bits(b) || a != a && b != b
}
