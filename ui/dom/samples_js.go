//go:build js && wasm

package dom

import (
	"slices"
	"strconv"
	"syscall/js"

	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// samples is the sheet of samples in numbers: mean and covariance beside the data's, the weights of a generator that is linear, and tables to take away.
type samples struct {
	ui      *UI
	box     *element
	first   *element // how many are looked at
	figures *element
	linear  *element
	units   *element
	buttons []*element
	shown   *wire.Snapshot
}

// sampleCounts are how many samples can be looked at: the last is all that a picture has.
var sampleCounts = []int{100, 500, 1000, 2048}

func newSamples(ui *UI) *samples {
	s := &samples{ui: ui, box: ui.find("samples")}
	ui.addSheet(s.box, app.Samples, false)
	return s
}

// mount makes the sheet's parts, when it is first opened.
func (s *samples) mount() {
	ui := s.ui
	ui.makeText(s.box, "h2", "Samples in numbers")
	row := ui.make(s.box, "div", attr{"class", "lab-row"})
	ui.makeText(row, "label", "of the first", attr{"for", "samples-n"})
	s.first = ui.make(row, "select", attr{"id", "samples-n"})
	for _, n := range sampleCounts {
		ui.makeText(s.first, "option", plot.Count(n), attr{"value", strconv.Itoa(n)})
	}
	s.first.hold("500")
	s.first.on("change", func(js.Value) { s.shown = nil; s.render(ui.shown) })
	body := ui.make(s.box, "div", attr{"class", "scroll"}, attr{"role", "group"}, attr{"aria-label", "Samples"}, attr{"tabindex", "0"})
	s.figures = ui.make(body, "div", attr{"id", "samples-figures"})
	s.linear = ui.make(body, "div", attr{"id", "samples-linear"})
	s.units = ui.make(body, "div", attr{"id", "samples-units"})
	foot := ui.make(s.box, "div", attr{"class", "edit-foot"})
	for _, b := range []struct {
		label, id string
		do        func()
	}{
		{"Copy", "samples-copy", func() { real, made := s.clouds(); ui.copyText(control.MomentsCSV(real, made)) }},
		{"Save samples", "samples-save", func() { _, made := s.clouds(); s.save("samples", made.CSV()) }},
		{"Save moments", "samples-moments", func() { real, made := s.clouds(); s.save("moments", control.MomentsCSV(real, made)) }},
		{"Save weights", "samples-weights", func() { s.save("weights", control.WeightsCSV(control.Weights(ui.shown.Snapshot))) }},
	} {
		e := ui.makeText(foot, "button", b.label, attr{"type", "button"}, attr{"class", "button small"}, attr{"id", b.id})
		e.click(b.do)
		s.buttons = append(s.buttons, e)
	}
}

func (s *samples) save(what, text string) {
	s.ui.download(app.SaveFile{Name: "ganvas-" + what + ".csv", Text: []byte(text)})
}

// clouds are the first points of the data and of the generator, as many as are looked at.
func (s *samples) clouds() (real, made control.Cloud) {
	real, made = control.Clouds(s.ui.shown.Snapshot)
	n, _ := strconv.Atoi(s.first.value())
	return real, made.First(n)
}

func (s *samples) render(m app.Model) {
	if m.Sheet != app.Samples {
		return
	}
	if s.first == nil {
		s.mount()
	}
	if m.Snapshot == nil || m.Snapshot == s.shown {
		return
	}
	s.shown = m.Snapshot
	real, made := s.clouds()
	for _, b := range s.buttons {
		b.put("disabled", made.Len() < 2)
	}
	s.figures.Call("replaceChildren")
	s.linear.Call("replaceChildren")
	s.units.Call("replaceChildren")
	if made.Len() == 0 && control.Columns(m.Snapshot) != nil {
		return // samples with all of their columns are still to come
	}
	if made.Len() < 2 {
		s.ui.makeText(s.figures, "p", "Images are measured as a whole: see All measures.", attr{"class", "about"})
		return
	}
	var rows [][]string
	for _, r := range control.MomentRows(real, made) {
		rows = append(rows, []string{r.Label, plot.Number(r.Real), plot.Number(r.Made)})
	}
	s.table(s.figures, []string{"", plot.Count(real.Len()) + " real", plot.Count(made.Len()) + " samples"}, rows)
	if l, ok := control.AffineOf(m.Snapshot); ok {
		s.showLinear(l, made.Names)
	}
	for _, line := range control.UnitLines(m.Snapshot, &m.Spec) {
		s.ui.makeText(s.units, "p", line, attr{"class", "about"})
	}
}

// showLinear shows the weights of a linear generator.
func (s *samples) showLinear(l control.Affine, names []string) {
	s.ui.makeText(s.linear, "h3", "G(z) = A z + b")
	head := []string{""}
	for i := range l.A[0] {
		head = append(head, "A, z"+strconv.Itoa(i+1))
	}
	var rows [][]string
	for k, row := range l.A {
		cells := []string{names[k]}
		for _, v := range append(slices.Clone(row), l.B[k]) {
			cells = append(cells, plot.Number(v))
		}
		rows = append(rows, cells)
	}
	s.table(s.linear, append(head, "b"), rows)
}

func (s *samples) table(parent *element, head []string, rows [][]string) {
	t := s.ui.make(parent, "table", attr{"class", "figures"})
	line := s.ui.make(s.ui.make(t, "thead"), "tr")
	for i, h := range head {
		if i == 0 {
			s.ui.make(line, "td")
			continue
		}
		s.ui.makeText(line, "th", h, attr{"scope", "col"})
	}
	body := s.ui.make(t, "tbody")
	for _, cells := range rows {
		line := s.ui.make(body, "tr")
		for i, c := range cells {
			if i == 0 {
				s.ui.makeText(line, "th", c, attr{"scope", "row"})
				continue
			}
			s.ui.makeText(line, "td", c)
		}
	}
}
