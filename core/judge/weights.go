package judge

import (
	"encoding/binary"
	"fmt"
	"math"

	"ganvas/core/graph"
	"ganvas/core/nn"
)

// Judge is the network's weights.
type Judge struct{ values map[string][]float32 }

// Weights are the values of a variable that Apply asked its scope for, by its path there; nil for any other.
func (j *Judge) Weights(path string) []float32 { return j.values[path] }

// variables lists the network's variables in their order.
func variables() []nn.Variable {
	s := nn.NewScope("judge")
	if err := graph.Build(func() { Apply(s, graph.Variable("x", 1, Side, Side, 1)) }); err != nil {
		panic(err) // the network is constant
	}
	return s.Variables()
}

// magic begins the weights as bytes.
const magic = "ganvas judge 1\n"

// Bytes is the weights, rounded: those of one output are whole numbers from -127 to 127 times a number of their own, which loses less than a
// thousandth of what the judge gets right and three quarters of the bytes. Biases, which have one axis, stay as they are.
func (j *Judge) Bytes() []byte {
	b := []byte(magic)
	for _, v := range variables() {
		values, shape := j.values[v.Path], v.Node.Shape()
		if len(shape) == 1 {
			for _, x := range values {
				b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
			}
			continue
		}
		columns := shape[len(shape)-1]
		steps := make([]float32, columns)
		for i, x := range values {
			steps[i%columns] = max(steps[i%columns], float32(math.Abs(float64(x)))/127)
		}
		for _, s := range steps {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(s))
		}
		for i, x := range values {
			whole := 0.
			if s := steps[i%columns]; s > 0 {
				whole = math.Floor(float64(x/s) + .5)
			}
			b = append(b, byte(int8(max(-127, min(127, whole)))))
		}
	}
	return b
}

// Parse reads what Bytes wrote.
func Parse(b []byte) (*Judge, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, fmt.Errorf("the judge's weights begin with %.15q; allowed is %q", b, magic)
	}
	rest, want := b[len(magic):], 0
	for _, v := range variables() {
		want += stored(v.Node.Shape())
	}
	if len(rest) != want {
		return nil, fmt.Errorf("the judge's weights are %d bytes long; allowed are %d", len(b), len(magic)+want)
	}
	j := &Judge{map[string][]float32{}}
	for _, v := range variables() {
		shape := v.Node.Shape()
		j.values[v.Path] = read(rest[:stored(shape)], shape)
		rest = rest[stored(shape):]
	}
	return j, nil
}

// stored is how many bytes a variable takes.
func stored(s graph.Shape) int {
	if len(s) == 1 {
		return 4 * s[0]
	}
	return s.Len() + 4*s[len(s)-1]
}

// read is a variable's values.
func read(b []byte, s graph.Shape) []float32 {
	columns := s[len(s)-1]
	steps := make([]float32, columns)
	for i := range steps {
		steps[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	if len(s) == 1 {
		return steps
	}
	values := make([]float32, s.Len())
	for i := range values {
		values[i] = float32(float32(int8(b[4*columns+i])) * steps[i%columns])
	}
	return values
}
