package preview

import (
	_ "embed"
	"fmt"
	"html"
	"strings"

	"ganvas/core/data"
	"ganvas/core/table"
	"ganvas/ui/plot"
)

// Style is the dialog's style sheet; its colours and sizes are the page's.
//
//go:embed preview.css
var Style string

// Frame is the dialog's HTML before anything of a table is in it. Elements with data-part hold the parts that Parts writes, and buttons with
// data-say say that text to whoever holds the table (see Hear). Those with data-do are the page's: cancel, and use.
const Frame = `<header><h2 id="table-title" data-part="title"></h2><span class="about" data-part="size"></span>` +
	`<button type="button" class="shut" data-do="cancel" aria-label="Close">×</button></header>` +
	`<div class="table-body"><div class="table-left"><p class="about" data-part="guess"></p><div data-part="questions"></div><div data-part="sets"></div>` +
	`<div class="columns" data-part="columns"></div><div class="rows" tabindex="0" role="region" aria-label="The first rows" data-part="rows"></div></div>` +
	`<div class="table-right"><div class="cloud" data-part="cloud"></div><p data-part="says" role="status"></p><div data-part="scaling"></div></div></div>` +
	`<footer><p class="about" data-part="foot"></p><span><button type="button" class="button" data-do="cancel">Cancel</button> ` +
	`<button type="button" class="button main" data-do="use">Train on these points</button></span></footer>`

// Parts are the dialog's parts as HTML, by their names.
func (p Preview) Parts(points *table.Points, problem string) map[string]string {
	parts := map[string]string{
		"title":     html.EscapeString(p.Name),
		"size":      p.Size(),
		"guess":     html.EscapeString(p.guessText()),
		"questions": p.questionsHTML(),
		"sets":      p.setsHTML(),
		"columns":   p.columnsHTML(),
		"rows":      p.rowsHTML(),
		"cloud":     "",
		"says":      html.EscapeString(problem),
		"scaling":   p.scalingHTML(),
		"foot":      html.EscapeString(capital(p.Reading()) + ". " + strings.Join(p.Told(), " ")),
	}
	if points == nil {
		return parts
	}
	c, err := newCloud(points, p.Scaling)
	if err != nil {
		parts["says"] = html.EscapeString(capital(err.Error()) + ".")
		return parts
	}
	parts["cloud"], parts["says"] = c.svg(), c.says(points)
	return parts
}

// guessText says what was guessed, in words.
func (p Preview) guessText() string {
	if p.Missing() != "" {
		return p.Missing() + " Click to choose."
	}
	names := func(j int) string { return p.Table.Columns[j].Name }
	text := "Each row is a point: x is " + names(p.Choice.X)
	if p.Choice.Y < 0 {
		text = "Each row is a number, in one dimension: " + names(p.Choice.X)
	} else {
		text += ", y is " + names(p.Choice.Y)
	}
	for _, j := range p.Choice.Further {
		text += ", also " + names(j)
	}
	only := p.Choice.Only
	if p.Choice.Class >= 0 && (only.Value == "" || only.Column != p.Choice.Class) {
		text += "; its class is " + names(p.Choice.Class)
	}
	if only.Value != "" {
		text += "; only rows whose " + names(only.Column) + " is " + short(only.Value)
	}
	return text + ". Click to change."
}

// questionsHTML asks what can be read in two ways, each answer a button.
func (p Preview) questionsHTML() string {
	var b strings.Builder
	for i, n := range p.Questions() {
		fmt.Fprintf(&b, `<div class="question" role="group" aria-label="%s"><p>%s</p><div class="options">`, html.EscapeString(n.Text), html.EscapeString(n.Text))
		for k, a := range n.Answers {
			b.WriteString(button(fmt.Sprintf("answer %d %d", i, k), "option", a.Text, a.Now, ""))
		}
		b.WriteString("</div></div>")
	}
	return b.String()
}

// setsHTML offers each of the sets that a column names, and all of them.
func (p Preview) setsHTML() string {
	column := p.sets()
	if column < 0 {
		return ""
	}
	c := &p.Table.Columns[column]
	name := html.EscapeString(c.Name)
	var b strings.Builder
	fmt.Fprintf(&b, `<div class="scalings sets" role="group" aria-label="Rows by %s"><span class="about">Rows by %s:</span>`, name, name)
	b.WriteString(button("only 0", "option", "all", p.Choice.Only.Value == "", ""))
	for i, l := range c.Levels {
		b.WriteString(button(fmt.Sprintf("only %d", i+1), "option", short(l.Text)+" "+plot.Count(l.Count), p.Choice.Only.Value == l.Text, ""))
	}
	return b.String() + "</div>"
}

