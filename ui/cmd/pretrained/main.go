// Pretrained trains the experiments of the gallery, each to the step at which there is something to see, and writes what the page shows there:
//
//	go run ./ui/cmd/pretrained -out assets/gallery
//
// KEY.bin is the picture that the experiment opens with, until its run in the page has come to the same step; cards.bin has what stands on all
// cards. The same sources give the same bytes. -only KEY trains one of them, and leaves the others' files and cards.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/gan"
	"ganvas/core/probe"
	"ganvas/core/query"
	"ganvas/core/rival"
	"ganvas/core/run"
	"ganvas/core/script"
	"ganvas/core/simd/native"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

func main() {
	if err := command(os.Args[1:], os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "pretrained:", err)
		os.Exit(2)
	}
}

func command(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("pretrained", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("out", "assets/gallery", "the folder to write to")
	only := flags.String("only", "", "the key of the one experiment to train")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("-out: %q is not allowed; give flags only", flags.Arg(0))
	}
	var cards, was []plot.Outcome
	if b, err := os.ReadFile(filepath.Join(*out, app.Cards+".bin")); err == nil && *only != "" {
		if was, err = plot.DecodeOutcomes(b); err != nil {
			return err
		}
	}
	for _, p := range form.Presets() {
		if !app.Pretrained(p) {
			continue
		}
		if i := slices.IndexFunc(was, func(o plot.Outcome) bool { return o.Key == p.Key }); i >= 0 && p.Key != *only {
			cards = append(cards, was[i])
			continue
		}
		shot, card, err := outcomeOf(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.Key, err)
		}
		if err := os.WriteFile(filepath.Join(*out, p.Key+".bin"), shot, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(stderr, "%s: %d bytes; %s\n", p.Key, len(shot), card.Says)
		cards = append(cards, card)
	}
	return os.WriteFile(filepath.Join(*out, app.Cards+".bin"), plot.EncodeOutcomes(cards), 0o644)
}

// outcomeOf trains a preset: the picture that it opens with, and what its card shows.
func outcomeOf(p experiment.Preset) (picture []byte, card plot.Outcome, err error) {
	s, err := shown(p, p.Query, p.Turns)
	if err != nil {
		return nil, card, err
	}
	card = plot.Outcome{Key: p.Key, Says: says(p, s)}
	card.Real, card.Shot = shot(s)
	if p.Cure != "" {
		cured, err := p.Cured()
		if err != nil {
			return nil, card, err
		}
		c, err := shown(p, cured.String(), p.Turns)
		if err != nil {
			return nil, card, err
		}
		_, of := shot(c)
		card.Cured = &of
		if a, b := score(p, s), score(p, c); a != b {
			card.Says = a + "; cured, " + b
		}
	}
	return opening(s).Packed().Encode(nil), card, nil
}

// shown is all that the page shows of a preset's run at its step, with what never changes.
func shown(p experiment.Preset, spec, turns string) (*wire.Snapshot, error) {
	parts := slices.DeleteFunc([]string{spec, query.Format(query.Pair{Key: script.Key, Value: turns})}, func(s string) bool {
		return s == "" || s == script.Key+"="
	})
	r, err := run.Open(strings.Join(parts, "&"), run.Options{Families: rival.Families(gan.Family), Machine: native.New})
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if err := r.Run(p.Steps); err != nil {
		return nil, err
	}
	r.Measure()
	s := r.Snapshot(probes(p), true, true)
	if s.Fault != "" || s.Step != uint64(p.Steps) {
		return nil, fmt.Errorf("it stands at step %d: %s", s.Step, s.Fault)
	}
	return s, nil
}

// probes are what the page asks for when it opens a preset.
func probes(p experiment.Preset) []string {
	m, _ := app.Update(app.New(app.Start{}), app.WorkerReady{})
	m, _ = app.Update(m, app.PresetWanted{Key: p.Key})
	return strings.Split(m.PullCommand(app.Pull{}).Value("probes", ""), ",")
}

// mostSamples is how many samples a picture shows at most, as the page draws it.
const mostSamples = 1024

// opening is a Snapshot as it travels: without what never changes, which the run in the page has, its curves, samples that no picture has room for,
// and measures that few look at.
func opening(s *wire.Snapshot) *wire.Snapshot {
	out := *s
	out.Trace = wire.Trace{Stride: 1}
	out.Arrays = slices.DeleteFunc(slices.Clone(s.Arrays), func(a wire.Array) bool { return a.Constant })
	if i := slices.IndexFunc(out.Arrays, func(a wire.Array) bool { return a.Name == probe.Samples }); i >= 0 && out.Array(probe.Asked).Name == "" {
		if a := out.Arrays[i]; a.Dim(0) > mostSamples {
			out.Arrays[i] = wire.Floats(a.Name, a.Floats[:mostSamples*a.Dim(1)], mostSamples, a.Dim(1))
		}
	}
	out.Measures = slices.DeleteFunc(slices.Clone(s.Measures), func(m wire.Measure) bool { return control.Minor(m.Key) })
	return &out
}

// shot is a Snapshot's, and the data's points or histogram beside it; of a trajectory it is the way, about the equilibrium.
func shot(s *wire.Snapshot) (real []uint8, of plot.Shot) {
	of, _ = plot.ShotOf(s)
	if of.Line != nil {
		return plot.SmallLine(s), of
	}
	if way := spread(s.Floats(probe.Trajectory)); len(way) > 0 {
		reach := float32(0)
		for _, v := range way {
			reach = max(reach, 1.2*v, -1.2*v)
		}
		w := plot.Window{X0: -reach, Y0: -reach, X1: reach, Y1: reach}
		return plot.Small(w, []float32{0, 0}), plot.Shot{Step: s.Step, Samples: plot.Small(w, way)}
	}
	return plot.Small(plot.WindowOf(s), s.Floats(probe.Real)), of
}

// ways is how many points of a trajectory a card shows.
const ways = 240

// spread are points of a trajectory, evenly over its steps.
func spread(way []float32) (out []float32) {
	n := len(way) / 2
	for i := range min(ways, n) {
		at := i * (n - 1) / max(1, min(ways, n)-1)
		out = append(out, way[2*at:2*at+2]...)
	}
	return out
}

// says is what was measured, on the card.
func says(p experiment.Preset, s *wire.Snapshot) string {
	at := "step " + plot.Count(p.Steps)
	if text := score(p, s); text != "" {
		return text + " at " + at
	}
	return "at " + at
}

// score is how good the samples are: by modes where there are any to count.
func score(p experiment.Preset, s *wire.Snapshot) string {
	if len(s.Floats(probe.Trajectory)) > 0 { // one point is no cloud
		return ""
	}
	spec, _ := form.Parse(p.Query)
	e, _ := data.Find(spec.Data)
	for _, m := range s.Measures {
		if of, ok := e.Source.(data.Moded); ok && m.Key == "modes" && len(of.Modes()) > 1 {
			return fmt.Sprintf("%d of %d modes", int(m.Value), len(of.Modes()))
		}
	}
	for _, m := range s.Measures {
		if m.Key == "js" {
			return "Jensen–Shannon " + plot.Number(m.Value) + ", perfect " + plot.Number(m.Floor)
		}
	}
	return ""
}
