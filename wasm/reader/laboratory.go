//go:build js && wasm

package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"syscall/js"

	"ganvas/core/data"
	"ganvas/core/query"
	"ganvas/core/twosample"
	"ganvas/core/twosample/laboratory"
	"ganvas/ui/plot"
)

// bench is the laboratory that a page has open: a question under way, how it is looked at, and the threshold that a hand holds, or NaN for that of the
// level. It posts {kind: "laboratory", histogram, power, says, errors, stage} as it goes; says is of the test, errors of repeated draws, stage of what is
// still being done. Each is text, the first two SVG.
type bench struct {
	lab            *laboratory.Laboratory
	histogram      plot.Size
	power          plot.Size
	theme          plot.Theme
	threshold      float64
	again          js.Func
	waiting, stale bool
	shown          float64 // when it was last posted, in milliseconds
}

// The milliseconds of a piece of work, and those between two pictures.
const (
	pieceTime   = 12
	pictureTime = 60
)

var open *bench

// hear takes a message of a page that has the laboratory open: "ask" is a question, with points beside it; "look" the sizes and the theme;
// "level" the level of the test, "hold" where a hand has the threshold, as a share of the picture's width, or nothing.
func hear(message js.Value) error {
	if open == nil {
		open = &bench{threshold: math.NaN(), theme: plot.Light}
		open.again = js.FuncOf(func(js.Value, []js.Value) any { open.work(); return nil })
	}
	b := open
	switch message.Get("laboratory").String() {
	case "ask":
		if err := b.ask(message); err != nil {
			b.lab = nil
			return err
		}
	case "look":
		number := func(key string) float64 { return message.Get(key).Float() }
		b.histogram = plot.Size{W: number("w"), H: number("h"), Scale: number("scale")}
		b.power = plot.Size{W: number("powerW"), H: number("powerH"), Scale: number("scale")}
		b.theme = plot.Light
		if message.Get("dark").Bool() {
			b.theme = plot.Dark
		}
		b.show()
	case "level":
		b.threshold = math.NaN()
		if b.lab != nil {
			b.lab.Level = message.Get("level").Float()
		}
		b.show()
	case "hold":
		if at := message.Get("at"); at.Type() == js.TypeNumber && b.lab != nil {
			b.threshold = b.chart().X(b.histogram).Value(at.Float() * b.histogram.W)
		} else {
			b.threshold = math.NaN()
		}
		b.show()
	}
	b.soon()
	return nil
}

func (b *bench) ask(message js.Value) error {
	pairs, err := query.Parse(message.Get("question").String())
	if err != nil {
		return err
	}
	text := func(key string) string {
		v, _ := query.Get(pairs, key)
		return v
	}
	q := laboratory.Question{Seed: 1}
	var wrong [5]error
	q.N, wrong[0] = strconv.Atoi(text("n"))
	q.Level, wrong[1] = strconv.ParseFloat(text("level"), 64)
	var seed int
	seed, wrong[2] = strconv.Atoi(text("seed"))
	q.Seed = uint32(seed)
	q.A, wrong[3] = law(text("a"), message.Get("a"))
	q.B, wrong[4] = law(text("b"), message.Get("b"))
	for _, err := range wrong {
		if err != nil {
			return err
		}
	}
	ok := false
	if q.Statistic, ok = twosample.Find(text("statistic")); !ok {
		q.Statistic = twosample.Classified
	}
	b.threshold = math.NaN()
	b.lab, err = laboratory.New(q)
	return err
}

