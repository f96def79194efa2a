package control

import (
	"errors"
	"slices"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/nn"
	"ganvas/ui/plot"
)

// Row is one hidden layer as text that may not be good yet.
type Row struct{ Width, Activation string }

// Rows parts the text of a list of hidden layers, good or not.
func Rows(text string) []Row {
	if text == "" {
		return nil
	}
	var rows []Row
	for part := range strings.SplitSeq(text, ",") {
		w, a, _ := strings.Cut(part, ":")
		rows = append(rows, Row{w, a})
	}
	return rows
}

// Grown is layers with one more, like the last.
func Grown(l experiment.Layers) experiment.Layers {
	next := experiment.Layer{Width: 16}
	if n := l.Len(); n > 0 {
		next = l.At(n - 1)
	}
	return l.Append(next)
}

// Moved is layers with layer i as many places nearer to the output, or farther from it, as there are.
func Moved(l experiment.Layers, i, by int) experiment.Layers {
	to := max(0, min(i+by, l.Len()-1))
	return l.Without(i).Insert(to, l.At(i))
}

// Kinds are the kinds that a layer may have among layers for data of a shape: of points, those that take features. A layer's own is among them.
func Kinds(shape []int, now experiment.Layer) (kinds []experiment.LayerKind) {
	own, _ := experiment.KindOf(now)
	for _, k := range experiment.LayerKinds {
		if len(shape) == 3 || k.Key == own.Key || k.Key == "fc" || k.Activated && len(k.Numbers) == 0 {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// OfKind is a layer of another kind that keeps what both have: what it gives, its window and its activation.
func OfKind(was experiment.Layer, k experiment.LayerKind) experiment.Layer {
	old, _ := experiment.KindOf(was)
	var numbers []int
	for _, n := range k.Numbers {
		v := max(n.Min, 1)
		if n.Usual != nil {
			v = n.Usual(k.New(numbers...))
		}
		same := func(o experiment.LayerNumber) bool {
			return o.Label == n.Label || o.Letter == "" && n.Letter == "" && old.Learns && k.Learns
		}
		if i := slices.IndexFunc(old.Numbers, same); i >= 0 {
			v = max(n.Min, min(old.Numbers[i].Of(was), n.Max))
		}
		numbers = append(numbers, v)
	}
	l := k.New(numbers...)
	if k.Activated {
		l.Activation = was.Activation
	}
	return l
}

// Plan is what a player's layers make of an example.
type Plan struct {
	Sizes []string // of each layer that fits: what it gives, and what that takes
	Stuck int      // the layer that does not fit, or -1
	Why   string   // why not
	Mends []experiment.Mend
}

// PlanOf is the plan of a player, "g" or "d", with these layers in the place of the Spec's, for data of a shape and so many classes.
func PlanOf(s experiment.Spec, player string, l experiment.Layers, shape []int, classes int) Plan {
	design := experiment.Spec.DesignG
	if player == "d" {
		s.Discriminator.Hidden, design = l, experiment.Spec.DesignD
	} else {
		s.Generator.Hidden = l
	}
	told := classes
	if s.Condition == "none" {
		told = 0
	}
	sizes, err := design(s, shape, told).Sizes()
	p := Plan{Stuck: -1}
	for _, size := range sizes[:min(len(sizes), l.Len())] {
		p.Sizes = append(p.Sizes, sizeText(size))
	}
	var fit *nn.FitError
	if errors.As(err, &fit) {
		p.Stuck = max(0, min(fit.Place, l.Len()-1))
		p.Why = fit.Why + "; " + fit.Fits + " would fit"
		p.Mends = s.Mends(player, shape, classes)
	}
	return p
}

// sizeText says what a layer gives and takes: "28 × 28 × 8, 208 weights, 156,800 multiply-adds".
func sizeText(s nn.Size) string {
	var sides []string
	for _, d := range s.Out {
		sides = append(sides, plot.Count(d))
	}
	text := "gives " + strings.Join(sides, " × ")
	if s.Parameters > 0 {
		text += " · " + plot.Count(s.Parameters) + " weights"
	}
	if s.Multiplications > 0 {
		text += " · " + plot.Count(s.Multiplications) + " multiply-adds"
	}
	return text
}
