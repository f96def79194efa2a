package data

import (
	"testing"

	"ganvas/core/random"
)

// What a point of each source costs, in batches of 256.
func BenchmarkSample(b *testing.B) {
	for _, e := range All {
		b.Run(e.Key, func(b *testing.B) {
			r, dst := random.New(0, "data/bench"), make([]float32, 2*256)
			for b.Loop() {
				e.Source.Sample(r, dst)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/256, "ns/point")
		})
	}
}
