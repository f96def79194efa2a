package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"ganvas/core/data"
	"ganvas/core/family"
	"ganvas/core/run"
)

// report prints one line of JSON: the spec, the step, the time, and every measure by its key with its floor beside it, which is what a
// perfect generator scores with as many samples; null where there is none. Where it is known, there is the range of nine in ten such scores too.
func (j *job) report(t *run.Run, clock stopwatch, stdout io.Writer) {
	measures := t.Measure
	if j.all {
		measures = t.MeasureAll
	}
	line := ordered{
		{"spec", t.Spec()},
		{"step", t.Step()},
		{"seconds", round(clock.spent.Seconds())},
		{"steps_per_s", round(clock.rate(t.Step()))},
	}
	for _, m := range measures() {
		line = append(line, pair{m.Key, finite(m.Value)}, pair{m.Key + "_floor", finite(m.Floor)})
		if m.High > m.Low {
			line = append(line, pair{m.Key + "_floor_low", finite(m.Low)}, pair{m.Key + "_floor_high", finite(m.High)})
		}
	}
	if moded, ok := t.Experiment().(family.Experiment).Source().(data.Moded); ok {
		line = append(line, pair{"modes_total", len(moded.Modes())})
	}
	if f := t.Fault(); f != "" {
		line = append(line, pair{"fault", f})
	}
	fmt.Fprintf(stdout, "%s\n", line)
}

// finite is the number, or nil where JSON has no form for it.
func finite(x float64) any {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return x
}

// round keeps three digits after the point.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }

// ordered is a JSON object that keeps its order.
type ordered []pair

type pair struct {
	key   string
	value any // a text, a number or nil
}

// String is the object on one line.
func (o ordered) String() string {
	parts := make([]string, len(o))
	for i, p := range o {
		parts[i] = literal(p.key) + ":" + literal(p.value)
	}
	return "{" + strings.Join(parts, ",") + "}"
}

// literal is a value in JSON, with & as it is: Specs hold many.
func literal(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // texts, finite numbers and nil always have a form
	}
	return strings.TrimSpace(b.String())
}
