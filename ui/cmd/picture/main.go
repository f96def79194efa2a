// Picture trains an experiment and draws its plane and its curves, without a browser: posters of labs, figures of notes and papers.
//
//	go run ./ui/cmd/picture -spec 'data=moons' -steps 3000 -out moons.svg
//
// The ending of -out says the format: svg, pdf or png. The picture is that of the page with the same link at the same step.
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

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/simd/native"
	"ganvas/ui/app"
	"ganvas/ui/paper"
	"ganvas/ui/plot"
)

func main() {
	if err := command(os.Args[1:], os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(2)
	}
}

// job is what the flags ask for.
type job struct {
	figure paper.Figure
	steps  int
	out    string
}

func command(args []string, stderr io.Writer) error {
	j, err := parse(args, stderr)
	if err != nil {
		return err
	}
	t, err := gan.Open(j.figure.Spec.String(), run.Options{Machine: native.New})
	if err != nil {
		return err
	}
	defer t.Close()
	if err := t.Run(j.steps); err != nil {
		return err
	}
	if fault := t.Fault(); fault != "" {
		fmt.Fprintln(stderr, "picture: training has stopped:", fault)
	}
	j.figure.Snapshot = t.Snapshot(probes(j.figure.Layers), true, false)
	f, err := os.Create(j.out)
	if err != nil {
		return err
	}
	defer f.Close()
	return errors.Join(j.figure.Write(f, format(j.out)), f.Close())
}

// probes are what the plane needs.
func probes(l picture.Layers) []string {
	return append(l.Probes(), probe.Samples, probe.Landed, probe.Field, probe.Trajectory, probe.LineSamples, probe.LineField, probe.LineMap)
}

func format(name string) string { return strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), ".") }

// refuse is an error that names the flag, its value and what is allowed.
func refuse(name string, value any, allowed string) error {
	return fmt.Errorf("-%s: %q is not allowed; give %s", name, fmt.Sprint(value), allowed)
}

const mostSteps, least, most = 10_000_000, 120, 4000

func parse(args []string, stderr io.Writer) (job, error) {
	flags := flag.NewFlagSet("picture", flag.ContinueOnError)
	flags.SetOutput(stderr)
	spec := flags.String("spec", "", "the experiment as a URL query, such as 'data=ring8&seed=3'")
	steps := flags.Int("steps", 0, "steps to train; 0 is the experiment's horizon")
	out := flags.String("out", "", "the file to write: its ending, .svg, .pdf or .png, is the format")
	width := flags.Int("width", 480, "the width in CSS pixels; a PNG has twice as many")
	theme := flags.String("theme", plot.Light.Key, "light or dark")
	panels := flags.String("panels", "plane,losses", "some of "+strings.Join(paper.Panels(), ", ")+", with commas")
	layers := flags.String("layers", app.DefaultLayers.String(), "what is shown on the plane, with commas")
	if err := flags.Parse(args); err != nil {
		return job{}, err
	}
	s, err := experiment.Parse(*spec)
	if err != nil {
		return job{}, err
	}
	j := job{steps: *steps, out: *out, figure: paper.Figure{Spec: s, Width: float64(*width), Panels: strings.Split(*panels, ",")}}
	if j.steps == 0 {
		j.steps = s.Steps
	}
	for _, t := range plot.Themes {
		if t.Key == *theme {
			j.figure.Theme = t
		}
	}
	known := false
	j.figure.Layers, known = picture.ParseLayers(strings.Replace(*layers, "none", "", 1))
	switch {
	case flags.NArg() > 0:
		return j, refuse("out", flags.Arg(0), "flags only")
	case s.Data == experiment.OwnData:
		return j, refuse("spec", *spec, "data that a link can name")
	case !slices.Contains(paper.Formats, format(*out)):
		return j, refuse("out", *out, "a file that ends in .svg, .pdf or .png")
	case j.steps < 1 || j.steps > mostSteps:
		return j, refuse("steps", *steps, fmt.Sprintf("a whole number from 1 to %d, or 0 for the horizon", mostSteps))
	case *width < least || *width > most:
		return j, refuse("width", *width, fmt.Sprintf("a whole number from %d to %d", least, most))
	case j.figure.Theme.Key == "":
		return j, refuse("theme", *theme, "light or dark")
	case !known:
		return j, refuse("layers", *layers, "some of "+picture.Layers(255).String()+", with commas, or none")
	}
	for _, p := range j.figure.Panels {
		if !slices.Contains(paper.Panels(), p) {
			return j, refuse("panels", *panels, "some of "+strings.Join(paper.Panels(), ", ")+", with commas")
		}
	}
	return j, nil
}
