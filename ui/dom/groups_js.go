//go:build js && wasm

package dom

import (
	"ganvas/core/experiment"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// groups is the settings that a lab shows: one foldable fieldset for each part of the experiment.
type groups struct {
	ui     *UI
	place  *element
	family string // whose groups these are
	all    []*group
}

type group struct {
	table  control.Group
	digest *element
	fields []*field
	more   *element // the fold of minor fields, or nil
	spec   string   // what the digest was made for
}

func newGroups(ui *UI) *groups { return &groups{ui: ui, place: ui.find("groups")} }

// lay mounts the groups of a Spec's family, where those of another stand.
func (gs *groups) lay(s *experiment.Spec) {
	if gs.all != nil && gs.family == s.Family() {
		return
	}
	gs.family, gs.all = s.Family(), []*group{}
	gs.place.Call("replaceChildren")
	place := &element{Value: gs.ui.document.Call("createDocumentFragment")} // so that nothing happens in the page for each
	for _, t := range control.Groups(s) {
		if t, open := gs.ui.inLab(t); len(t.Controls) > 0 {
			gs.all = append(gs.all, gs.ui.makeGroup(place, t, open))
		}
	}
	gs.place.Call("append", place.Value)
}

// inLab is a group with the controls that the lab shows, and whether it is open at first: where single ones were asked for.
func (ui *UI) inLab(t control.Group) (control.Group, bool) {
	single := ui.lab.Controls.Single(t.Key)
	var shown []control.Control
	for _, c := range t.Controls {
		if ui.shows(c.Field) {
			c.Minor = c.Minor && !ui.lab.Controls.Has(c.Key)
			shown = append(shown, c)
		}
	}
	t.Controls = shown
	return t, single
}

func (ui *UI) makeGroup(place *element, t control.Group, open bool) *group {
	g := &group{table: t}
	fold := ui.make(place, "details", attr{"class", "group"}, attr{"data-group", t.Key}, attr{"data-hue", t.Hue})
	fold.Set("open", open)
	head := ui.make(fold, "summary")
	line := ui.make(head, "span", attr{"class", "sentence"})
	ui.makeText(line, "span", t.Lead+" ", attr{"class", "lead"})
	ui.makeText(line, "strong", t.Title)
	ui.makeText(line, "i", " "+t.Symbol, attr{"class", "symbol"})
	g.digest = ui.make(head, "span", attr{"class", "digest"})
	set := ui.make(fold, "fieldset")
	ui.makeText(set, "legend", t.Title+" "+t.Symbol, attr{"class", "unseen"})
	g.mount(ui, set, t.Major())
	if t.Key == "data" && ui.takesPoints() {
		ui.makeFilePicker(set)
	}
	if minor := t.Minor(); len(minor) > 0 {
		g.more = ui.make(set, "details", attr{"class", "more"})
		ui.makeText(g.more, "summary", "More settings")
		g.mount(ui, g.more, minor)
	}
	return g
}

// mount mounts controls of the group.
func (g *group) mount(ui *UI, parent *element, controls []control.Control) {
	for _, c := range controls {
		g.fields = append(g.fields, ui.makeField(parent, c))
	}
}

func (gs *groups) render(m app.Model) {
	gs.lay(&m.Spec)
	for _, g := range gs.all {
		if s := m.Spec.String(); g.spec != s || g.digest.text == "" {
			g.spec = s
			g.digest.write(g.table.Digest(&m.Spec))
		}
		used := false
		for _, f := range g.fields {
			f.render(m)
			used = used || f.control.Minor && f.control.Used(&m.Spec)
		}
		if g.more != nil {
			g.more.hide(!used)
		}
	}
}

// makeFilePicker mounts the input that takes the reader's own points.
func (ui *UI) makeFilePicker(set *element) {
	box := ui.make(set, "div", attr{"class", "field"})
	ui.makeOpener(box, "Your own points, a table of any kind, images, or a saved experiment ", "csv")
	folder := ui.makeText(box, "label", "A folder of images, its classes in folders of their own ", attr{"class", "file"})
	from := ui.make(folder, "input", attr{"type", "file"}, attr{"id", "image-folder"}, attr{"webkitdirectory", ""})
	from.on("change", func(js.Value) {
		ui.readImages(from.Get("files"))
		from.Value.Set("value", "")
	})
}
