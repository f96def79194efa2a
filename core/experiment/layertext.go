package experiment

import (
	"fmt"
	"strconv"
	"strings"

	"ganvas/core/nn"
)

// LayerError says which layer of a list is not good, and what is allowed there.
type LayerError struct {
	Place   int    // of the layer, counted from 0
	Text    string // as written
	Allowed string // for people
}

// Error names the place, counted from 1, the text, and what is allowed.
func (e *LayerError) Error() string {
	return fmt.Sprintf("layer %d, %s: give %s", e.Place+1, strconv.Quote(shorten(e.Text)), e.Allowed)
}

// String is the text form, empty where there are no layers.
func (l Layers) String() string {
	var b strings.Builder
	for i, x := range l.at[:l.n] {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(x.String())
	}
	return b.String()
}

// String is the text form: the key, then every number that is not as usual or is shown always, then the activation that it names.
func (l Layer) String() string {
	k, _ := KindOf(l)
	text := l.Kind
	for _, n := range k.Numbers {
		if v := n.Of(l); n.Usual == nil || n.Shown || v != n.Usual(l) {
			text += n.Letter + strconv.Itoa(v)
		}
	}
	if l.Activation != "" {
		text += ":" + l.Activation
	}
	return text
}

// ParseLayers reads the text form. The error is a *LayerError.
func ParseLayers(text string) (l Layers, err error) {
	if text == "" {
		return l, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		if l.n == MaxLayers {
			return Layers{}, &LayerError{l.n, part, "at most " + strconv.Itoa(MaxLayers) + " layers"}
		}
		x, allowed := parseLayer(part)
		if allowed == "" {
			allowed = x.wrong()
		}
		if allowed != "" {
			return Layers{}, &LayerError{l.n, part, allowed}
		}
		l = l.Append(x)
	}
	return l, nil
}

// parseLayer reads one layer, or says what is allowed in its place.
func parseLayer(text string) (l Layer, allowed string) {
	body, act, named := strings.Cut(text, ":")
	if named && act == "" {
		return l, activationsAllowed()
	}
	digits := strings.TrimLeft(body, "abcdefghijklmnopqrstuvwxyz")
	key := body[:len(body)-len(digits)]
	if key == "" {
		n, ok := parseInteger(body) // 32, and 3.2e1 as before there were kinds
		if !ok || n < 1 || n > MaxWidth {
			return l, LayerKinds[0].allowed()
		}
		return Layer{Width: int(n), Activation: act}, ""
	}
	k, ok := FindLayerKind(key)
	if !ok {
		return l, "one of these kinds: " + kindKeys()
	}
	l = k.New()
	if !k.numbers(&l, digits) {
		return l, k.allowed()
	}
	l.Activation = act
	return l, ""
}

// numbers reads a layer's numbers, in their order; those left out are as usual.
func (k LayerKind) numbers(l *Layer, text string) bool {
	for _, n := range k.Numbers {
		rest, ok := strings.CutPrefix(text, n.Letter)
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		if !ok || digits == "" {
			if n.Usual == nil {
				return false
			}
			*n.place(l) = n.Usual(*l)
			continue
		}
		v, err := strconv.Atoi(digits)
		if err != nil {
			return false
		}
		*n.place(l), text = v, rest[len(digits):]
	}
	return text == ""
}

// wrong says what is allowed in a layer's place where one of its numbers is out of its range, or its activation unknown; it is empty where all
// is good.
func (l Layer) wrong() string {
	k, ok := KindOf(l)
	if !ok {
		return "one of these kinds: " + kindKeys()
	}
	plain := k.New()
	for _, n := range k.Numbers {
		v := n.Of(l)
		if v < n.Min || v > n.Max {
			return n.span()
		}
		plain = n.In(plain, v)
	}
	if plain.Activation = l.Activation; plain != l {
		return "no other numbers than " + k.form()
	}
	if _, ok := nn.FindActivation(l.Activation); l.Activation != "" && (!ok || !k.Activated) {
		if !k.Activated {
			return k.form() + " without an activation"
		}
		return activationsAllowed()
	}
	return ""
}

// valid says whether all layers are good by themselves. What is beyond the list's length is not looked at.
func (l Layers) valid() bool {
	for _, x := range l.at[:l.n] {
		if x.wrong() != "" {
			return false
		}
	}
	return true
}

// span says for people what a number takes: "a kernel from 1 to 32".
func (n LayerNumber) span() string {
	label := strings.ToLower(n.Label)
	return label + " from " + strconv.Itoa(n.Min) + " to " + strconv.Itoa(n.Max)
}

// form is the shape of the kind's text: "conv16k3s1p0d1".
func (k LayerKind) form() string {
	text := k.Key
	for _, n := range k.Numbers {
		text += n.Letter + strconv.Itoa(n.Of(k.example()))
	}
	return text
}

// example is a layer of the kind with middling numbers.
func (k LayerKind) example() Layer {
	l := k.New()
	for _, n := range k.Numbers {
		if n.Usual == nil {
			l = n.In(l, min(n.Max, 16))
		}
	}
	return l
}

// allowed says for people how the kind's text goes.
func (k LayerKind) allowed() string {
	text := "a layer such as " + k.form()
	for i, n := range k.Numbers {
		sep := ", "
		if i == 0 {
			sep = " with "
		}
		text += sep + n.span()
	}
	return text
}

func activationsAllowed() string {
	text := "after the colon one of "
	for i, a := range nn.Activations {
		if i > 0 {
			text += ", "
		}
		text += a.Key
	}
	return text
}

func kindKeys() string {
	text := "a width alone"
	for _, k := range LayerKinds {
		text += ", " + k.Key
	}
	return text
}
