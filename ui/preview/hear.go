package preview

import (
	"fmt"

	"ganvas/core/data"
	"ganvas/core/table"
)

// Hear does what a button of the dialog says: "press ROLE COLUMN", "scale NAME", or "answer QUESTION ANSWER", for which the table is to be read
// again with the options that it returns. What it does not know changes nothing.
func (p Preview) Hear(say string) (next Preview, again *table.Options) {
	var role, column, question, answer int
	var name string
	if n, _ := fmt.Sscanf(say, "press %d %d", &role, &column); n == 2 && role >= 0 && role < len(Roles) {
		return p.Press(Role(role), column), nil
	}
	if n, _ := fmt.Sscanf(say, "scale %s", &name); n == 1 {
		p.Scaling = data.ScalingOf(name)
		return p, nil
	}
	if n, _ := fmt.Sscanf(say, "answer %d %d", &question, &answer); n == 2 && question >= 0 && answer >= 0 {
		if list := p.Questions(); question < len(list) && answer < len(list[question].Answers) {
			return p, &list[question].Answers[answer].Options
		}
	}
	return p, nil
}

// Plain reports whether a table needs no dialog: nothing of it is asked, and its only numbers are two columns, which are x and y.
func (p Preview) Plain() bool {
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
