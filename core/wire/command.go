package wire

import (
	"fmt"
	"strings"

	"ganvas/core/query"
)

// Verbs are the commands that there are; see Command.
var Verbs = []string{"start", "open", "set", "play", "pause", "step", "reset", "measure", "pull"}

// NewCommand joins a verb and its keys and values.
func NewCommand(verb string, pairs ...query.Pair) Command {
	return Command{Verb: verb, Query: query.Format(pairs...)}
}

// String writes the command as "verb?query".
func (c Command) String() string { return c.Verb + "?" + c.Query }

// ParseCommand reads what String writes. The verb must be one of Verbs, and the query well-formed.
func ParseCommand(text string) (Command, error) {
	verb, rest, _ := strings.Cut(text, "?")
	c := Command{Verb: verb, Query: rest}
	for _, v := range Verbs {
		if v == verb {
			_, err := query.Parse(rest)
			return c, err
		}
	}
	return Command{}, fmt.Errorf("wire: no command %q; there are %s", verb, strings.Join(Verbs, ", "))
}

// Pairs returns the query's keys and values; a query that ParseCommand would refuse has none.
func (c Command) Pairs() []query.Pair {
	pairs, err := query.Parse(c.Query)
	if err != nil {
		return nil
	}
	return pairs
}

// Value returns the value of a key, or otherwise where it is not there.
func (c Command) Value(key, otherwise string) string {
	if v, ok := query.Get(c.Pairs(), key); ok {
		return v
	}
	return otherwise
}
