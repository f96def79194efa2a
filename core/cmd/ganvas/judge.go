package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"ganvas/core/data"
	"ganvas/core/imagefile"
	"ganvas/core/imagemetric"
	"ganvas/core/imageset"
	"ganvas/core/judge"
	"ganvas/core/judge/trained"
	"ganvas/core/metric"
	"ganvas/core/simd/native"
)

// judgeCommand trains the judge anew, or has it read images.
func judgeCommand(args []string, stdout, stderr io.Writer) int {
	flags := quiet("ganvas judge")
	out := flags.String("out", "", "train a judge, which takes minutes, and write its weights to this file; without it, the one that there is reads the images that follow")
	t := judge.Usual
	flags.IntVar(&t.Steps, "steps", t.Steps, "how many steps to train")
	seed := flags.Uint("seed", uint(t.Seed), "the seed of the training and its digits")
	if done, code := parsed(flags, args, stderr); done {
		return code
	}
	t.Seed = uint32(*seed)
	var err error
	if *out != "" {
		err = trainJudge(t, *out, stderr)
	} else {
		err = haveJudged(flags.Args(), stdout)
	}
	if err != nil {
		fmt.Fprintln(stderr, "ganvas judge:", err)
		return 2
	}
	return 0
}

func trainJudge(t judge.Training, out string, stderr io.Writer) error {
	if t.Steps < 1 {
		return &inputError{"steps", fmt.Sprint(t.Steps), "a whole number from 1"}
	}
	start := time.Now()
	t.Told = func(step int, loss float64) {
		fmt.Fprintf(stderr, "%d of %d steps, loss %.4f, %.0f s\n", step, t.Steps, loss, time.Since(start).Seconds())
	}
	j, err := t.Train(native.New)
	if err != nil {
		return err
	}
	return os.WriteFile(out, j.Bytes(), 0o644)
}

// haveJudged prints what the judge makes of images, beside what it makes of the product's own digits: for its accuracy, and as the floor of measures.
func haveJudged(names []string, stdout io.Writer) error {
	r, err := readImages(names, imagefile.Options{})
	if err != nil {
		return err
	}
	if want := (imageset.Shape{judge.Side, judge.Side, 1}); r.Set.Shape != want {
		return &inputError{"images", r.Set.Shape.String(), want.String() + ", which the judge reads"}
	}
	reader, err := judge.NewReader(ownJudge(), native.New)
	if err != nil {
		return err
	}
	defer reader.Close()
	read := func(s *imageset.Set) (imagemetric.Read, error) {
		images := make([]float32, len(s.Pixels))
		for i, b := range s.Pixels {
			images[i] = data.Value(b)
		}
		got, err := reader.Read(images, nil)
		if err != nil {
			return imagemetric.Read{}, err
		}
		return imagemetric.Judged(images, got), nil
	}
	samples := &imagemetric.Samples{}
	if samples.Generated, err = read(r.Set); err != nil {
		return err
	}
	n := min(r.Set.Len(), 10_000)
	if samples.Real, err = read(data.ImageSet(data.Digits, 1001, n)); err != nil {
		return err
	}
	other := data.ImageSet(data.Digits, 1002, n)
	if samples.Other, err = read(other); err != nil {
		return err
	}
	samples.Labels = classes(other)
	samples.Asked = classes(r.Set)
	for _, m := range imagemetric.Compute(samples, metric.Heavy) {
		entry, _ := imagemetric.Find(m.Key)
		fmt.Fprintf(stdout, "%s %.4f, of own digits %.4f\n", entry.Label, m.Value, m.Floor)
	}
	return nil
}

// classes are a set's labels as measures have them, or nil.
func classes(s *imageset.Set) []float32 {
	if s.Labels == nil {
		return nil
	}
	out := make([]float32, len(s.Labels))
	for i, l := range s.Labels {
		out[i] = float32(l)
	}
	return out
}

// ownJudge is the judge that the project has trained.
func ownJudge() *judge.Judge {
	j, err := judge.Parse(trained.Weights)
	if err != nil {
		panic(err) // it is embedded
	}
	return j
}
