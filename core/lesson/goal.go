package lesson

import (
	"fmt"
	"math"
	"strings"
)

// Goal is a statement about what can be measured, which holds or does not:
//
//	modes >= 8 and js < 0.1
//	loss_d within 0.05 of 2*log(2)
//
// Several conditions are joined by "and".
type Goal struct{ Conditions []Condition }

// Condition compares two expressions: Relation is <, <=, > or >=, or "within", where Left may differ from Right by Margin.
type Condition struct {
	Left, Right, Margin Expression
	Relation            string
}

// senses are the comparisons, the longer of two that begin alike first.
var senses = []string{"<=", ">=", "<", ">"}

// ParseGoal reads a goal. Where known is not nil, names that it does not know are refused.
func ParseGoal(text string, known func(name string) bool) (Goal, error) {
	var g Goal
	for part := range strings.SplitSeq(text, " and ") {
		c, err := parseCondition(strings.TrimSpace(part))
		if err != nil {
			return Goal{}, err
		}
		g.Conditions = append(g.Conditions, c)
	}
	for _, name := range g.Names() {
		if known != nil && !known(name) {
			return Goal{}, fmt.Errorf("%q has %q, which cannot be measured here", text, name)
		}
	}
	return g, nil
}

func parseCondition(text string) (c Condition, err error) {
	left, relation, right := cutRelation(text)
	if relation == "" {
		return c, fmt.Errorf("%q compares nothing: it needs <, <=, > or >=, or \"within ... of\"", text)
	}
	c.Relation = relation
	if c.Left, err = ParseExpression(left); err != nil {
		return c, err
	}
	if relation == "within" {
		margin, of, ok := strings.Cut(right, " of ")
		if !ok {
			return c, fmt.Errorf("%q has \"within\" without \"of\"", text)
		}
		if c.Margin, err = ParseExpression(margin); err != nil {
			return c, err
		}
		right = of
	}
	c.Right, err = ParseExpression(right)
	return c, err
}

func cutRelation(text string) (left, relation, right string) {
	if l, r, ok := strings.Cut(text, " within "); ok {
		return l, "within", r
	}
	for _, s := range senses {
		if l, r, ok := strings.Cut(text, s); ok {
			return l, s, r
		}
	}
	return text, "", ""
}

// String writes the goal so that ParseGoal reads it.
func (g Goal) String() string {
	var parts []string
	for _, c := range g.Conditions {
		parts = append(parts, c.String())
	}
	return strings.Join(parts, " and ")
}

func (c Condition) String() string {
	if c.Relation == "within" {
		return c.Left.String() + " within " + c.Margin.String() + " of " + c.Right.String()
	}
	return c.Left.String() + " " + c.Relation + " " + c.Right.String()
}

// Names are the names that the goal reads, each once.
func (g Goal) Names() []string {
	var names []string
	for _, c := range g.Conditions {
		names = appendOnce(names, c.Left.Names()...)
		names = appendOnce(names, c.Margin.Names()...)
		names = appendOnce(names, c.Right.Names()...)
	}
	return names
}

// Holds says whether all conditions hold. What is not known holds nothing.
func (g Goal) Holds(of Lookup) bool {
	for _, c := range g.Conditions {
		if !c.Holds(of) {
			return false
		}
	}
	return len(g.Conditions) > 0
}

// Holds says whether the condition holds: never where either side is not a number.
func (c Condition) Holds(of Lookup) bool {
	l, r := c.Left.Value(of), c.Right.Value(of)
	switch c.Relation {
	case "<":
		return l < r
	case "<=":
		return l <= r
	case ">":
		return l > r
	case ">=":
		return l >= r
	}
	return math.Abs(l-r) <= c.Margin.Value(of)
}
