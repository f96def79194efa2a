package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"time"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/family"
	"ganvas/core/gan"
	"ganvas/core/plan"
	"ganvas/core/query"
	"ganvas/core/rival"
	"ganvas/core/run"
	"ganvas/core/script"
	"ganvas/core/simd/native"
)

// machines are what -machine may name; nil is the trainer's own, in plain Go.
var machines = map[string]func(*plan.Program) (plan.Machine, error){"simd": native.New, "go": nil}

// job is what the flags of train ask for.
type job struct {
	spec    string
	steps   int // 0 is the experiment's horizon
	every   int
	machine string
	csv     []byte
	all     bool
}

// trainCommand trains one experiment and prints its results.
func trainCommand(args []string, stdout, stderr io.Writer) int {
	j, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err == nil {
		err = j.train(stdout, stderr)
	}
	if err == nil {
		return 0
	}
	fmt.Fprintln(stderr, "ganvas train:", err)
	var input *inputError
	var flags *flagError
	var unread *tableError
	var field *experiment.FieldError
	var family *script.Error
	if errors.As(err, &input) || errors.As(err, &flags) || errors.As(err, &unread) || errors.As(err, &field) || errors.As(err, &family) {
		return 2
	}
	return 1
}

// inputError is a flag with a wrong value.
type inputError struct{ flag, value, allowed string }

func (e *inputError) Error() string {
	return fmt.Sprintf("-%s: %q is not allowed; give %s", e.flag, e.value, e.allowed)
}

// flagError is a flag that there is not, or that is no number; its text names both.
type flagError struct {
	error
	command string
}

func (e *flagError) Error() string {
	return fmt.Sprintf("%v; \"ganvas %s -h\" lists the flags", e.error, e.command)
}

// parse reads the flags and the files that they name.
func parse(args []string, stderr io.Writer) (job, error) {
	flags := flag.NewFlagSet("ganvas train", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // what is wrong is said once, by the caller
	flags.Usage = func() {}
	spec := flags.String("spec", "", "the experiment as a URL query, such as 'data=ring8&seed=3' or 'family=vae&data=moons'; see ganvas fields")
	steps := flags.Int("steps", 0, "steps to train; 0 is the experiment's horizon")
	every := flags.Int("every", 0, "print a line of JSON each so many steps; 0 is at the end only")
	machine := flags.String("machine", "simd", "what runs the program: simd, or go, which is slower and gives the same bits")
	csv := flags.String("csv", "", "a file of points to learn, a table of any kind, or - for standard input; it stands for data=csv")
	var r reading
	r.define(flags)
	all := flags.Bool("all", false, "compute the slow measures too")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			flags.SetOutput(stderr)
			flags.PrintDefaults()
			return job{}, err
		}
		return job{}, &flagError{err, "train"}
	}
	if flags.NArg() > 0 {
		return job{}, &inputError{"train", flags.Arg(0), "flags only"}
	}
	j := job{spec: *spec, steps: *steps, every: *every, machine: *machine, all: *all}
	return j, j.complete(*csv, &r, stderr)
}

// maxSteps keeps a run within the hours that somebody may wait for.
const maxSteps = 100_000_000

// complete checks the flags and reads the points.
func (j *job) complete(csv string, r *reading, stderr io.Writer) error {
	if j.steps < 0 || j.steps > maxSteps {
		return &inputError{"steps", fmt.Sprint(j.steps), fmt.Sprintf("a whole number from 1 to %d, or 0 for the horizon", maxSteps)}
	}
	if j.every < 0 {
		return &inputError{"every", fmt.Sprint(j.every), "a whole number from 0"}
	}
	if _, ok := machines[j.machine]; !ok {
		return &inputError{"machine", j.machine, "simd or go"}
	}
	if csv == "" {
		return nil
	}
	if _, ok := onOwnData(j.spec, experiment.Spec{}); !ok {
		return &inputError{"csv", csv, "a file only where the spec says data=csv or names no data"}
	}
	t, c, err := r.read(csv)
	if err != nil {
		return err
	}
	points, err := t.Points(c)
	if err == nil && c.Y < 0 && r.x == "" { // one column is a run in one dimension where it is asked for
		err = fmt.Errorf("%w; -x with its name trains on it in one dimension", t.Lacking())
	}
	if err != nil {
		return &tableError{csv, err}
	}
	tell(t, points, stderr)
	j.csv = points.Text()
	source, err := data.CSV(j.csv)
	if err != nil {
		return &tableError{csv, err}
	}
	j.spec, _ = onOwnData(j.spec, experiment.ForPoints(source))
	return nil
}

// onOwnData is a Spec's text with the reader's own points for its data; not ok where it names others. What it does not name is as usual, for a GAN.
func onOwnData(spec string, usual experiment.Spec) (string, bool) {
	pairs, err := query.Parse(spec)
	if err != nil {
		return spec, true // which opening it will refuse
	}
	named := func(p query.Pair) bool { return p.Key == "data" }
	for _, p := range pairs {
		if named(p) && p.Value != experiment.OwnData && p.Value != experiment.Default().Data {
			return spec, false
		}
	}
	pairs = slices.DeleteFunc(pairs, named)
	own := []query.Pair{{Key: "data", Value: experiment.OwnData}}
	if family, _ := query.Get(pairs, run.FamilyKey); family == "" || family == "gan" {
		own, _ = query.Parse(usual.String())
		own = slices.DeleteFunc(own, func(p query.Pair) bool { _, given := query.Get(pairs, p.Key); return given })
	}
	return query.Format(append(pairs, own...)...), true
}

// train runs the job: in pieces, so that progress shows.
func (j *job) train(stdout, stderr io.Writer) error {
	t, err := run.Open(j.spec, run.Options{Families: rival.Families(gan.Judged(ownJudge)), Machine: machines[j.machine], Own: j.csv})
	if err != nil {
		return err
	}
	defer t.Close()
	if j.steps == 0 {
		j.steps = t.Experiment().(family.Experiment).Horizon()
	}
	var clock stopwatch
	for done := 0; done < j.steps && t.Fault() == ""; {
		n := j.piece(done)
		if err := clock.time(func() error { return t.Run(n) }); err != nil {
			return err
		}
		done += n
		fmt.Fprintf(stderr, "\r%d of %d steps, %.0f a second ", t.Step(), j.steps, clock.rate(t.Step()))
		if j.every > 0 && done%j.every == 0 && done < j.steps {
			j.report(t, clock, stdout)
		}
	}
	fmt.Fprintln(stderr)
	if f := t.Fault(); f != "" {
		j.report(t, clock, stdout)
		return errors.New(f)
	}
	j.report(t, clock, stdout)
	return nil
}

// piece is how many steps to run next: a few hundred, and no further than the next report.
func (j *job) piece(done int) int {
	n := min(256, j.steps-done)
	if j.every > 0 {
		n = min(n, j.every-done%j.every)
	}
	return n
}

// stopwatch adds up the time spent training, without measuring and printing.
type stopwatch struct{ spent time.Duration }

func (s *stopwatch) time(f func() error) error {
	start := time.Now()
	err := f()
	s.spent += time.Since(start)
	return err
}

// rate is steps a second.
func (s *stopwatch) rate(steps uint64) float64 {
	if s.spent <= 0 {
		return 0
	}
	return float64(steps) / s.spent.Seconds()
}
