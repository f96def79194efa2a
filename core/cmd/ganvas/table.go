package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// tableCommand trains the benchmarks of the literature and every data set, several seeds of each, and prints two tables. What a run found is kept in a
// file as it ends, and not trained again: the command can be stopped and called anew.
func tableCommand(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("ganvas table", flag.ContinueOnError)
	flags.SetOutput(stderr)
	seeds := flags.Int("seeds", 10, "seeds of each experiment, from 0")
	out := flags.String("out", filepath.Join("dist", "table.jsonl"), "the file that keeps what was found")
	only := flags.String("only", "", "train only experiments whose name or data has this text")
	jobs := flags.Int("jobs", runtime.NumCPU(), "runs at a time")
	show := flags.Bool("print", false, "train nothing, and print what the file holds")
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case *seeds < 1 || *seeds > 1000:
		err = &inputError{"seeds", fmt.Sprint(*seeds), "a whole number from 1 to 1000"}
	case *jobs < 1:
		err = &inputError{"jobs", fmt.Sprint(*jobs), "a whole number from 1"}
	case len(benchmarksLike(*only)) == 0:
		err = &inputError{"only", *only, "text that a name or a data set has"}
	}
	if err != nil {
		fmt.Fprintln(stderr, "ganvas table:", err)
		return 2
	}
	t := sheet{benchmarks: benchmarksLike(*only), seeds: *seeds, file: *out, stderr: stderr}
	if *show {
		err = t.load()
	} else {
		err = t.fill(*jobs)
	}
	if err != nil {
		fmt.Fprintln(stderr, "ganvas table:", err)
		return 1
	}
	fmt.Fprint(stdout, t.markdown())
	return 0
}

// finding is what one run found, one line of the file.
type finding struct {
	Spec        string  `json:"spec"` // with its seed: the key
	Steps       int     `json:"steps"`
	Seconds     float64 `json:"seconds"`
	Modes       float64 `json:"modes"` // strict
	ModesAny    float64 `json:"modes_any"`
	HighQuality float64 `json:"high_quality"`
	ModesKL     float64 `json:"modes_kl"`
	JS          float64 `json:"js"`
	JSFloor     float64 `json:"js_floor"`
	Fault       string  `json:"fault,omitempty"`
}

// take keeps those measures that have a column.
func (f *finding) take(measures []wire.Measure) {
	for _, m := range measures {
		if math.IsNaN(m.Value) || math.IsInf(m.Value, 0) {
			continue
		}
		switch m.Key {
		case "modes":
			f.Modes = m.Value
		case "modes_any":
			f.ModesAny = m.Value
		case "high_quality":
			f.HighQuality = m.Value
		case "modes_kl":
			f.ModesKL = m.Value
		case "js":
			f.JS, f.JSFloor = m.Value, m.Floor
		}
	}
}

// sheet is the work and what has been found so far.
type sheet struct {
	benchmarks []benchmark
	seeds      int
	file       string
	stderr     io.Writer

	mu    sync.Mutex
	found map[string]finding
}

// fill trains what the file does not have yet.
func (t *sheet) fill(jobs int) error {
	if err := t.load(); err != nil {
		return err
	}
	todo, err := t.todo()
	if err != nil {
		return err
	}
	work := make(chan experiment.Spec)
	errs := make(chan error, jobs)
	var wait sync.WaitGroup
	for range jobs {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for s := range work {
				if err := t.one(s, len(todo)); err != nil {
					errs <- err
					return
				}
			}
		}()
	}
	for _, s := range todo {
		select {
		case work <- s:
			continue
		case err = <-errs:
		}
		break
	}
	close(work)
	wait.Wait()
	if err == nil && len(errs) > 0 {
		err = <-errs
	}
	return err
}

// load reads the file, and cuts off a line that a stopped run left unfinished.
func (t *sheet) load() error {
	t.found = map[string]finding{}
	text, err := os.ReadFile(t.file)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	whole := bytes.LastIndexByte(text, '\n') + 1
	for line := range bytes.Lines(text[:whole]) {
		var one finding
		if err := json.Unmarshal(line, &one); err != nil {
			return fmt.Errorf("%s holds a line that is no finding: %w", t.file, err)
		}
		t.found[one.Spec] = one
	}
	if whole < len(text) {
		return os.Truncate(t.file, int64(whole))
	}
	return nil
}

// todo lists the runs that the file lacks, a seed of every benchmark before the next seed of any: a table of few seeds is
// there soon. Both tables have the defaults of some data, which are trained once.
func (t *sheet) todo() ([]experiment.Spec, error) {
	var list []experiment.Spec
	listed := map[experiment.Spec]bool{}
	for seed := range t.seeds {
		for _, b := range t.benchmarks {
			s, err := b.spec(seed)
			if err != nil {
				return nil, fmt.Errorf("%s on %s: %w", b.Name, b.Data, err)
			}
			if _, done := t.found[s.String()]; !done && !listed[s] {
				list = append(list, s)
				listed[s] = true
			}
		}
	}
	return list, nil
}

// one trains a run to its horizon, measures it, and writes it down.
func (t *sheet) one(s experiment.Spec, todo int) error {
	r, err := gan.Open(s.String(), run.Options{Machine: machines["simd"]})
	if err != nil {
		return err
	}
	defer r.Close()
	start := time.Now()
	if err := r.Run(s.Steps); err != nil && r.Fault() == "" {
		return err
	}
	f := finding{Spec: s.String(), Steps: s.Steps, Seconds: round(time.Since(start).Seconds()), Fault: r.Fault()}
	f.take(r.Measure())
	t.mu.Lock()
	defer t.mu.Unlock()
	t.found[f.Spec] = f
	fmt.Fprintf(t.stderr, "%s: %.0f modes, %.1f %% high quality, JS %.4f, %.0f s (%d runs in all, %d to do when this began)\n",
		f.Spec, f.Modes, 100*f.HighQuality, f.JS, f.Seconds, len(t.found), todo)
	return t.keep(f)
}

func (t *sheet) keep(f finding) error {
	line, err := json.Marshal(f)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(t.file), 0o755); err != nil {
		return err
	}
	out, err := os.OpenFile(t.file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = out.Write(append(line, '\n'))
	return errors.Join(err, out.Close())
}
