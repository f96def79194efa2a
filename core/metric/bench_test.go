package metric

import (
	"testing"

	"ganvas/core/data"
)

// What each measure costs on 10,000 points of a source with everything to measure.
func BenchmarkMeasures(b *testing.B) {
	const n = 10000
	target := NewTarget(data.Ring8)
	generated, real, asked := some(data.Ring8, "generated", n), some(data.Ring8, "real", n), make([]float32, n)
	for _, m := range All {
		b.Run(m.Key, func(b *testing.B) {
			for b.Loop() {
				s := target.Samples(generated, real)
				s.Train, s.Asked = real, asked
				if _, err := m.Compute(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
