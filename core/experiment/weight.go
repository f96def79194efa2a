package experiment

import (
	"math"
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/nn"
	"ganvas/core/query"
	"ganvas/core/script"
)

// Weight is the place of one number of a fully connected player. As a key it is written PLAYER.w.LAYER.TO.FROM, all counted from 1: "g.w.2.5.3" is what
// unit 5 of the generator's second layer takes of unit 3 of the first, and "g.w.2.5.0" is that unit's bias. The layer after the hidden ones is the output.
type Weight struct {
	Player          string // "g" or "d"
	Layer, To, From int
}

// weightLimit is the greatest size of a weight that is set by hand.
const weightLimit = 1000

// WeightAllowed says what a weight that is set by hand may be.
const WeightAllowed = "a number from -1000 to 1000"

// ParseWeight reads a key, and reports whether it is a weight's.
func ParseWeight(key string) (w Weight, ok bool) {
	part := strings.Split(key, ".")
	if len(part) != 5 || part[1] != "w" || part[0] != "g" && part[0] != "d" {
		return w, false
	}
	w.Player = part[0]
	for i, n := range []*int{&w.Layer, &w.To, &w.From} {
		x, err := strconv.ParseUint(part[i+2], 10, 16)
		if err != nil || strconv.FormatUint(x, 10) != part[i+2] || x == 0 && i < 2 {
			return w, false
		}
		*n = int(x)
	}
	return w, true
}

// Key is the weight's key.
func (w Weight) Key() string {
	return strings.Join([]string{w.Player, "w", strconv.Itoa(w.Layer), strconv.Itoa(w.To), strconv.Itoa(w.From)}, ".")
}

// WeightValue reads what a weight is set to; the error is a *FieldError.
func WeightValue(p query.Pair) (float32, error) {
	x, err := strconv.ParseFloat(p.Value, 32)
	if err != nil || math.IsNaN(x) || math.Abs(x) > weightLimit {
		return 0, &FieldError{Field: p.Key, Value: p.Value, Allowed: WeightAllowed}
	}
	return float32(x), nil
}

// FindWeight is where a weight lies in a player's arrays, for examples of a shape and so many classes that the players are told of: the array's path, and the
// number's place in it. The error is a *FieldError where the player has no such weight.
func (s *Spec) FindWeight(w Weight, shape []int, classes int) (path string, at int, err error) {
	design := s.DesignG
	if w.Player == "d" {
		design = s.DesignD
	}
	d := design(shape, classes)
	units, ok := w.in(d)
	if !ok || s.Family() != "" {
		return "", 0, &FieldError{Field: script.Key, Value: w.Key(), Allowed: "a weight that a fully connected layer of the player has"}
	}
	if path = d.Network.Path(w.Layer - 1); w.From == 0 {
		return path + "/bias", w.To - 1, nil
	}
	return path + "/weight", (w.From-1)*units + w.To - 1, nil
}

// CheckWeight is the error of FindWeight where the shape of the Spec's data is known without them.
func (s *Spec) CheckWeight(w Weight) error {
	e, ok := data.Find(s.Data)
	if !ok || e.Source == nil {
		return nil
	}
	classes := 0
	if s.Condition != "none" {
		classes = data.ClassesOf(e.Source)
	}
	_, _, err := s.FindWeight(w, data.ShapeOf(e.Source), classes)
	return err
}

// in says how many units the weight's layer has in a design of its player, and reports whether the weight is there.
func (w Weight) in(d Design) (units int, ok bool) {
	hidden := d.Network.Hidden
	if w.Layer > len(hidden)+1 || len(d.In) != 1 {
		return 0, false
	}
	inputs := d.In[0]
	for i := range w.Layer {
		layer := d.Network.Output
		if i < len(hidden) {
			layer = hidden[i].Layer
		}
		full, dense := layer.(nn.Full)
		if !dense {
			return 0, false
		}
		if i > 0 {
			inputs = units
		}
		units = full.Out
		if w.Layer == i+1 && w.From == 0 && full.Unbiased {
			return 0, false
		}
	}
	return units, w.To <= units && w.From <= inputs
}
