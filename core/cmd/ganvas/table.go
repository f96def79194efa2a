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
	"strings"
	"sync"
	"time"

	"ganvas/core/experiment"
	"ganvas/core/train"
)

// tableCommand trains the benchmarks of the literature, several seeds of each, and prints one table. What a run found is kept in a
// file as it ends, and not trained again: the command can be stopped and called anew.
func tableCommand(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("ganvas table", flag.ContinueOnError)
	flags.SetOutput(stderr)
	seeds := flags.Int("seeds", 10, "seeds of each experiment, from 0")
	out := flags.String("out", filepath.Join("dist", "table.jsonl"), "the file that keeps what was found")
	only := flags.String("only", "", "train only experiments whose name or data has this text")
	jobs := flags.Int("jobs", runtime.NumCPU(), "runs at a time")
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
	t := table{benchmarks: benchmarksLike(*only), seeds: *seeds, file: *out, stderr: stderr}
	if err := t.fill(*jobs); err != nil {
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
	Fault       string  `json:"fault,omitempty"`
}

// table is the work and what has been found so far.
type table struct {
	benchmarks []benchmark
	seeds      int
	file       string
	stderr     io.Writer

	mu    sync.Mutex
	found map[string]finding
}

// fill trains what the file does not have yet.
func (t *table) fill(jobs int) error {
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
func (t *table) load() error {
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
// there soon.
func (t *table) todo() ([]experiment.Spec, error) {
	var list []experiment.Spec
	for seed := range t.seeds {
		for _, b := range t.benchmarks {
			s, err := b.spec(seed)
			if err != nil {
				return nil, fmt.Errorf("%s on %s: %w", b.Name, b.Data, err)
			}
			if _, done := t.found[s.String()]; !done {
				list = append(list, s)
			}
		}
	}
	return list, nil
}

// one trains a run to its horizon, measures it, and writes it down.
func (t *table) one(s experiment.Spec, todo int) error {
	r, err := train.New(s, train.Options{Machine: machines["simd"]})
	if err != nil {
		return err
	}
	defer r.Close()
	start := time.Now()
	if err := r.Run(s.Steps); err != nil && r.Fault() == "" {
		return err
	}
	f := finding{Spec: s.String(), Steps: s.Steps, Seconds: round(time.Since(start).Seconds()), Fault: r.Fault()}
	for _, m := range r.Measure() {
		to, ok := map[string]*float64{"modes": &f.Modes, "modes_any": &f.ModesAny, "high_quality": &f.HighQuality, "modes_kl": &f.ModesKL}[m.Key]
		if ok && !math.IsNaN(m.Value) && !math.IsInf(m.Value, 0) {
			*to = m.Value
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.found[f.Spec] = f
	fmt.Fprintf(t.stderr, "%s: %.0f modes, %.1f %% high quality, %.0f s (%d runs in all, %d to do when this began)\n",
		f.Spec, f.Modes, 100*f.HighQuality, f.Seconds, len(t.found), todo)
	return t.keep(f)
}

func (t *table) keep(f finding) error {
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

// markdown is the table: a row for each benchmark, mean and standard deviation over the seeds that have been run.
func (t *table) markdown() string {
	var b strings.Builder
	b.WriteString("| data | method | runs | steps | seconds | modes, strict | modes, any | high quality % | KL of modes | published: modes / high quality % | settings |\n")
	b.WriteString("|---|---|---|---|---|---|---|---|---|---|---|\n")
	for _, m := range t.benchmarks {
		var got []finding
		for seed := range t.seeds {
			if s, err := m.spec(seed); err == nil {
				if f, ok := t.found[s.String()]; ok {
					got = append(got, f)
				}
			}
		}
		column := func(f func(finding) float64, format string) string {
			mean, sd := meanSD(got, f)
			return fmt.Sprintf(format+" ± "+format, mean, sd)
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %s | %s | %s | %s | %s | %s | %s | `%s` |\n", m.Data, m.Name, len(got),
			column(func(f finding) float64 { return float64(f.Steps) }, "%.0f"),
			column(func(f finding) float64 { return f.Seconds }, "%.0f"),
			column(func(f finding) float64 { return f.Modes }, "%.1f"),
			column(func(f finding) float64 { return f.ModesAny }, "%.1f"),
			column(func(f finding) float64 { return 100 * f.HighQuality }, "%.1f"),
			column(func(f finding) float64 { return f.ModesKL }, "%.3f"),
			m.Published, m.Settings)
	}
	return b.String()
}

// meanSD returns the mean and the standard deviation, which divides by n-1 and is 0 of one value.
func meanSD(list []finding, of func(finding) float64) (mean, sd float64) {
	n := float64(len(list))
	for _, f := range list {
		mean += of(f) / n
	}
	for _, f := range list {
		sd += (of(f) - mean) * (of(f) - mean)
	}
	return mean, math.Sqrt(sd / max(1, n-1))
}
