//go:build js && wasm

package dom

import (
	"math"
	"strconv"

	"ganvas/core/anatomy"
	"ganvas/ui/plot"
)

// whyPanel says how one number was made: its largest products, the bias, the sum, and what became of it. Each product leads to the number below.
type whyPanel struct {
	inside            *inside
	title, value      *element
	back              *element
	table, body       *element
	rows              []*whyRow
	others, bias, sum *whyRow
	then, says        *element
	kernel            *element
	cells             []*element
	kernelShape       string
}

// whyRow is a row of the table.
type whyRow struct {
	row, name, value, weight, product, bar *element
	follow                                 *element
	to                                     spot
}

func newWhyPanel(n *inside, box *element) *whyPanel {
	w := &whyPanel{inside: n}
	ui := n.ui
	head := ui.make(box, "div", attr{"class", "why-head"})
	w.title = ui.make(head, "h2")
	w.back = ui.makeText(head, "button", "Back up", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "why-back"})
	w.back.click(func() {
		if last := len(n.way) - 1; last >= 0 {
			to := n.way[last]
			n.way = n.way[:last]
			n.choose(to, false)
		}
	})
	w.value = ui.make(box, "output", attr{"class", "why-value"}, attr{"id", "why-value"})
	w.says = ui.make(box, "p", attr{"class", "about"})
	w.table = ui.make(box, "table", attr{"id", "why-table"})
	tr := ui.make(ui.make(w.table, "thead"), "tr")
	for _, name := range []string{"below: (row, column)", "value", "× weight", "= product"} {
		ui.makeText(tr, "th", name, attr{"scope", "col"})
	}
	ui.make(tr, "td", attr{"aria-hidden", "true"})
	w.body = ui.make(w.table, "tbody")
	for range reasonRows {
		w.rows = append(w.rows, w.makeRow(true))
	}
	w.others, w.bias, w.sum = w.makeRow(false), w.makeRow(false), w.makeRow(false)
	w.bias.name.write("bias")
	w.sum.name.write("sum")
	w.sum.row.set("class", "sum")
	w.then = ui.make(box, "p", attr{"class", "why-then"}, attr{"id", "why-then"})
	w.kernel = ui.make(box, "figure", attr{"class", "kernel"})
	return w
}

func (w *whyPanel) makeRow(follows bool) *whyRow {
	ui := w.inside.ui
	r := &whyRow{row: ui.make(w.body, "tr")}
	head := ui.make(r.row, "th", attr{"scope", "row"})
	r.name = head
	if follows {
		r.follow = ui.make(head, "button", attr{"type", "button"}, attr{"class", "follow"})
		r.name = r.follow
		r.follow.click(func() { w.inside.choose(r.to, true) })
	}
	r.value, r.weight, r.product = ui.make(r.row, "td"), ui.make(r.row, "td"), ui.make(r.row, "td")
	r.bar = ui.make(ui.make(r.row, "td", attr{"class", "bar"}, attr{"aria-hidden", "true"}), "i")
	return r
}

// rest says what to do where no number is looked at.
func (w *whyPanel) rest() {
	w.title.write("What made this number?")
	w.value.write("")
	w.says.write("Press a pixel of any layer: its window, the weights, the sum and what becomes of it, down to the noise.")
	w.back.hide(true)
	w.table.hide(true)
	w.then.hide(true)
	w.kernel.hide(true)
}

func (w *whyPanel) show(r reason, at spot, back bool) {
	w.title.write(r.Title)
	w.value.write("= " + plot.Fixed(r.Value, 3))
	w.says.write(r.Says)
	w.back.hide(!back)
	w.table.hide(r.How == anatomy.AsGiven)
	for i, row := range w.rows {
		if row.row.hide(i >= len(r.Rows)); i >= len(r.Rows) {
			continue
		}
		t := r.Rows[i]
		row.to = spot{at.player, t.Stage, t.Element}
		row.name.write(t.Where)
		row.value.write(plot.Fixed(t.Value, 3))
		if r.How == anatomy.AsSum {
			row.weight.write(plot.Fixed(t.Weight, 3))
		} else {
			row.weight.write("")
		}
		row.put(t.Product, r.Most)
	}
	w.others.row.hide(r.Others == 0)
	w.others.name.write(plot.Count(r.Others) + " others")
	w.others.put(r.Rest, r.Most)
	w.bias.row.hide(!r.Biased)
	w.bias.put(r.Bias, r.Most)
	w.sum.row.hide(r.How != anatomy.AsSum)
	w.sum.product.write(plot.Fixed(r.Sum, 3))
	text := ""
	for _, s := range r.Then {
		text += " → " + s.By + " → " + plot.Fixed(s.Value, 3)
	}
	w.then.hide(text == "")
	if r.How == anatomy.AsSum {
		text = plot.Fixed(r.Sum, 3) + text
	}
	w.then.write(text)
	w.showKernel(r.Kernel)
}

// put writes a share of the sum, and its bar.
func (r *whyRow) put(x, most float64) {
	r.product.write(plot.Fixed(x, 3))
	share := 50 * math.Min(1, math.Abs(x)/most)
	from := 50.
	if x < 0 {
		from -= share
	}
	r.bar.style("left", strconv.FormatFloat(from, 'f', 1, 64)+"%")
	r.bar.style("width", strconv.FormatFloat(share, 'f', 1, 64)+"%")
}

func (w *whyPanel) showKernel(k [][]kernelCell) {
	w.kernel.hide(len(k) == 0)
	if len(k) == 0 {
		return
	}
	ui := w.inside.ui
	if shape := strconv.Itoa(len(k)) + " " + strconv.Itoa(len(k[0])); shape != w.kernelShape {
		w.kernelShape, w.cells = shape, nil
		w.kernel.Call("replaceChildren")
		ui.makeText(w.kernel, "figcaption", "The kernel of the largest product; the weights that take part are framed.")
		grid := ui.make(w.kernel, "div", attr{"class", "kernel-grid"})
		grid.style("grid-template-columns", "repeat("+strconv.Itoa(len(k[0]))+", minmax(0, 1fr))")
		for range len(k) * len(k[0]) {
			w.cells = append(w.cells, ui.make(grid, "span"))
		}
	}
	for i, c := range w.cells {
		cell := k[i/len(k[0])][i%len(k[0])]
		c.write(plot.Fixed(cell.Weight, 2))
		c.set("data-used", strconv.FormatBool(cell.Used))
	}
}
