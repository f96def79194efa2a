package gan

import "ganvas/core/data"

// given are the generator's first weights at a path, as a hand has typed them in the data's units; nil where they are drawn.
func (b *builder) given(path string) []float32 {
	rows := b.spec.Given.Rows()
	if rows == nil || b.spec.Generator.Hidden.Len() > 0 {
		return nil
	}
	frame, size := b.data.frame, b.data.size()
	last := len(rows[0]) - 1
	switch path {
	case "0/weight": // [noise, columns]
		out := make([]float32, last*size)
		for k, row := range rows {
			for i, v := range row[:last] {
				out[i*size+k] = float32(v / float64(frame.Scale[k]))
			}
		}
		return out
	case "0/bias":
		out := make([]float32, size)
		for k, row := range rows {
			v := row[last]
			if own, ok := b.data.source.(data.Finite); ok {
				v -= own.Origin()[k]
			}
			out[k] = float32((v - float64(frame.Centre[k])) / float64(frame.Scale[k]))
		}
		return out
	}
	return nil
}