// law is what a page calls a law: the key of data, or, with points beside it, "samples", "own", or "first" and "others" for the first class of the
// points and for the others.
func law(key string, points js.Value) (laboratory.Law, error) {
	if e, ok := data.Find(key); ok {
		return laboratory.Drawn(e.Source), nil
	}
	if !points.Truthy() {
		return nil, fmt.Errorf("there are no points of %q", key)
	}
	b := make([]byte, points.Get("byteLength").Int())
	js.CopyBytesToGo(b, js.Global().Get("Uint8Array").New(points))
	given, err := data.CSV(b)
	if err != nil {
		return nil, err
	}
	if first := key == "first"; first || key == "others" {
		if given = given.Where(func(class int) bool { return (class == 0) == first }); given == nil {
			return nil, errors.New("the points have no such classes")
		}
	}
	return laboratory.Given(given), nil
}

// work does some pieces, and comes again while there are more.
func (b *bench) work() {
	b.waiting = false
	if b.lab == nil {
		return
	}
	more, end := true, now()+pieceTime
	for more && now() < end {
		more = b.lab.Work()
	}
	if now() > b.shown+pictureTime || !more {
		b.show()
	}
	if more {
		b.soon()
	}
}

func (b *bench) soon() {
	if !b.waiting && b.lab != nil {
		b.waiting = true
		js.Global().Call("setTimeout", b.again, 0)
	}
}

func now() float64 { return js.Global().Get("performance").Call("now").Float() }

func (b *bench) chart() plot.Histogram {
	l := b.lab
	h := plot.Histogram{Null: l.Test.Null, Same: l.Same, Both: l.Both, Observed: l.Test.Observed, Threshold: b.threshold}
	if math.IsNaN(h.Threshold) && len(l.Test.Null) >= 20 {
		h.Threshold = l.Test.Threshold(l.Level)
	}
	return h
}

// show posts how things stand.
func (b *bench) show() {
	if b.lab == nil || b.histogram.W < 40 {
		return
	}
	b.shown = now()
	h, l := b.chart(), b.lab
	shares := []float64{}
	for _, p := range l.Powers {
		shares = append(shares, p.Share(l.Level))
	}
	power := plot.PowerCurve{Sizes: laboratory.Sizes, Shares: shares, Here: l.N, Level: l.Level}
	js.Global().Call("postMessage", map[string]any{
		"kind": "laboratory", "histogram": h.SVG(b.histogram, b.theme), "power": power.SVG(b.power, b.theme),
		"says": b.says(h), "errors": b.errors(h), "stage": b.stage(),
	})
}

// says is what the test has found.
func (b *bench) says(h plot.Histogram) string {
	l := b.lab
	if math.IsNaN(h.Threshold) {
		return "Dealing the points anew."
	}
	verdict := "not rejected"
	if l.Test.Observed > h.Threshold {
		verdict = "rejected"
	}
	return fmt.Sprintf("p = %.3f. One distribution for both is %s at %s.", l.Test.P(), verdict, percent(l.Beyond(h.Threshold)))
}

// errors are those of both kinds over repeated draws.
func (b *bench) errors(h plot.Histogram) string {
	l := b.lab
	if len(l.Both) == 0 || math.IsNaN(h.Threshold) {
		return ""
	}
	return fmt.Sprintf("Type I error: %s of %d pairs of A and A are beyond the threshold. Type II: %s of %d pairs of A and B are not; the power is %s.",
		percent(laboratory.Above(l.Same, h.Threshold)), len(l.Same), percent(1-laboratory.Above(l.Both, h.Threshold)), len(l.Both), percent(laboratory.Above(l.Both, h.Threshold)))
}

func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) + " %" }

// stage is what is being done.
func (b *bench) stage() string {
	l := b.lab
	switch {
	case len(l.Test.Null) < laboratory.Deals:
		return fmt.Sprintf("%d of %d deals", len(l.Test.Null), laboratory.Deals)
	case len(l.Both) < laboratory.Draws:
		return fmt.Sprintf("%d of %d repeated draws", len(l.Both), laboratory.Draws)
	case len(l.Powers) < len(laboratory.Sizes):
		return fmt.Sprintf("power with %d points", laboratory.Sizes[len(l.Powers)])
	}
	return ""
}
