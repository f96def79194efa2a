package gan

import (
	"math"
	"slices"

	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// neighbour is which image of training is nearest to one that is looked at. It is looked for when another image is looked at, and when measures are
// wanted anew: to go through ten thousand images takes some milliseconds.
type neighbour struct {
	aim      string
	row      int
	distance float64
	step     uint64
	usual    float64 // the median distance of some images of training from the others; 0 until it is known
}

// usualImages is of how many images of training that median is.
const usualImages = 11

// nearestTo is the row of the training image that is nearest to pixels, and the distance: the root of the sum of squared differences of pixels from 0 to
// 1. The row except is passed over; -1 passes over none. Without any image the row is -1.
func (m *images) nearestTo(pixels []uint8, except int) (row int, distance float64) {
	size, best := len(pixels), math.MaxInt
	row = -1
	for r := range m.count {
		if r == except {
			continue
		}
		if d := squared(pixels, m.pixels[r*size:][:size], best); d < best {
			row, best = r, d
		}
	}
	return row, math.Sqrt(float64(best)) / 255
}

// squared is the sum of squared differences, or what it has come to where that is not below a limit.
func squared(a, b []uint8, limit int) (sum int) {
	const stretch = 32 // numbers between looks at the limit
	for len(a) > 0 && sum < limit {
		n := min(stretch, len(a))
		for i, x := range a[:n] {
			d := int(x) - int(b[i])
			sum += d * d
		}
		a, b = a[n:], b[n:]
	}
	return sum
}

// find looks for the nearest image, where that is due. Images of training are compared with the others.
func (k *looks) find(a run.Ask) neighbour {
	n := &k.near
	if n.usual > 0 && n.aim == a.Aim && (!a.Fresh || n.step == a.Step) {
		return *n
	}
	if n.usual == 0 {
		n.usual = k.m.usualDistance()
	}
	except := -1
	if aim := probe.ParseAim(a.Aim).Within(k.fake.len(), k.real.len()); aim.Kind == probe.OfReal {
		except = k.m.rowOf(k.real, aim.At)
	}
	n.aim, n.step = a.Aim, a.Step
	n.row, n.distance = k.m.nearestTo(rounded(a.Slots.Read(subjectShown)), except)
	return *n
}

// usualDistance is the median distance of some images of training, evenly spaced, from the nearest of the others.
func (m *images) usualDistance() float64 {
	n := min(usualImages, m.count)
	size := elements(m.shape)
	var all []float64
	for i := range n {
		row := i * m.count / n
		_, d := m.nearestTo(m.pixels[row*size:][:size], row)
		all = append(all, d)
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func (k *looks) nearestImage(a run.Ask) (wire.Array, []wire.Measure, error) {
	size := elements(k.m.shape)
	pixels := make([]uint8, size)
	if n := k.find(a); n.row >= 0 {
		copy(pixels, k.m.pixels[n.row*size:])
	}
	return wire.Bytes(probe.Nearest, pixels, k.m.shape...), nil, nil
}

func (k *looks) nearestTold(a run.Ask) (wire.Array, []wire.Measure, error) {
	n := k.find(a)
	out := make([]float32, probe.NearestNumbers)
	out[probe.NearestDistance], out[probe.NearestUsual] = float32(n.distance), float32(n.usual)
	out[probe.NearestRow], out[probe.NearestClass] = float32(n.row), -1
	if n.row >= 0 {
		if k.m.classes > 0 {
			out[probe.NearestClass] = k.m.labels[n.row]
		}
		a.Slots.Write(nearestRow, []float32{float32(n.row)})
		if err := a.Slots.Call(nearestVerdict); err != nil {
			return wire.Array{}, nil, err
		}
		out[probe.NearestVerdict] = a.Slots.Read(nearestVerdict)[0]
	}
	return wire.Floats(probe.NearestTold, out, len(out)), nil, nil
}

// nearestJudged has the discriminator judge a row of the data.
func (k *looks) nearestJudged() []Update {
	row := Variable(nearestRow, 1)
	logits := k.b.d.average(k.b.copies(k.m.gathered(row)), k.b.copies(k.b.rowClasses(row)))
	return []Update{{Var: Variable(nearestVerdict, 1), Value: k.reading(logits)}}
}
