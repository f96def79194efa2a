package experiment

import (
	"strconv"

	"ganvas/core/query"
)

// How many numbers a generator's first layer gives at most where images are large, and the minibatches that are tried, so that a step takes no
// longer than it must.
const (
	firstUnits  = 8192
	leastImages = 4
)

// ForImages is the experiment that learns images of the reader's own: count of them, of a shape (height, width, channels) and so many classes. It is
// the recipe of digits for that shape: enlarged by repeating pixels as often as both sides can be halved, twice at most, and by dense layers where they
// cannot. The error is Fit's, where no minibatch is small enough.
func ForImages(shape []int, classes, count int) (Spec, error) {
	s := Default()
	s.Data = OwnData
	s.set(legible)
	s.set(imageLayers(shape))
	s.Rows = min(count, int(Find("rows").Max))
	if classes < 2 {
		s.Condition = "none"
	}
	var err error
	for ; s.Batch >= leastImages; s.Batch /= 2 {
		if err = s.Fit(shape, classes); err == nil {
			return s, s.Check()
		}
	}
	return s, err
}

// imageLayers are both players' layers for a shape.
func imageLayers(shape []int) string {
	n := strconv.Itoa
	h, w, halved := shape[0], shape[1], 0
	for ; halved < 2 && h%2 == 0 && w%2 == 0; halved++ {
		h, w = h/2, w/2
	}
	if halved == 0 {
		wide := max(2, min(512, MaxWeights/2/elements(shape)))
		return "g.norm=none&g=" + n(max(1, wide/2)) + "," + n(wide) + "&d=" + n(wide) + "," + n(max(1, wide/2))
	}
	channels := min(64, max(1, firstUnits/(h*w)))
	g, d := n(h*w*channels)+",shape"+n(h)+"x"+n(w)+"x"+n(channels), "conv32k4s2p1"
	if halved == 2 {
		g += ",nearest2,conv8k3p1"
		d += ",conv16k4s2p1"
	}
	g += ",nearest2,conv" + n(shape[2]) + "k3p1"
	return query.Format(query.Pair{Key: "g", Value: g}, query.Pair{Key: "d", Value: d})
}
