package session

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"ganvas/core/query"
	"ganvas/core/wire"
)

// clock is a time that only training passes.
type clock struct{ ms float64 }

// trained is a Run whose steps take a given time by the clock.
type trained struct {
	*clock
	perStep    float64
	perShot    float64
	perMeasure float64
	perCall    map[string]float64 // of the procedures that a Snapshot runs
	calling    func(procedure string, done bool)
	steps      int
	only       map[string]int
	set        []string
	measured   int
	asked      []string // the probes of each Snapshot
	furthest   int
	went       []uint64 // the calls of At
	closed     bool
	bytes      int
	fault      string
	err        error
	longest    float64 // the longest call, in milliseconds
	pending    int     // measures of a survey, each of which takes 200 milliseconds
	surveys    []int   // the steps at which they were computed
}

func (r *trained) Run(n int) error { r.steps += n; return r.pass(n) }
func (r *trained) Only(who string, n int) error {
	r.only[who] += n
	return r.pass(n)
}
func (r *trained) pass(n int) error {
	took := float64(n) * r.perStep
	r.longest = max(r.longest, took)
	r.ms += took
	return r.err
}
func (r *trained) Set(knobs ...query.Pair) error {
	for _, k := range knobs {
		if k.Key == "batch" {
			return errors.New("batch is not live")
		}
	}
	for _, k := range knobs {
		r.set = append(r.set, k.Key+"="+k.Value)
	}
	return nil
}
func (r *trained) At(step uint64) error {
	r.went = append(r.went, step)
	r.furthest = max(r.furthest, r.steps)
	r.steps = int(step)
	return nil
}
func (r *trained) Step() uint64 { return uint64(r.steps) }
func (r *trained) Last() uint64 { return uint64(max(r.steps, r.furthest)) }
func (r *trained) Bytes() int   { return r.bytes }
func (r *trained) Reset() error { r.steps = 0; return nil }
func (r *trained) Survey()      { r.pending = 5 }
func (r *trained) Pending() int { return r.pending }
func (r *trained) StopSurvey()  { r.pending = 0 }
func (r *trained) Proceed() {
	r.pending--
	r.ms += 200
	r.surveys = append(r.surveys, r.steps)
}
func (r *trained) Look(string)  {}
func (r *trained) Along(string) {}
func (r *trained) Snapshot(probes []string, constants, fresh bool) *wire.Snapshot {
	r.asked = append(r.asked, fmt.Sprintf("%s %t %t %t", strings.Join(probes, " "), probes == nil, constants, fresh))
	r.ms += r.perShot
	for procedure, ms := range r.perCall {
		r.calling(procedure, false)
		r.ms += ms
		r.calling(procedure, true)
	}
	return &wire.Snapshot{Step: uint64(r.steps)}
}
func (r *trained) Measure() []wire.Measure {
	r.ms += r.perMeasure
	r.measured++
	return nil
}
func (r *trained) Fault() string  { return r.fault }
func (r *trained) InPieces() bool { return false }
func (r *trained) OnRest(func())  {}

func (r *trained) OnCall(calling func(string, bool)) { r.calling = calling }
func (r *trained) Abandon()                          {}
func (r *trained) Close()                            { r.closed = true }

// opened is a session with a run whose steps take perStep milliseconds.
func opened(t *testing.T, perStep float64) (*Session, *trained) {
	t.Helper()
	c := new(clock)
	run := &trained{clock: c, perStep: perStep, only: map[string]int{}}
	s := &Session{
		Open: func(string, []byte) (Run, error) { return run, nil },
		Now:  func() float64 { return c.ms },
	}
	do(t, s, "open?")
	return s, run
}

