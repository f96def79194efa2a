package experiment

import (
	"errors"
	"strconv"

	"ganvas/core/nn"
)

// Mend is a change that lets shapes flow past the layer that did not fit.
type Mend struct {
	Text   string // for people: "Flatten before it"
	Layers Layers // the list with the change
}

// Mends are changes to a player's list, "g" or "d", each of which lets shapes flow farther, the best first; there is none where all layers fit.
// Shape and classes are the data's, as in Fit.
func (s Spec) Mends(player string, shape []int, classes int) (out []Mend) {
	if s.Condition == "none" {
		classes = 0
	}
	list, design := &s.Generator.Hidden, Spec.DesignG
	if player == "d" {
		list, design = &s.Discriminator.Hidden, Spec.DesignD
	}
	stuck := func() (*nn.FitError, int) {
		_, err := design(s, shape, classes).Sizes()
		var fit *nn.FitError
		if !errors.As(err, &fit) {
			return nil, 0
		}
		return fit, list.Len() - fit.Place
	}
	fit, left := stuck()
	if fit == nil || list.Len() == 0 {
		return nil
	}
	m := mender{was: *list, fit: fit, at: min(fit.Place, list.Len()-1), shape: shape}
	m.all()
	for _, x := range m.found {
		*list = x.Layers
		if still, now := stuck(); x.Layers.valid() && (still == nil || now < left) {
			out = append(out, x)
		}
	}
	return out
}

// mender gathers what might help.
type mender struct {
	was   Layers
	fit   *nn.FitError
	at    int   // the layer that does not fit
	shape []int // of the data
	found []Mend
}

func (m *mender) add(text string, l Layers) { m.found = append(m.found, Mend{text, l}) }

// before adds layers before the one that does not fit, where there is room.
func (m *mender) before(text string, more ...Layer) {
	if m.was.Len()+len(more) > MaxLayers {
		return
	}
	l := m.was
	for i, x := range more {
		l = l.Insert(m.at+i, x)
	}
	m.add(text, l)
}

func (m *mender) all() {
	x := m.was.At(m.at)
	switch {
	case m.fit.Kind == outputKind:
		m.output(x)
	case len(m.fit.In) == 3 && x.Kind == "":
		m.before("Flatten before it", Layer{Kind: "flat"})
	case len(m.fit.In) == 3:
		m.smaller(x)
	case x.Kind == "shape":
		m.units(x)
	case pictorial(m.shape):
		side := max(1, m.shape[0]/4)
		m.before("Make an image of "+shapeText([]int{side, side, 8})+" before it", Layer{Width: side * side * 8}, Layer{Kind: "shape", Shape: [3]int{side, side, 8}})
	}
	m.add("Remove it", m.was.Without(m.at))
}

// units gives a reshape as many numbers as it wants.
func (m *mender) units(x Layer) {
	n := elements(x.Shape[:])
	if m.at > 0 && m.was.At(m.at-1).Kind == "" {
		wider := m.was.At(m.at - 1)
		wider.Width = n
		m.add("Give the layer before it "+strconv.Itoa(n)+" units", m.was.With(m.at-1, wider))
	}
	m.before("A fully connected layer of "+strconv.Itoa(n)+" units before it", Layer{Width: n})
}

// smaller makes a window as large as fits.
func (m *mender) smaller(x Layer) {
	side := min(m.fit.In[0], m.fit.In[1])
	if x.Kernel > side {
		x.Kernel, x.Pad = side, min(x.Pad, side-1)
		m.add("A window of "+strconv.Itoa(side), m.was.With(m.at, x))
	}
}

// output takes the image that comes out to the data's height, width and channels: the last layer gives the channels, and what is before it is
// enlarged or pooled.
func (m *mender) output(x Layer) {
	if !pictorial(m.shape) || m.was.picture() && len(m.fit.In) != 3 {
		return
	}
	last := m.was
	if x.Width > 0 {
		x.Width = m.shape[2]
		last = last.With(m.at, x)
		m.add("Give "+strconv.Itoa(x.Width)+" channels in the last layer", last)
	}
	for factor := 2; factor <= 8 && last.Len() < MaxLayers; factor++ {
		m.add("Enlarge the image "+strconv.Itoa(factor)+" times before the last layer", last.Insert(m.at, Layer{Kind: "nearest", Factor: factor}))
		m.add("Pool windows of "+strconv.Itoa(factor)+" before the last layer", last.Insert(m.at, Layer{Kind: "mean", Kernel: factor, Stride: factor}))
	}
}
