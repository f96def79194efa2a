package experiment

import (
	"strconv"

	"ganvas/core/query"
)

// What bounds the layers for images of the reader's own.
const (
	firstUnits    = MaxWidth // numbers that the generator's first layer gives
	usualHalvings = 2        // as for digits
	leastChannels = 8        // of the smallest image, for which larger ones are halved more often
)

// ForImages is the experiment that learns images of the reader's own: count of them, of a shape (height, width, channels) and so many classes. It is
// the recipe of digits for that shape: images are enlarged by repeating pixels as often as both sides can be halved, twice where that is enough; dense
// layers make those that cannot be halved. The error is Fit's, where no minibatch is small enough.
func ForImages(shape []int, classes, count int) (Spec, error) {
	s := Default()
	s.Data = OwnData
	s.set(legible)
	s.set(imageLayers(shape, min(firstUnits, MaxWeights*3/4/(s.Latent+classes+1))))
	s.Rows = min(count, int(Find("rows").Max))
	if classes < 2 {
		s.Condition = "none"
	}
	var err error
	for ; s.Batch > 0; s.Batch /= 2 {
		if err = s.Fit(shape, classes); err == nil {
			return s, s.Check()
		}
	}
	return s, err
}

// imageLayers are both players' layers for a shape, where the generator's first layer gives so many numbers at most.
func imageLayers(shape []int, most int) string {
	n := strconv.Itoa
	h, w, halved := shape[0], shape[1], 0
	for h%2 == 0 && w%2 == 0 && (halved < usualHalvings || h*w*leastChannels > most) {
		h, w, halved = h/2, w/2, halved+1
	}
	if halved == 0 || h*w > most {
		wide := max(2, min(512, MaxWeights/2/elements(shape)))
		return "g.norm=none&g=" + n(max(1, wide/2)) + "," + n(wide) + "&d=" + n(wide) + "," + n(max(1, wide/2))
	}
	channels := max(1, min(64, most/(h*w)))
	g, d := n(h*w*channels)+",shape"+n(h)+"x"+n(w)+"x"+n(channels), "conv32k4s2p1"
	for range halved - 1 {
		g += ",nearest2,conv8k3p1"
		d += ",conv16k4s2p1"
	}
	g += ",nearest2,conv" + n(shape[2]) + "k3p1"
	return query.Format(query.Pair{Key: "g", Value: g}, query.Pair{Key: "d", Value: d})
}
