package preview

import (
	"fmt"
	"math"

	"ganvas/core/table"
	"ganvas/ui/plot"
)

// Card is one column as it is shown.
type Card struct {
	Name    string
	Holds   string    // "numbers, 1.60 to 5.10"
	Bars    []float64 // heights of a histogram's bars, the highest 1; nil for words
	Levels  []Level   // the values of words, the most frequent first, as many as there is room for
	More    int       // how many different values are not among Levels; 0 where that is not known
	Buttons []Button
	Used    bool // it has a role
}

// Level is a bar with its text.
type Level struct {
	Text  string
	Count int
	Share float64 // of the most frequent one
}

// Button gives a column a role.
type Button struct {
	Role    Role
	Pressed bool
	Why     string // why it cannot be pressed, or nothing
}

// shownLevels is how many bars with text there is room for.
const shownLevels = 4

// Cards are the table's columns.
func (p Preview) Cards() []Card {
	cards := make([]Card, len(p.Table.Columns))
	for j := range cards {
		cards[j] = p.card(j)
	}
	return cards
}

func (p Preview) card(j int) Card {
	c := &p.Table.Columns[j]
	card := Card{Name: c.Name, Holds: holds(c)}
	has, any := p.Role(j)
	for _, r := range Roles {
		b := Button{Role: r, Pressed: any && has == r, Why: Why(r, c)}
		card.Used = card.Used || b.Pressed
		card.Buttons = append(card.Buttons, b)
	}
	if c.Numeric() {
		card.Bars = bars(c)
	} else {
		card.Levels, card.More = levels(c)
	}
	return card
}

// holds says what is in a column.
func holds(c *table.Column) string {
	text := c.Kind.String()
	switch c.Kind {
	case table.Empty:
		return text
	case table.Words:
		if c.Many {
			return text + fmt.Sprintf(", more than %d different", table.MaxLevels)
		}
		text += fmt.Sprintf(", %d different", len(c.Levels))
	case table.Date:
		text += ", " + c.LowText + " to " + c.HighText
	default:
		low, high := span(c.Low, c.High, c.Whole)
		text += ", " + low + " to " + high
	}
	if c.Unit != "" {
		text += " " + c.Unit
	}
	switch n := c.Missing + c.Others; n {
	case 0:
	case 1:
		text += "; 1 cell without"
	default:
		text += "; " + plot.Count(n) + " cells without"
	}
	return text
}

// span is a range with as many decimals as tell its ends apart to three figures, and with none where all between is whole.
func span(low, high float64, whole bool) (string, string) {
	size := high - low
	if size == 0 {
		size = math.Abs(low)
	}
	if most := math.Max(math.Abs(low), math.Abs(high)); most == 0 || most >= 1e15 || most < 1e-4 {
		return plot.Number(low), plot.Number(high)
	}
	if whole {
		return plot.Fixed(low, 0), plot.Fixed(high, 0)
	}
	decimals := min(12, max(0, 2-int(math.Floor(math.Log10(size)))))
	return plot.Fixed(low, decimals), plot.Fixed(high, decimals)
}

// bars are a histogram's heights.
func bars(c *table.Column) []float64 {
	most := 1
	for _, n := range c.Bars {
		most = max(most, n)
	}
	out := make([]float64, len(c.Bars))
	for i, n := range c.Bars {
		out[i] = float64(n) / float64(most)
	}
	return out
}

// levels are the most frequent values, in the order of their counts, and how many more there are.
func levels(c *table.Column) (list []Level, more int) {
	taken := make([]bool, len(c.Levels))
	for range min(shownLevels, len(c.Levels)) {
		best := -1
		for i, l := range c.Levels {
			if !taken[i] && (best < 0 || l.Count > c.Levels[best].Count) {
				best = i
			}
		}
		taken[best] = true
		l := c.Levels[best]
		list = append(list, Level{Text: l.Text, Count: l.Count})
	}
	for i := range list {
		list[i].Share = float64(list[i].Count) / float64(list[0].Count)
	}
	return list, len(c.Levels) - len(list)
}
