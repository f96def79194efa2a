package preview

import (
	"fmt"
	"slices"
	"strings"

	"ganvas/core/data"
	"ganvas/core/table"
)

// Hear does what a button of the dialog says: "press ROLE COLUMN", "scale NAME", "only SET", 0 for all rows and else its place from 1, or "answer QUESTION ANSWER", for which the table is to be read
// again with the options that it returns. What it does not know changes nothing.
func (p Preview) Hear(say string) (next Preview, again *table.Options) {
	var role, column, question, answer int
	var name string
	if n, _ := fmt.Sscanf(say, "press %d %d", &role, &column); n == 2 && role >= 0 && role < len(Roles) {
		return p.Press(Role(role), column).usual(), nil
	}
	if n, _ := fmt.Sscanf(say, "only %d", &answer); n == 1 {
		return p.only(answer - 1), nil
	}
	if n, _ := fmt.Sscanf(say, "scale %s", &name); n == 1 {
		p.Scaling, p.scaled = data.ScalingOf(name), true
		return p, nil
	}
	if n, _ := fmt.Sscanf(say, "answer %d %d", &question, &answer); n == 2 && question >= 0 && answer >= 0 {
		if list := p.Questions(); question < len(list) && answer < len(list[question].Answers) {
			return p, &list[question].Answers[answer].Options
		}
	}
	return p, nil
}

// Plain reports whether a table needs no dialog: nothing of it is asked, it is one set, and its only numbers are two columns, which are x and
// y.
func (p Preview) Plain() bool {
	if c := p.sets(); c >= 0 && holdsSets(p.Table.Columns[c].Name) {
		return false
	}
	numbers := 0
	for j := range p.Table.Columns {
		if p.Table.Columns[j].Kind == table.Number && j != p.Choice.Class {
			numbers++
		}
	}
	if numbers > 2 || len(p.Questions()) > 0 {
		return false
	}
	for _, j := range []int{p.Choice.X, p.Choice.Y} {
		if j < 0 || p.Table.Columns[j].Kind == table.Counter {
			return false
		}
	}
	return true
}

// holdsSets says whether a column of this name tells the sets of a file that holds many.
func holdsSets(name string) bool {
	name = strings.Trim(strings.ToLower(name), " _")
	return strings.HasSuffix(name, "dataset") || slices.Contains([]string{"set", "sets", "data set", "data_set", "datasets"}, name)
}
