package app

import (
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/wire"
)

// page runs Msgs through Update and keeps what was asked of the browser and the worker.
type page struct {
	t       *testing.T
	model   Model
	effects []Effect
	now     float64
}

// open is a page whose link is a good one, whose worker is ready and whose first snapshot has come.
func open(t *testing.T, query string) *page {
	t.Helper()
	p := &page{t: t, model: New(Start{Query: query})}
	if p.model.Notice != "" {
		t.Fatalf("%q is no link: %s", query, p.model.Notice)
	}
	p.tell(WorkerReady{Machine: "simd"})
	p.snapshot(0)
	p.effects = nil
	return p
}

func (p *page) tell(m Msg) *page {
	var es []Effect
	p.model, es = Update(p.model, m)
	p.effects = append(p.effects, es...)
	for _, e := range es {
		if w, ok := e.(Wait); ok { // the browser's timer
			p.now += w.Seconds
			p.tell(Waited{Seconds: p.now})
		}
	}
	return p
}

// told is a snapshot at a step, with what the worker says of the run's way.
func (p *page) told(step uint64, script string) *page {
	p.now += 0.02
	return p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: step, Script: script}, Seconds: p.now})
}

func (p *page) snapshot(step uint64) *page {
	p.now += 0.02
	return p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: step}, Seconds: p.now})
}

// commands are the texts of the commands sent so far, which it forgets.
func (p *page) commands() string {
	var out []string
	for _, e := range p.effects {
		if s, ok := e.(Send); ok {
			out = append(out, s.Command.String())
			if _, err := wire.ParseCommand(s.Command.String()); err != nil {
				p.t.Errorf("the worker would refuse %q: %v", s.Command.String(), err)
			}
		}
	}
	p.effects = nil
	return strings.Join(out, " ")
}

func (p *page) expect(what, got, want string) {
	p.t.Helper()
	if got != want {
		p.t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestFirstRunOpensAndPlays(t *testing.T) {
	p := &page{t: t, model: New(Start{Query: "seed=7"})}
	p.tell(WorkerReady{Machine: "go"})
	p.expect("commands", p.commands(), "open?seed=7 play?rate=400")
	if p.model.Loading.What == "" {
		t.Error("nothing says that the networks are being built")
	}
	p.snapshot(0)
	if p.model.Loading.What != "" || p.model.Machine != "go" {
		t.Errorf("after the first snapshot: loading %q on %q", p.model.Loading.What, p.model.Machine)
	}
}

func TestReducedMotionStartsPaused(t *testing.T) {
	p := &page{t: t, model: New(Start{CalmlyPlease: true})}
	p.tell(WorkerReady{Machine: "simd"})
	p.expect("commands", p.commands(), "open?")
}

func TestPlayPauseStep(t *testing.T) {
	p := open(t, "")
	p.tell(PlayToggled{})
	p.expect("pause", p.commands(), "pause?")
	p.tell(Stepped{"d"})
	p.expect("step of D", p.commands(), "step?n=1&who=d")
	p.tell(PlayToggled{})
	p.expect("play", p.commands(), "play?rate=400")
	p.tell(Stepped{"both"})
	p.expect("a step while playing pauses first", p.commands(), "pause? step?n=1&who=both")
	if p.model.Playing {
		t.Error("a step leaves the page playing")
	}
	p.tell(SpeedChosen{0})
	p.expect("a speed while paused", p.commands(), "")
	p.tell(PlayToggled{})
	p.expect("play slowly", p.commands(), "play?rate=0.2")
	p.tell(SpeedChosen{len(Speeds) - 1})
	p.expect("a speed while playing", p.commands(), "play?rate=max")
}

func TestLiveKnobIsTurnedInTheRun(t *testing.T) {
	p := open(t, "")
	p.snapshot(500)
	p.effects = nil
	p.tell(FieldChanged{"g.lr", "0.01"})
	p.expect("commands", p.commands(), "set?g.lr=0.01")
}

func TestStructureOpensANewRun(t *testing.T) {
	p := open(t, "")
	p.tell(FieldChanged{"g", "16,16:tanh"})
	p.expect("commands", p.commands(), "open?g=16,16:tanh play?rate=400")
	p.tell(FieldChanged{"g", "16,16:tanh"})
	p.expect("the same value again", p.commands(), "")
}

func TestBadInputStaysInItsField(t *testing.T) {
	p := open(t, "")
	before := p.model.Spec
	for key, text := range map[string]string{"g.lr": "fast", "batch": "-3", "g": "32,1e9", "loss": "nonsense", "data": experiment.OwnData} {
		p.tell(FieldChanged{key, text})
		d := p.model.Drafts[key]
		if d.Text != text || d.Error == "" || p.model.Text(experiment.Find(key)) != text {
			t.Errorf("%s holds %q with error %q, want %q with an error", key, p.model.Text(experiment.Find(key)), d.Error, text)
		}
	}
	if p.model.Spec != before || p.commands() != "" {
		t.Error("bad input has reached the run")
	}
	p.tell(FieldChanged{"batch", "64"})
	if _, bad := p.model.Drafts["batch"]; bad || len(p.model.Drafts) != 4 {
		t.Errorf("good input leaves drafts %v", p.model.Drafts)
	}
	p.expect("commands", p.commands(), "open?batch=64 play?rate=400")
}

// A field may be good alone and bad in company: the minibatch that is too large for the networks.
func TestErrorOfAnotherFieldNamesIt(t *testing.T) {
	p := open(t, "batch=4096")
	p.tell(FieldChanged{"g", "512,512,512,512"})
	if d := p.model.Drafts["g"]; !strings.Contains(d.Error, experiment.Find("batch").Label) {
		t.Errorf("the error is %q, which does not name the minibatch", d.Error)
	}
}

func TestUpdateLeavesTheOldModelAlone(t *testing.T) {
	p := open(t, "")
	p.tell(FieldChanged{"batch", "x"})
	old := p.model
	p.tell(FieldChanged{"rows", "y"}).tell(FieldChanged{"batch", "32"})
	if len(old.Drafts) != 1 || old.Drafts["batch"].Text != "x" {
		t.Errorf("the old model's drafts have become %v", old.Drafts)
	}
}

func TestFaultStopsAndIsLeft(t *testing.T) {
	p := open(t, "g.lr=0.5&d.lr=0.02")
	p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: 811, Fault: "the loss became NaN at step 812"}, Seconds: 1})
	if p.model.Playing || p.model.Fault == "" || p.model.Lost {
		t.Fatalf("playing %v, fault %q, lost %v", p.model.Playing, p.model.Fault, p.model.Lost)
	}
	p.effects = nil
	p.tell(PlayToggled{}).tell(Stepped{"both"})
	p.expect("a failed run is not trained", p.commands(), "")
	p.tell(WentOnSlower{})
	p.expect("slower", p.commands(), "set?g.lr=0.05&d.lr=0.002 play?rate=400")
	if p.model.Fault != "" || !p.model.Playing {
		t.Errorf("fault %q, playing %v", p.model.Fault, p.model.Playing)
	}
}

