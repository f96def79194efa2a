package judge

import (
	"fmt"

	"ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/plan"
)

// Reading is what the judge says of images.
type Reading struct {
	Features      []float32 // Features of each image
	Probabilities []float32 // of Classes classes, of each image
}

// Class is the likeliest class of an image.
func (r *Reading) Class(i int) int {
	p, best := r.Probabilities[i*Classes:(i+1)*Classes], 0
	for c := range p {
		if p[c] > p[best] {
			best = c
		}
	}
	return best
}

// Len is the number of images.
func (r *Reading) Len() int { return len(r.Probabilities) / Classes }

// batch is how many images a Reader passes at once: enough for the machine's tiles, few enough for its caches.
const batch = 32

// Reader is a judge on a machine of its own.
type Reader struct {
	machine plan.Machine
	program *plan.Program
}

// NewReader compiles the judge for a machine: kernel.New's, or one of SIMD; all give the same bits.
func NewReader(j *Judge, machine func(*plan.Program) (plan.Machine, error)) (*Reader, error) {
	params := nn.NewScope("judge")
	var procedure graph.Procedure
	err := graph.Build(func() {
		features, logits := Apply(params, graph.Variable("x", batch, Side, Side, 1))
		procedure = graph.Procedure{Name: "read", Updates: []graph.Update{
			{Var: graph.Variable("features", batch, Features), Value: features},
			{Var: graph.Variable("probabilities", batch, Classes), Value: Probabilities(logits)},
		}}
	})
	if err != nil {
		return nil, err
	}
	program, err := plan.Compile([]graph.Procedure{procedure}, []plan.Call{{Name: "read", Procedures: []string{"read"}}})
	if err != nil {
		return nil, err
	}
	m, err := machine(program)
	if err != nil {
		return nil, err
	}
	for _, v := range params.Variables() {
		m.Write(program.Slot(v.Name), j.Weights(v.Path))
	}
	return &Reader{m, program}, nil
}

// Read judges images of 28 by 28 numbers each, between -1 and 1. Between batches it calls rest, if that is not nil.
func (r *Reader) Read(images []float32, rest func()) (*Reading, error) {
	const size = Side * Side
	if len(images)%size != 0 {
		return nil, fmt.Errorf("%d numbers of images; allowed is a multiple of %d, for %d by %d pixels each", len(images), size, Side, Side)
	}
	n := len(images) / size
	out := &Reading{make([]float32, 0, (n+batch)*Features), make([]float32, 0, (n+batch)*Classes)}
	in, features, probabilities := make([]float32, batch*size), make([]float32, batch*Features), make([]float32, batch*Classes)
	for at := 0; at < n; at += batch {
		clear(in[copy(in, images[at*size:]):])
		r.machine.Write(r.program.Slot("x"), in)
		if err := r.machine.Run(0, 1); err != nil {
			return nil, err
		}
		r.machine.Read(r.program.Slot("features"), features)
		r.machine.Read(r.program.Slot("probabilities"), probabilities)
		out.Features = append(out.Features, features...)
		out.Probabilities = append(out.Probabilities, probabilities...)
		if rest != nil {
			rest()
		}
	}
	out.Features, out.Probabilities = out.Features[:n*Features], out.Probabilities[:n*Classes]
	return out, nil
}

// Close frees the machine.
func (r *Reader) Close() error { return r.machine.Close() }
