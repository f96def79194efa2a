package gan

import (
	"testing"
	"time"

	"ganvas/core/plan"
	"ganvas/core/simd/native"
)

// One step of the first experiment and of the recommended one for hard data.
func BenchmarkStep(b *testing.B) {
	for name, machine := range map[string]func(*plan.Program) (plan.Machine, error){"simd": native.New, "go": nil} {
		for spec, query := range map[string]string{"3x32": "", "4x64": "g=64,64,64,64&d=64,64,64,64&batch=256"} {
			b.Run(name+"/"+spec, func(b *testing.B) {
				tr := openOn(b, query, machine)
				train(b, tr, 10)
				b.ResetTimer()
				train(b, tr, b.N)
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "steps/s")
			})
		}
	}
}

// What a page asks for with every picture, and every second.
func BenchmarkSnapshot(b *testing.B) {
	tr := open(b, "")
	train(b, tr, 600)
	for b.Loop() {
		shot(tr)
	}
}

func BenchmarkMeasure(b *testing.B) {
	tr := open(b, "")
	train(b, tr, 600)
	tr.Measure()
	for b.Loop() {
		tr.Measure()
	}
}

// Starting an experiment: drawing the data, compiling, and the machine.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		open(b, "").Close()
	}
}

// What checkpoints cost of the default run's time: reading the state, as one does at every 256th step, against those steps. The metric is
// their share in percent, of the shortest times.
func BenchmarkCheckpoint(b *testing.B) {
	r := open(b, "")
	train(b, r, 10)
	steps, reads := time.Hour, time.Hour
	for b.Loop() {
		start := time.Now()
		train(b, r, 256)
		middle := time.Now()
		if len(r.Slots().Read("state")) == 0 {
			b.Fatal("there is no state")
		}
		steps, reads = min(steps, middle.Sub(start)), min(reads, time.Since(middle))
	}
	b.ReportMetric(100*reads.Seconds()/steps.Seconds(), "%")
}
