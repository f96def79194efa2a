// Package control is the table of controls: what can be pressed, turned and chosen, in the order in which the page reads.
//
// It is not HTML (ui/dom mounts it) and holds no values (app.Model does). Fields of an experiment come from
// experiment.Fields, so that a new field has its control by being there.
package control

import "ganvas/core/experiment"

// Widget is the kind of control that suits a field.
type Widget uint8

// The widgets.
const (
	Box    Widget = iota // a number to type
	Slider               // a slider, with the number beside it to type
	Menu                 // one of several choices
	Stack                // hidden layers, one row each
	Switch               // on or off
)

// Control is a field of an experiment with the widget that turns it.
type Control struct {
	*experiment.Field
	Widget Widget
	Minor  bool // behind "more settings"
}

// Of is the control of a field.
func Of(f *experiment.Field) Control {
	return Control{Field: f, Widget: widgetOf(f), Minor: minor(f.Key)}
}

func widgetOf(f *experiment.Field) Widget {
	switch f.Kind {
	case experiment.Choice:
		return Menu
	case experiment.List:
		return Stack
	case experiment.Flag:
		return Switch
	case experiment.Number:
		return Slider
	}
	return Box
}

// Scale is the scale of the control's slider.
func (c Control) Scale() Scale {
	if c.Log {
		return Log{c.Min, c.Max}
	}
	if c.Max < 1 && c.Max > 0.99 {
		return Memory{c.Max}
	}
	return Linear{c.Min, c.Max}
}