func do(t *testing.T, s *Session, text string) *wire.Snapshot {
	t.Helper()
	c, err := wire.ParseCommand(text)
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := s.Do(c, nil)
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

// live calls Work as a worker does for some milliseconds of the clock, with timers that are late by late milliseconds.
func live(t *testing.T, s *Session, c *clock, ms, late float64) {
	t.Helper()
	for end := c.ms + ms; c.ms < end; {
		wait, again, err := s.Work()
		if err != nil {
			t.Fatal(err)
		}
		if !again {
			c.ms = end
			return
		}
		if wait > 0 {
			c.ms += wait + late
		}
		c.ms += 0.01 // what a message costs
	}
}

func TestRateIsKept(t *testing.T) {
	for _, rate := range []string{"1", "2.5", "60", "400", "1000"} {
		for _, late := range []float64{0, 4, 16} {
			s, run := opened(t, 0.2)
			do(t, s, "play?rate="+rate)
			live(t, s, run.clock, 10_000, late)
			perSecond := float64(run.steps) / 10
			want := map[string]float64{"1": 1, "2.5": 2.5, "60": 60, "400": 400, "1000": 1000}[rate]
			// Late by one timer, and by the one step that is not yet due.
			if off := math.Abs(perSecond - want); off > 0.1+want*(late+turn)/10_000 {
				t.Errorf("rate %s with timers late by %g ms: %g steps a second", rate, late, perSecond)
			}
		}
	}
}

func TestTurnsStayShort(t *testing.T) {
	for _, perStep := range []float64{0.001, 0.05, 0.7, 3, 9, 40} {
		s, run := opened(t, perStep)
		do(t, s, "play?rate=max")
		live(t, s, run.clock, 2000, 0)
		if most := max(turn, perStep); run.longest > most*1.01 {
			t.Errorf("steps of %g ms: a turn of %g ms", perStep, run.longest)
		}
		if least := 2000 / perStep * 0.9; float64(run.steps) < least {
			t.Errorf("steps of %g ms: %d in two seconds, want %g at least", perStep, run.steps, least)
		}
	}
}

// A machine that is too slow for the rate does not save up the time.
func TestSlowMachineGivesTimeUp(t *testing.T) {
	s, run := opened(t, 20)
	do(t, s, "play?rate=400")
	live(t, s, run.clock, 5000, 0)
	run.perStep = 0.1
	before := run.steps
	live(t, s, run.clock, 1000, 0)
	if got := run.steps - before; got > 400+400*backlog/1000+2 {
		t.Errorf("%d steps in the second after the machine recovered", got)
	}
}

func TestPauseStopsAndStepsAreExact(t *testing.T) {
	s, run := opened(t, 0.1)
	do(t, s, "play?rate=max")
	live(t, s, run.clock, 100, 0)
	do(t, s, "pause")
	before := run.steps
	live(t, s, run.clock, 100, 0)
	if run.steps != before {
		t.Errorf("%d steps while paused", run.steps-before)
	}
	do(t, s, "step?n=1234&who=both")
	do(t, s, "step?n=6&who=both")
	live(t, s, run.clock, 1000, 0)
	if got := run.steps - before; got != 1240 {
		t.Errorf("%d steps, want 1240", got)
	}
	do(t, s, "step?who=d")
	live(t, s, run.clock, 10, 0)
	do(t, s, "step?n=3&who=g")
	live(t, s, run.clock, 10, 0)
	if run.only["d"] != 1 || run.only["g"] != 3 {
		t.Errorf("single players trained %v", run.only)
	}
}

// A replay of many steps is answered in between.
func TestPullIsAnsweredDuringSteps(t *testing.T) {
	s, run := opened(t, 1)
	do(t, s, "step?n=100000")
	live(t, s, run.clock, 200, 0)
	if got := do(t, s, "pull?").Step; got == 0 || got == 100000 {
		t.Errorf("the snapshot is of step %d", got)
	}
	if run.measured != 0 {
		t.Error("measured without being asked to")
	}
	do(t, s, "pull?measure=1")
	if run.measured != 1 {
		t.Error("not measured when asked to")
	}
	do(t, s, "reset")
	live(t, s, run.clock, 100, 0)
	if run.steps != 0 {
		t.Errorf("a reset forgets the steps that were owed; %d were trained", run.steps)
	}
}

// However often a page asks, a run that trains as fast as it can is looked at for an eighth of its time, where an answer takes long for a sixteenth, and at
// least every fifth of a second beside what an answer takes. Once it rests, or at a rate that leaves time, a page is answered at once.
func TestLookingTakesItsShare(t *testing.T) {
	for _, shot := range []float64{0.5, 4, 12, 20, 60} {
		parts := 8.
		if shot > brief {
			parts = 16
		}
		s, run := opened(t, 3)
		run.perShot = shot
		do(t, s, "play?rate=max")
		live(t, s, run.clock, 100, 0)
		began, trained, answers := run.ms, run.steps, 0
		for run.ms < began+10_000 {
			if len(s.lanes[0].pulls) == 0 && do(t, s, "pull?probes=samples") != nil {
				answers++
			}
			live(t, s, run.clock, 0.01, 0)
			answers += len(s.Answers())
		}
		took := run.ms - began
		if share, want := 3*float64(run.steps-trained)/took, min(1-1/parts, stutter/(stutter+shot))-.02; share < want {
			t.Errorf("answers of %g ms leave %.2f of the time for training, want %.2f", shot, share, want)
		}
		if every := took / float64(answers); every > max(parts*shot, 15)+15 || every > stutter+shot+15 {
			t.Errorf("answers of %g ms come every %.0f ms", shot, every)
		}
		do(t, s, "pull?probes=samples")
		do(t, s, "pause?")
		if s.Work(); len(s.lanes[0].pulls) > 0 {
			t.Error("paused, it does not answer")
		}
		do(t, s, "play?rate=2")
		live(t, s, run.clock, 100, 0)
		s.Work() // the step that is due
		for range 3 {
			if do(t, s, "pull?probes=samples") == nil {
				t.Error("a slow run does not answer at once")
			}
		}
	}
}

// However often a page asks for measures, they take a twentieth of the time of a run that trains as fast as it can. Once it rests, they come at once.
func TestMeasuringTakesItsShare(t *testing.T) {
	s, run := opened(t, 3)
	run.perMeasure = 90
	do(t, s, "play?rate=max")
	live(t, s, run.clock, 100, 0)
	began := run.ms
	for run.ms < began+20_000 {
		if len(s.lanes[0].pulls) == 0 {
			do(t, s, "pull?probes=samples&measure=1")
		}
		live(t, s, run.clock, 0.01, 0)
		s.Answers()
	}
	if share := float64(run.measured) * run.perMeasure / (run.ms - began); share < .03 || share > .055 {
		t.Errorf("measures take %.3f of the time", share)
	}
	before := run.measured
	do(t, s, "pause?")
	do(t, s, "pull?probes=samples&measure=1")
	if run.measured != before+1 {
		t.Error("at rest it is not measured when asked to")
	}
}

func TestFaultStops(t *testing.T) {
	s, run := opened(t, 1)
	do(t, s, "play?rate=max")
	run.fault = "NaN"
	if _, again, err := s.Work(); again || err != nil {
		t.Errorf("goes on after a fault: %v %v", again, err)
	}
	run.fault, run.err = "", errors.New("trap")
	do(t, s, "play?rate=max")
	if _, again, err := s.Work(); again || err == nil {
		t.Errorf("goes on after an error: %v %v", again, err)
	}
	if _, again, _ := s.Work(); again {
		t.Error("an error does not stop the run")
	}
}

func TestOpenReplacesTheRun(t *testing.T) {
	s, run := opened(t, 1)
	do(t, s, "play?rate=max")
	s.Open = func(string, []byte) (Run, error) { return nil, errors.New("no such loss") }
	do(t, s, "open?")
	if !run.closed {
		t.Error("the old run stays open")
	}
	if got := do(t, s, "pull?"); got.Fault != "no such loss" {
		t.Errorf("the fault after a failed open is %q", got.Fault)
	}
	do(t, s, "play?rate=max")
	if _, again, err := s.Work(); again || err != nil {
		t.Errorf("works without a run: %v %v", again, err)
	}
}

func TestBadCommandsAreExplained(t *testing.T) {
	s, run := opened(t, 1)
	for text, want := range map[string]string{
		"play?rate=0":       "rate",
		"play?rate=NaN":     "rate",
		"play?rate=fast":    "rate",
		"step?n=0":          "n is",
		"step?n=1.5":        "n is",
		"step?who=me":       "who",
		"at?step=-1":        "step is",
		"at?":               "step is",
		"pull@3?":           "run is 3",
		"set?batch=3":       "batch",
		"set?g.lr=1&batch=": "batch",
	} {
		c, err := wire.ParseCommand(text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Do(c, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
	if _, again, _ := s.Work(); again {
		t.Error("a bad command started the run")
	}
	if len(run.set) != 0 {
		t.Errorf("of knobs of which one is refused, %v were turned", run.set)
	}
}

// A pull gets what it names; a bare one what a page shows first, constants too.
func TestPullsNameTheirProbes(t *testing.T) {
	s, run := opened(t, 1)
	for _, c := range [][2]string{
		{"pull?", "true true false"},
		{"pull?probes=samples,field", "samples field false false false"},
		{"pull?probes=samples&constants=1", "samples false true false"},
		{"pull?probes=&measure=1", " false false true"},
	} {
		do(t, s, c[0])
		if got := strings.TrimPrefix(run.asked[len(run.asked)-1], " "); got != strings.TrimPrefix(c[1], " ") {
			t.Errorf("%s asks for %q, want %q", c[0], got, c[1])
		}
	}
}

// It goes back at once, and forward beyond where the run has been in turns, as steps go.
func TestAtGoesBackAtOnceAndForwardInTurns(t *testing.T) {
	s, run := opened(t, 1)
	do(t, s, "step?n=300")
	live(t, s, run.clock, 400, 0)
	do(t, s, "at?step=100")
	if run.steps != 100 || len(run.went) != 1 {
		t.Errorf("it stands at step %d after going to %v", run.steps, run.went)
	}
	do(t, s, "at?step=500")
	if !slices.Equal(run.went, []uint64{100, 300}) {
		t.Errorf("it went to %v", run.went)
	}
	live(t, s, run.clock, 400, 0)
	if run.steps != 500 {
		t.Errorf("it stands at step %d, not at 500", run.steps)
	}
}

// several is a session with runs 0 to n-1, whose steps take a millisecond each.
func several(t *testing.T, n, bytes int) (*Session, []*trained) {
	t.Helper()
	c := new(clock)
	var runs []*trained
	s := &Session{
		Open: func(string, []byte) (Run, error) {
			runs = append(runs, &trained{clock: c, perStep: 1, only: map[string]int{}, bytes: bytes})
			return runs[len(runs)-1], nil
		},
		Now: func() float64 { return c.ms },
	}
	for i := range n {
		do(t, s, fmt.Sprintf("open@%d?", i))
	}
	return s, runs
}

// Runs that play share the time, whatever their steps cost, and those that rest take none.
func TestRunsShareTheTime(t *testing.T) {
	s, runs := several(t, 4, 0)
	runs[1].perStep = 2
	for _, i := range []int{0, 1, 3} {
		do(t, s, fmt.Sprintf("play@%d?rate=max", i))
	}
	live(t, s, runs[0].clock, 6000, 0)
	for i, want := range []float64{2000, 1000, 0, 2000} {
		if got := float64(runs[i].steps); math.Abs(got-want) > .2*want {
			t.Errorf("run %d has trained %g steps, want about %g", i, got, want)
		}
	}
	do(t, s, "close@1?")
	if !runs[1].closed {
		t.Error("a run that was closed goes on")
	}
	before := runs[0].steps
	live(t, s, runs[0].clock, 2000, 0)
	if got := runs[0].steps - before; got < 800 {
		t.Errorf("of two runs one has trained %d steps in two seconds of 1 ms steps", got)
	}
}

// A rate is kept beside a run that takes all it gets.
func TestRateIsKeptBesideAnother(t *testing.T) {
	s, runs := several(t, 2, 0)
	do(t, s, "play@0?rate=20")
	do(t, s, "play@1?rate=max")
	live(t, s, runs[0].clock, 5000, 0)
	if runs[0].steps < 98 || runs[0].steps > 101 || runs[1].steps < 4000 {
		t.Errorf("%d steps at 20 a second, and %d beside them", runs[0].steps, runs[1].steps)
	}
}

// What there is no room for is refused in words, and leaves all others as they are.
func TestRunsAreBounded(t *testing.T) {
	s, runs := several(t, MaxRuns, 0)
	if _, err := s.Do(wire.Command{Verb: "open", Run: MaxRuns}, nil); err == nil || !strings.Contains(err.Error(), "close one first") {
		t.Errorf("one run more: %v", err)
	}
	do(t, s, "open@3?") // another in the place of one
	if !runs[3].closed || s.lane(3).run == Run(runs[3]) {
		t.Error("a run cannot be replaced where there are as many as may be")
	}
	s, runs = several(t, 3, MaxBytes/2)
	if shot := do(t, s, "pull@2?"); !strings.Contains(shot.Fault, "close one first") || shot.Run != 2 || !runs[2].closed {
		t.Errorf("a third half of the memory: %q of run %d", shot.Fault, shot.Run)
	}
	if shot := do(t, s, "pull@1?"); shot.Fault != "" {
		t.Errorf("the run before it: %q", shot.Fault)
	}
}

// surveying is a session that plays at a rate, with a survey under way.
func surveying(t *testing.T, rate string) (*Session, *trained) {
	t.Helper()
	s, run := opened(t, 1)
	do(t, s, "play?rate="+rate)
	if _, _, err := s.Work(); err != nil {
		t.Fatal(err)
	}
	do(t, s, "measure?")
	return s, run
}

// While it trains, a survey takes no more of the time than training does; while it does not, all of it.
func TestSurveySharesTheTime(t *testing.T) {
	s, run := surveying(t, "max")
	began, trained := run.ms, run.steps
	for run.pending > 0 {
		if wait, again, err := s.Work(); err != nil || !again || wait != 0 {
			t.Fatalf("with %d measures left it waits %g ms, again %t, %v", run.pending, wait, again, err)
		}
	}
	if share := float64(run.steps-trained) / (run.ms - began); share < .4 {
		t.Errorf("training has had %.2f of the time", share)
	}
	if !slices.IsSorted(run.surveys) || run.surveys[0] == run.surveys[4] {
		t.Errorf("the measures were computed after steps %d", run.surveys)
	}

	do(t, s, "pause?")
	do(t, s, "measure?")
	began = run.ms
	for run.pending > 0 {
		if _, again, err := s.Work(); err != nil || !again {
			t.Fatalf("paused, with %d measures left: again %t, %v", run.pending, again, err)
		}
	}
	if took := run.ms - began; took != 1000 {
		t.Errorf("paused, five measures of 200 ms take %g", took)
	}
	if _, again, _ := s.Work(); again {
		t.Error("after the survey there is nothing to do, and it goes on")
	}
}

// At a rate that leaves time, a survey does not keep a step from its time for longer than a measure takes, and wakes for the next.
func TestSurveyAtARate(t *testing.T) {
	s, run := surveying(t, "2")
	for range 100 {
		wait, again, err := s.Work()
		if err != nil || !again || wait > 500 {
			t.Fatalf("it waits %g ms, again %t, %v", wait, again, err)
		}
		run.ms += wait
		if run.pending == 0 {
			break
		}
	}
	if run.pending > 0 || run.steps < 2 {
		t.Errorf("%d measures are left after %d steps", run.pending, run.steps)
	}
}

// A run that has stopped at a fault is still measured to the end.
func TestSurveyAfterAFault(t *testing.T) {
	s, run := surveying(t, "max")
	run.fault = "NaN"
	steps := run.steps
	for range 5 {
		if _, again, err := s.Work(); err != nil || !again {
			t.Fatalf("with %d measures left: again %t, %v", run.pending, again, err)
		}
	}
	if _, again, _ := s.Work(); again || run.pending != 0 || run.steps != steps {
		t.Errorf("after the survey: again %t, %d measures left, %d steps trained", again, run.pending, run.steps-steps)
	}
}

// A survey that is stopped takes no more time, and neither does one whose run another replaces.
func TestSurveyEnds(t *testing.T) {
	for _, end := range []string{"measure?stop=1", "open?"} {
		s, run := surveying(t, "max")
		s.Work()
		next := run
		if end == "open?" {
			next = &trained{clock: run.clock, perStep: 1, only: map[string]int{}}
			s.Open = func(string, []byte) (Run, error) { return next, nil }
		}
		do(t, s, end)
		do(t, s, "play?rate=max")
		before, had, began := len(run.surveys), next.steps, run.ms
		for range 10 {
			if _, _, err := s.Work(); err != nil {
				t.Fatal(err)
			}
		}
		if len(run.surveys) != before || float64(next.steps-had) != run.ms-began {
			t.Errorf("after %s: %d more measures, and %g ms for %d steps", end, len(run.surveys)-before, run.ms-began, next.steps-had)
		}
	}
}
