package app

import (
	"strconv"
	"strings"
	"testing"

	"ganvas/core/experiment"
)

// A choice that cannot be taken says why before it is pressed; the present one, and what goes with the rest, do not.
func TestChoicesThatCannotBeTaken(t *testing.T) {
	for _, c := range []struct{ query, key, value, want string }{
		{"", "noise", "constant", "data of more than one point"},
		{"data=dirac", "noise", "constant", ""},
		{"", "noise", "normal", ""},
		{"", "noise", "sphere", ""},
		{"z=1", "noise", "sphere", "two points"},
		{"", "d.norm", "batch", "gradient penalty"},
		{"r1=0&r2=0", "d.norm", "batch", ""},
		{"unroll=2", "order", "extragradient", "With this, Unrolled steps would have to be 0"},
		{"z=1", "data", "dirac", ""},
	} {
		m := open(t, c.query).model
		got := m.Refuses(experiment.Find(c.key), c.value)
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%q refuses %s=%s with %q, want %q", c.query, c.key, c.value, got, c.want)
		}
	}
}

// What is wrong with a layer is said in the form's own words, not in those of links.
func TestLayersAreExplainedAsTheFormHasThem(t *testing.T) {
	p := open(t, "").tell(FieldStaged{"g", "32,99999"})
	p.expect("a layer that is too wide", p.model.Drafts["g"].Error, "Give each layer from 1 to "+strconv.Itoa(experiment.MaxWidth)+" neurons or channels, and at most "+strconv.Itoa(experiment.MaxLayers)+" layers.")
}

// A field that no layer asks is not shown: the spiral's layers all name their activation.
func TestAnActivationThatNoLayerHas(t *testing.T) {
	for query, want := range map[string]bool{"data=spiral": false, "": true, "g=32:tanh,16": true, "g=": true} {
		m := open(t, query).model
		if got := experiment.Find("g.act").Used(&m.Spec); got != want {
			t.Errorf("%q uses the activation: %t, want %t", query, got, want)
		}
	}
}
