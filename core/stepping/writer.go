package stepping

import (
	"math"
	"strings"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

// writer writes graphs as TeX: in symbols, or with numbers in the places of the leaves. What is 0, 1 or rounding's guard is left out, and what a mean
// or a sum has only one of is that one.
type writer struct {
	names    map[*graph.Node]string
	verdicts map[*graph.Node]string // D(x) of a logit, where a loss is to be said in it
	values   map[*graph.Node][]float64
	numbers  bool
	varies   map[*graph.Node]bool
}

// newWriter is a writer of nodes, whose values are known by an environment; without one it writes symbols alone.
func newWriter(env exact.Env, roots ...*graph.Node) *writer {
	w := &writer{names: map[*graph.Node]string{}, values: map[*graph.Node][]float64{}, varies: map[*graph.Node]bool{}}
	if env == nil {
		return w
	}
	all := graph.Sorted(roots...)
	for i, v := range env.Eval(all...) {
		w.values[all[i]] = v
	}
	return w
}

func (w *writer) name(n *graph.Node, tex string) { w.names[n] = tex }

// formula is the node's.
func (w *writer) formula(n *graph.Node) Formula {
	f := Formula{Value: w.values[n][0]}
	verdicts := w.verdicts
	w.verdicts = nil
	f.Symbols = w.symbols(n)
	if w.verdicts = verdicts; verdicts != nil {
		if v := w.symbols(n); v != f.Symbols {
			f.Verdicts = v
		}
		w.verdicts = nil
	}
	if w.depends(n) {
		w.numbers = true
		f.Numbers = w.write(n, sum)
		w.numbers = false
	}
	f.Terms = w.terms(n, 1)
	return f
}

func (w *writer) symbols(n *graph.Node) string { return w.write(n, sum) }

// The binding of what is written, the loosest first.
const (
	sum = iota
	product
	atom
)

// depends reports whether a leaf that has a name is below the node.
func (w *writer) depends(n *graph.Node) bool {
	if _, named := w.names[n]; named {
		return true
	}
	if known, ok := w.varies[n]; ok {
		return known
	}
	w.varies[n] = false
	for _, a := range n.Args() {
		if w.depends(a) {
			w.varies[n] = true
			break
		}
	}
	return w.varies[n]
}

// constant is the node's one value, where it is the same whatever the leaves are.
func (w *writer) constant(n *graph.Node) (float64, bool) {
	if w.depends(n) {
		return 0, false
	}
	values := exact.Env{}.Eval(n)[0]
	for _, v := range values {
		if v != values[0] {
			return 0, false
		}
	}
	return values[0], true
}

// bare is the node without what only lays it out anew, and without sums of one.
func (w *writer) bare(n *graph.Node) *graph.Node {
	for {
		if _, named := w.names[n]; named {
			return n
		}
		switch n.Op().(type) {
		case graph.ReshapeOp, graph.BroadcastOp, graph.SliceOp, graph.TransposeOp, graph.StopOp:
			n = n.Args()[0]
		case graph.MatMulOp: // the product of a slope and a constant 1 is the slope
			a, b := n.Args()[0], n.Args()[1]
			if c, ok := w.constant(a); ok && c == 1 {
				n = b
				continue
			}
			return n
		default:
			return n
		}
	}
}

// factors takes a node apart into a number and what it multiplies, nil where there is nothing else.
func (w *writer) factors(n *graph.Node) (float64, *graph.Node) {
	if c, ok := w.constant(n); ok {
		return c, nil
	}
	n = w.bare(n)
	if _, named := w.names[n]; named {
		return 1, n
	}
	switch fnOf(n) {
	case "neg":
		c, rest := w.factors(n.Args()[0])
		return -c, rest
	case "mul":
		for i := range 2 {
			c, ok := w.constant(n.Args()[i])
			if ok && !w.isMean(n) {
				d, rest := w.factors(n.Args()[1-i])
				return c * d, rest
			}
		}
	case "add", "sub":
		c, a := w.factors(n.Args()[0])
		d, b := w.factors(n.Args()[1])
		if fnOf(n) == "sub" {
			d = -d
		}
		switch {
		case a != nil && b != nil && w.write(a, atom) == w.write(b, atom): // u + u
			return c + d, a
		case a == nil && math.Abs(c) < guard:
			return d, b
		case b == nil && math.Abs(d) < guard:
			return c, a
		}
	}
	return 1, n
}

// guard is what is added only to keep a division or a root finite.
const guard = 1e-4

// write writes a node where something binds so tightly.
func (w *writer) write(n *graph.Node, within int) string {
	c, rest := w.factors(n)
	switch {
	case rest == nil:
		return enclosed(numberTeX(c, true), within, bindingOf(c))
	case c == 1:
		return w.term(rest, within)
	case c == 0:
		return "0"
	case w.numbers && w.isLeaf(rest):
		v := c * w.values[rest][0]
		return enclosed(numberTeX(v, false), within, bindingOf(v))
	case c == -1:
		if log, ok := strings.CutPrefix(w.term(rest, sum), "-"); ok && fnOf(rest) == "softplus" { // of a verdict
			return log
		}
		return enclosed("-"+w.term(rest, product), within, sum)
	}
	mark := ""
	if w.numbers {
		mark = ` \cdot `
	}
	return enclosed(numberTeX(c, true)+mark+" "+w.term(rest, product), within, product)
}

func (w *writer) isLeaf(n *graph.Node) bool {
	_, named := w.names[n]
	return named && len(w.values[n]) == 1
}

// bindingOf a number is that of a sum where it has a sign.
func bindingOf(c float64) int {
	if c < 0 {
		return sum
	}
	return atom
}

func enclosed(tex string, within, binds int) string {
	if within > binds {
		return "(" + tex + ")"
	}
	return tex
}

// term writes a node that is more than a number times another.
func (w *writer) term(n *graph.Node, within int) string {
	if name, named := w.names[n]; named {
		if w.isLeaf(n) && w.numbers {
			v := w.values[n][0]
			return enclosed(numberTeX(v, false), within, bindingOf(v))
		}
		return name
	}
	if _, ok := n.Op().(graph.SumOp); ok {
		return w.summed(n, within)
	}
	args := n.Args()
	switch fnOf(n) {
	case "add":
		return enclosed(w.joined(w.write(args[0], sum), w.write(args[1], sum)), within, sum)
	case "sub":
		return enclosed(w.write(args[0], sum)+" - "+w.write(args[1], product), within, sum)
	case "mul":
		return w.product(n, within)
	case "div":
		return `\frac{` + w.write(args[0], sum) + `}{` + w.write(args[1], sum) + `}`
	case "choose":
		return w.choice(n)
	case "max":
		return `\max(` + w.write(args[0], sum) + `, ` + w.write(args[1], sum) + `)`
	case "min":
		return `\min(` + w.write(args[0], sum) + `, ` + w.write(args[1], sum) + `)`
	case "abs":
		return `|` + w.write(args[0], sum) + `|`
	case "exp":
		return `e^{` + w.argument(args[0]) + `}`
	case "sigmoid":
		return `\sigma(` + w.argument(args[0]) + `)`
	case "softplus":
		return w.softplus(args[0], within)
	case "sqrt":
		if c, inner := w.factors(args[0]); c == 1 && inner != nil {
			if v, ok := w.squares(inner); ok {
				return w.norm(v, inner)
			}
		}
		return `\sqrt{` + w.write(args[0], sum) + `}`
	}
	panic("stepping: no TeX for " + n.String()) // a test writes all there is
}

// product writes a product, a mean, or a square.
func (w *writer) product(n *graph.Node, within int) string {
	a, b := n.Args()[0], n.Args()[1]
	if w.isMean(n) {
		if _, constant := w.constant(a); constant {
			a, b = b, a
		}
		return `\operatorname{mean}` + strings.TrimSuffix(strings.TrimPrefix(w.write(w.bare(a).Args()[0], atom), " "), " ")
	}
	if w.bare(a) == w.bare(b) {
		return w.write(a, atom) + "^2"
	}
	mark := `\,`
	if w.numbers {
		mark = ` \cdot `
	}
	return enclosed(w.write(a, product)+mark+w.write(b, product), within, product)
}

// isMean reports whether a product is the mean of several numbers that are no squares of a vector.
func (w *writer) isMean(n *graph.Node) bool {
	for i, a := range n.Args() {
		s := w.bare(a)
		if _, ok := s.Op().(graph.SumOp); !ok {
			continue
		}
		count := s.Args()[0].Shape().Len() / max(1, s.Shape().Len())
		if c, ok := w.constant(n.Args()[1-i]); ok && math.Abs(c*float64(count)-1) < 1e-6 && count > 1 {
			return true
		}
	}
	return false
}

// summed writes a sum: of squares it is a length.
func (w *writer) summed(n *graph.Node, within int) string {
	if v, ok := w.squares(n); ok {
		return w.norm(v, n) + "^2"
	}
	return enclosed(`\textstyle\sum `+w.write(n.Args()[0], product), within, product)
}

// squares reports whether a node is the sum of a vector's squares.
func (w *writer) squares(n *graph.Node) (vector *graph.Node, ok bool) {
	if _, ok := n.Op().(graph.SumOp); !ok {
		return nil, false
	}
	square := w.bare(n.Args()[0])
	if fnOf(square) != "mul" || w.bare(square.Args()[0]) != w.bare(square.Args()[1]) {
		return nil, false
	}
	c, v := w.factors(square.Args()[0])
	return v, v != nil && math.Abs(c) == 1
}

// norm writes the length of a vector, whose square is given.
func (w *writer) norm(v, square *graph.Node) string {
	if w.numbers {
		return numberTeX(math.Sqrt(w.values[square][0]), false)
	}
	return `\|` + w.write(v, sum) + `\|`
}

// softplus writes log(1 + e^u), which of a logit is the logarithm of a verdict.
func (w *writer) softplus(u *graph.Node, within int) string {
	if c, leaf := w.factors(u); w.verdicts != nil && leaf != nil {
		if d, ok := w.verdicts[leaf]; ok && math.Abs(c) == 1 {
			inside := ` ` + d
			if c > 0 {
				inside = `(1 - ` + d + `)`
			}
			return enclosed(`-\log`+inside, within, sum)
		}
	}
	return `\log(1 + e^{` + w.argument(u) + `})`
}

// argument writes what a function is of: with numbers, a difference of logits is the number that it comes to.
func (w *writer) argument(n *graph.Node) string {
	if c, rest := w.factors(n); w.numbers && rest != nil && (fnOf(rest) == "add" || fnOf(rest) == "sub") {
		return numberTeX(c*w.values[rest][0], false)
	}
	return w.write(n, sum)
}

// choice writes "a where x < y, elsewhere b": with numbers, what is chosen.
func (w *writer) choice(n *graph.Node) string {
	x := n.Args()
	if w.numbers {
		if w.values[x[0]][0] < w.values[x[1]][0] {
			return w.write(x[2], atom)
		}
		return w.write(x[3], atom)
	}
	left, right := x[0], w.bare(x[1])
	if fnOf(right) == "max" { // c < max(c, u) where c < u
		for i, a := range right.Args() {
			if w.write(a, sum) == w.write(left, sum) {
				right = right.Args()[1-i]
				break
			}
		}
	}
	return `\begin{cases} ` + w.write(x[2], sum) + ` & \text{if } ` + w.write(left, sum) + ` < ` + w.write(right, sum) + ` \\ ` + w.write(x[3], sum) + ` & \text{else} \end{cases}`
}

// joined adds what is written, by its sign.
func (w *writer) joined(a, b string) string {
	if rest, negative := strings.CutPrefix(b, "-"); negative {
		return a + " - " + rest
	}
	return a + " + " + b
}

// terms are the summands' values.
func (w *writer) terms(n *graph.Node, sign float64) []float64 {
	n = w.bare(n)
	if c, rest := w.factors(n); rest == nil || rest != n {
		if rest != nil && math.Abs(c) == 1 {
			return w.terms(rest, sign*c)
		}
		return []float64{sign * w.values[n][0]}
	}
	switch fnOf(n) {
	case "add":
		return append(w.terms(n.Args()[0], sign), w.terms(n.Args()[1], sign)...)
	case "sub":
		if w.isLeaf(w.bare(n.Args()[0])) && w.isLeaf(w.bare(n.Args()[1])) {
			break
		}
		return append(w.terms(n.Args()[0], sign), w.terms(n.Args()[1], -sign)...)
	}
	return []float64{sign * w.values[n][0]}
}