// button is a button that says a text, pressed or not, and why it cannot be.
func button(say, class, label string, pressed bool, why string) string {
	refused := ""
	if why != "" {
		refused = fmt.Sprintf(` aria-disabled="true" title="%s"`, html.EscapeString(why))
	}
	return fmt.Sprintf(`<button type="button" id="table-%s" class="%s" data-say="%s" aria-pressed="%t"%s>%s</button>`,
		strings.ReplaceAll(say, " ", "-"), class, say, pressed, refused, html.EscapeString(label))
}

func (p Preview) columnsHTML() string {
	var b strings.Builder
	for j, c := range p.Cards() {
		used := ""
		if c.Used {
			used = " used"
		}
		name := html.EscapeString(c.Name)
		fmt.Fprintf(&b, `<section class="column%s"><h3 title="%s">%s</h3><p class="about">%s</p>`, used, name, name, html.EscapeString(c.Holds))
		b.WriteString(c.picture())
		fmt.Fprintf(&b, `<div class="roles" role="group" aria-label="Use %s as">`, name)
		for _, k := range c.Buttons {
			b.WriteString(button(fmt.Sprintf("press %d %d", k.Role, j), "role", k.Role.String(), k.Pressed, k.Why))
		}
		b.WriteString("</div></section>")
	}
	return b.String()
}

// picture is a histogram of a column's numbers, or bars of its words.
func (c Card) picture() string {
	var b strings.Builder
	if c.Bars == nil {
		b.WriteString(`<div class="levels">`)
		for _, l := range c.Levels {
			fmt.Fprintf(&b, `<div><svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="%.1f" height="1"/></svg><span>%s</span> <span>%s</span></div>`,
				100*l.Share, html.EscapeString(l.Text), plot.Count(l.Count))
		}
		if c.More > 0 {
			fmt.Fprintf(&b, `<p class="about">and %d more</p>`, c.More)
		}
		return b.String() + "</div>"
	}
	fmt.Fprintf(&b, `<svg class="bars" viewBox="0 0 %d 48" preserveAspectRatio="none" aria-hidden="true">`, 10*len(c.Bars))
	for i, h := range c.Bars {
		fmt.Fprintf(&b, `<rect x="%d" y="%.1f" width="9" height="%.1f"/>`, 10*i, 48-46*h, 46*h)
	}
	return b.String() + "</svg>"
}

// shownRows is how many of the first rows are shown.
const shownRows = 5

func (p Preview) rowsHTML() string {
	var b strings.Builder
	b.WriteString("<table><thead><tr>")
	for _, c := range p.Table.Columns {
		b.WriteString(`<th scope="col">` + html.EscapeString(c.Name) + "</th>")
	}
	b.WriteString("</tr></thead><tbody>")
	for _, row := range p.Table.Head[:min(shownRows, len(p.Table.Head))] {
		b.WriteString("<tr>")
		for j := range p.Table.Columns {
			cell := ""
			if j < len(row) {
				cell = short(row[j])
			}
			b.WriteString("<td>" + html.EscapeString(cell) + "</td>")
		}
		b.WriteString("</tr>")
	}
	return b.String() + "</tbody></table>"
}

// short is a cell with room beside others.
func short(cell string) string {
	if letters := []rune(cell); len(letters) > 24 {
		return string(letters[:23]) + "…"
	}
	return cell
}

// scalings are the ways to scale columns, in words.
var scalings = []struct {
	data.Scaling
	label, title string
}{
	{data.EachScale, "each column to unit variance", "Every column is centred and divided by its standard deviation."},
	{data.OneScale, "one scale for all", "Every column is centred, and all are divided by the largest standard deviation: for columns of one unit."},
	{data.NoScale, "as they are", "Rates, penalties and noise are then in the file's own units."},
}

func (p Preview) scalingHTML() string {
	if p.Missing() != "" {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<div class="scalings" role="group" aria-label="Scaled for training"><span class="about">Scaled for training:</span>`)
	for _, s := range scalings {
		if p.Choice.Y < 0 && s.Scaling == data.OneScale {
			continue
		}
		label := s.label
		if p.Choice.Y < 0 {
			label = strings.Replace(strings.Replace(label, "each column ", "", 1), "they are", "it is", 1)
		}
		b.WriteString(button("scale "+s.Scaling.String(), "option", label, p.Scaling == s.Scaling, ""))
	}
	return b.String() + "</div>"
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