func TestTurningAKnobHealsAFault(t *testing.T) {
	p := open(t, "")
	p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: 811, Fault: "NaN"}, Seconds: 1})
	p.effects = nil
	p.tell(FieldChanged{"d.lr", "0.001"}).snapshot(811).tell(PlayToggled{})
	p.expect("commands", p.commands(), "set?d.lr=0.001 play?rate=400")
}

func TestLostRunIsOpenedAgain(t *testing.T) {
	p := open(t, "seed=4")
	p.tell(WorkerFailed{Text: "the machine has trapped", Fatal: true})
	p.tell(WentOnSlower{})
	p.expect("there is nothing to go on with", p.commands(), "")
	p.tell(WasReset{})
	p.expect("restart", p.commands(), "open?seed=4")
}

// A snapshot of the failed run may still be under way when the next run is opened; its fault must not stop that one for good.
func TestFaultIsForgottenByANewRun(t *testing.T) {
	p := open(t, "")
	p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: 9, Fault: "NaN"}, Seconds: 1})
	p.effects = nil
	p.tell(FieldChanged{"batch", "32"})
	p.expect("commands", p.commands(), "open?batch=32")
	p.snapshot(0)
	if p.model.Fault != "" {
		t.Errorf("the new run has the fault %q", p.model.Fault)
	}
}

func TestRefusedCommandLeavesTheRun(t *testing.T) {
	p := open(t, "")
	p.tell(WorkerFailed{Text: "no such knob", Verb: "set"})
	if !p.model.Playing || p.model.Fault != "" || p.model.Notice == "" {
		t.Errorf("playing %v, fault %q, notice %q", p.model.Playing, p.model.Fault, p.model.Notice)
	}
	p.tell(FieldChanged{"batch", "64"}).tell(WorkerFailed{Text: "still on its way", Verb: "step"})
	if p.model.Lost || p.model.Fault != "" || p.model.Notice != "still on its way" {
		t.Errorf("a command refused while a run opens: lost %v, fault %q, notice %q", p.model.Lost, p.model.Fault, p.model.Notice)
	}
	p.tell(FieldChanged{"batch", "32"}).tell(WorkerFailed{Text: "too large", Verb: "open"})
	if p.model.Playing || p.model.Fault != "too large" {
		t.Errorf("a run that could not be opened: playing %v, fault %q", p.model.Playing, p.model.Fault)
	}
}

func TestOwnPointsTravelWithTheirRun(t *testing.T) {
	p := open(t, "")
	points := []byte("x,y\n0,1\n1,0\n1,1\n")
	p.tell(PointsDropped{Name: "mine.csv", Text: points})
	var sent Send
	for _, e := range p.effects {
		if s, ok := e.(Send); ok && s.Command.Verb == "open" {
			sent = s
		}
	}
	if string(sent.Bytes) != string(points) || p.model.Spec.Data != experiment.OwnData {
		t.Errorf("%q was sent with %d bytes", sent.Command.String(), len(sent.Bytes))
	}
	p.effects = nil
	p.tell(PointsDropped{Name: "poem.txt", Text: []byte("shall I compare thee")})
	if p.commands() != "" || !strings.Contains(p.model.Notice, "poem.txt") {
		t.Errorf("a poem is taken for points; the notice is %q", p.model.Notice)
	}
}

func TestThemeFollowsTheBrowserAgain(t *testing.T) {
	m := New(Start{Dark: true})
	if !m.Night() {
		t.Fatal("the browser's scheme is not followed")
	}
	m, _ = Update(m, ThemeToggled{})
	if m.Night() || m.Theme != Light {
		t.Errorf("toggled once: %q", m.Theme)
	}
	m, _ = Update(m, ThemeToggled{})
	if !m.Night() || m.Theme != Auto {
		t.Errorf("toggled twice: %q", m.Theme)
	}
}
