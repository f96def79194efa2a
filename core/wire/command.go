package wire

import (
	"fmt"
	"strconv"
	"strings"

	"ganvas/core/query"
)

// Command is a request of the page to the worker: a verb, the run that it is about, and a query of keys and values, as text
// "verb@run?query"; "@run" is left out for run 0.
//
//	open?SCRIPT      start a run anew with this script (a CSV of points travels beside it as bytes); see core/script
//	start?address=A  what a page's script says before the page's own program is there: open what the address A asks for, as the browser has it,
//	                 and train as it says; with still=1 it does not train
//	close?           give the run up, and its memory
//	set?KEY=VALUE    turn live knobs of the run without restarting it: all of them, or none where one is refused
//	play?rate=N      train, N steps a second (DefaultRate where it is left out), or as fast as it goes where rate is "max"
//	pause?           stop training
//	step?n=N&who=W   train N steps; W is "both" (the default), "d" or "g"
//	at?step=N        go back or forward to a step that the run has been at
//	reset?           the Spec as it is now from step 0
//	measure?         compute all measures, one by one, of the samples of this step: later Snapshots have those that there are
//	measure?stop=1   give up those that are still to be computed
//	judge?           measure images by the judge of digits whose weights travel beside it as bytes, in all runs
//	pull?probes=A,B  answer with a Snapshot that has these probes; with constants=1 the run's constants too, with measure=1 fresh
//	                 measures; aim=X says what those are to look at that go by it; with axes=1,3 or axes=principal, points of more than two
//	                 columns are shown along these from now on; with timed=1 it says how long each procedure takes that makes a picture
type Command struct {
	Verb  string
	Run   uint32
	Query string
}

// Verbs are the commands that there are; see Command.
var Verbs = []string{"start", "open", "close", "set", "play", "pause", "step", "at", "reset", "measure", "judge", "pull"}

// DefaultRate is how many steps a second a run trains that nobody has set a rate for: a newcomer sees the story in the first
// seconds and can still follow it.
const DefaultRate = 400

// NewCommand joins a verb and its keys and values, for run 0.
func NewCommand(verb string, pairs ...query.Pair) Command {
	return Command{Verb: verb, Query: query.Format(pairs...)}
}

// String writes the command as "verb@run?query".
func (c Command) String() string {
	if c.Run == 0 {
		return c.Verb + "?" + c.Query
	}
	return c.Verb + "@" + strconv.FormatUint(uint64(c.Run), 10) + "?" + c.Query
}

// ParseCommand reads what String writes. The verb must be one of Verbs, and the query well-formed.
func ParseCommand(text string) (Command, error) {
	head, rest, _ := strings.Cut(text, "?")
	verb, run, named := strings.Cut(head, "@")
	c := Command{Verb: verb, Query: rest}
	if named {
		n, err := strconv.ParseUint(run, 10, 32)
		if err != nil || strconv.FormatUint(n, 10) != run {
			return Command{}, fmt.Errorf("wire: run is %q; it may be a whole number below 2^32", run)
		}
		c.Run = uint32(n)
	}
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

// Refusal is an error of a command that was obeyed later than it was heard.
type Refusal struct {
	Verb string
	Err  error
}

// Error is the error's.
func (r *Refusal) Error() string { return r.Err.Error() }

// Unwrap is the error.
func (r *Refusal) Unwrap() error { return r.Err }
