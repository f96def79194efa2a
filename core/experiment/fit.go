package experiment

import (
	"strconv"

	"ganvas/core/data"
	"ganvas/core/nn"
)

// What bounds the memory and the time of a step, so that a link cannot exhaust a visitor's.
const (
	MaxUnits      = 1 << 21 // the minibatch times all hidden units of both players, as often as a step holds them
	MaxImageUnits = 1 << 23 // the same of players of images
	MaxWeights    = 2 << 20 // of one player
	MaxWork       = 1 << 34 // the minibatch times the multiply-adds of both players for one example, forwards
	MaxPixels     = 1 << 26 // bytes of the images that are drawn
)

// fitCatalogue is Fit for the data that the Spec names. Of the reader's own only points are known beforehand: Fit is then for who has read them.
func (s Spec) fitCatalogue() error {
	if e, ok := data.Find(s.Data); ok {
		return s.Fit(data.ShapeOf(e.Source), data.ClassesOf(e.Source))
	}
	if s.Generator.Hidden.Plain() && s.Discriminator.Hidden.Plain() {
		return s.fit([]int{2}, 0)
	}
	return nil
}

// Fit returns nil where the players can learn examples of a shape, of so many classes, and otherwise a *FieldError: shapes do not flow, or
// networks are too large.
func (s Spec) Fit(shape []int, classes int) error {
	if err := s.fitCondition(classes); err != nil {
		return err
	}
	if err := s.fitGiven(shape, classes); err != nil {
		return err
	}
	return s.fit(shape, classes)
}

func (s Spec) fit(shape []int, classes int) error {
	if s.Condition == "none" {
		classes = 0
	}
	x := extents{images: pictorial(shape)}
	var err error
	if x.g, err = measured("g", &s.Generator, s.DesignG(shape, classes), x.images); err != nil {
		return err
	}
	if x.d, err = measured("d", &s.Discriminator, s.DesignD(shape, classes), x.images); err != nil {
		return err
	}
	if n := elements(shape); x.images && s.Rows*n > MaxPixels {
		return refuse("rows", strconv.Itoa(s.Rows), "at most "+strconv.Itoa(MaxPixels/n)+" images this large")
	}
	if err := s.fitLooks(x); err != nil {
		return err
	}
	return s.fitBatch(x)
}

// extent is how large a player is.
type extent struct{ units, weights, work int }

// extents are both players'.
type extents struct {
	g, d   extent
	images bool
}

// measured is the extent of a player, or why its layers do not fit.
func measured(key string, p *Player, d Design, images bool) (x extent, err error) {
	sizes, err := d.Sizes()
	if err != nil {
		return x, refuse(key, p.Hidden.String(), "layers that fit: "+err.Error())
	}
	for i, size := range sizes {
		x.weights += size.Parameters
		x.work += size.Multiplications
		if i < len(d.Network.Hidden) && !relays(d.Network.Hidden[i].Layer) {
			x.units += elements(size.Out)
		}
	}
	if x.weights > MaxWeights {
		return x, refuse(key, p.Hidden.String(), "layers of at most "+strconv.Itoa(MaxWeights)+" weights, not "+strconv.Itoa(x.weights))
	}
	if p.Hidden.Plain() && !images {
		x.units, x.weights = p.Hidden.Widths(), p.Hidden.weights()
	}
	return x, nil
}

// relays says whether a layer only shows what it is given in another shape.
func relays(l nn.Layer) bool {
	switch l.(type) {
	case nn.Flatten, nn.Reshape:
		return true
	}
	return false
}

// fitBatch: the minibatch is not too large for these networks.
func (s Spec) fitBatch(x extents) error {
	units, held, most := x.units(s.Ensemble), s.held(x), MaxUnits
	if x.images {
		most = MaxImageUnits
	}
	if work := x.g.work + s.Ensemble*x.d.work; s.Batch*work > MaxWork {
		return refuse("batch", strconv.Itoa(s.Batch), "at most "+strconv.Itoa(MaxWork/work)+" with networks that take this many multiply-adds ("+strconv.Itoa(work)+" an example)")
	}
	if s.Batch*held <= most {
		return nil
	}
	why := "with networks this large (together they have " + strconv.Itoa(units) + " hidden units)"
	if held > units {
		why += " and players that look ahead or for consensus"
	}
	return refuse("batch", strconv.Itoa(s.Batch), "at most "+strconv.Itoa(most/held)+" "+why)
}

// units is the number of hidden units of the generator and, that many times, of a discriminator.
func (x extents) units(times int) int { return x.g.units + times*x.d.units }

// held is the number of hidden units of one sample that a step holds at a time.
func (s Spec) held(x extents) int {
	if s.Consensus == 0 && s.Unroll > 0 {
		return x.units(s.looks() * s.Ensemble)
	}
	return s.looks() * x.units(s.Ensemble)
}
