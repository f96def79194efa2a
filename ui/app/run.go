package app

import (
	"strconv"

	"ganvas/core/address"
	"ganvas/core/query"
	"ganvas/core/wire"
)

// open starts a run of the Spec from step 0, with what the page says about it.
func (m Model) open(say string) (Model, []Effect) { return m.ofFamily().fresh().begin(say) }

// ofFamily shows the layers that are usual for the Spec's family, where that is another than the last run's.
func (m Model) ofFamily() Model {
	if m.base.Family() != m.Spec.Family() {
		m.Layers = UsualLayers(m.Spec)
	}
	return m
}

// begin is open of a run of which it is known already to which step it is to go.
func (m Model) begin(say string) (Model, []Effect) {
	m.Notice, m.base, m.opening, m.before = say, m.Spec, m.Ready, m.Ready && m.pull.underWay
	m.Staged = nil
	m = m.asks()
	effects := []Effect{m.setURL()}
	if say != "" {
		effects = append(effects, Announce{say})
	}
	if !m.Ready {
		return m, effects
	}
	m.sceneless = true
	effects = append(effects, m.openCommand())
	if m.runs() {
		effects = append(effects, m.playCommand())
	}
	return m.pulled(effects)
}

// fresh forgets what belonged to the last run.
func (m Model) fresh() Model {
	m = m.idle()
	m.Fault, m.Lost, m.Rate, m.Turned, m.untold, m.turns, m.surveying = "", false, Rate{}, false, false, "", false
	m.Record, m.ill, m.Paces = m.Record.anew(), illness{}, nil
	return m
}

// script is the run that is to be opened, as text.
func (m Model) script() string { return address.Address{Spec: m.Spec, Turns: m.turns}.Script() }

func (m Model) openCommand() Send {
	s := Send{Command: wire.Command{Verb: "open", Query: m.script()}}
	if m.Spec.Owns() {
		s.Bytes = m.CSV
	}
	return s
}

func (m Model) playCommand() Send {
	return Send{Command: wire.NewCommand("play", query.Pair{Key: "rate", Value: SpeedKey(Speeds[m.Speed])})}
}

func pauseCommand() Send { return Send{Command: wire.NewCommand("pause")} }

func stepCommand(n uint64, who string) Send {
	return Send{Command: wire.NewCommand("step",
		query.Pair{Key: "n", Value: strconv.FormatUint(n, 10)}, query.Pair{Key: "who", Value: who})}
}

// played starts or pauses training.
func (m Model) played(on bool) (Model, []Effect) {
	if on && m.Fault != "" {
		return m, []Effect{Announce{"Training has stopped: restart it first."}}
	}
	if m.Behind() { // it waits where the picture is, or goes on from there
		m.Playing = on
		return m, []Effect{Announce{map[bool]string{true: "Training.", false: "Paused."}[on]}}
	}
	m = m.idle()
	m.Playing, m.Notice, m.Rate = on, "", Rate{}
	m.Asking = m.Asking && !on
	if !m.Ready {
		return m, nil
	}
	if on && m.Unseen {
		return m, nil
	}
	if on {
		return m.pulled([]Effect{m.playCommand(), m.setURL(), Announce{"Training."}})
	}
	return m.pulled([]Effect{pauseCommand(), Announce{"Paused."}})
}

// stepped trains one step and stays paused.
func (m Model) stepped(who string) (Model, []Effect) {
	if !m.Ready || m.Fault != "" {
		return m, nil
	}
	if m.Behind() && who == "both" {
		return m.trainedTo(m.Step() + 1)
	}
	var effects []Effect
	if m.Playing {
		m.Playing = false
		effects = append(effects, pauseCommand())
	}
	at := m.bound()
	m = m.idle()
	m.Notice, m.Rate, m.Asking = "", Rate{}, false
	if who == "both" {
		m.Toward = at + 1
		m.asked = m.Toward
	} else {
		m.Turned, m.untold = true, true
	}
	effects = append(effects, stepCommand(1, who))
	return m.pulled(effects)
}

// restarted takes the run to step 0. A run that a fault has stopped waits there, paused, for the knob to be turned.
func (m Model) restarted() (Model, []Effect) {
	if m.Fault != "" {
		m.Playing = false
	}
	if m.Lost {
		return m.open("")
	}
	m = m.fresh()
	m.Notice = ""
	if !m.Ready {
		return m, nil
	}
	m.opening, m.before = true, m.pull.underWay
	m.base = m.Spec // what was turned on the way is where the run begins now
	effects := []Effect{Send{Command: wire.NewCommand("reset")}, Announce{"Back at step 0."}}
	if m.runs() {
		effects = append(effects, m.playCommand())
	} else {
		effects = append(effects, pauseCommand())
	}
	return m.pulled(effects)
}

// SlowDown is how many times smaller WentOnSlower makes the learning rates: enough that what diverged no longer does.
const SlowDown = 10

// wentOnSlower turns both learning rates down and trains on. The worker forgets the fault when a knob is turned.
func (m Model) wentOnSlower() (Model, []Effect) {
	if m.Fault == "" || m.Lost || !m.Ready {
		return m, nil
	}
	var turned []query.Pair
	for _, key := range []string{"g.lr", "d.lr", "lr"} {
		f := m.Spec.Find(key)
		if f == nil {
			continue
		}
		slower := strconv.FormatFloat(f.Number(&m.Spec)/SlowDown, 'g', 3, 64)
		if err := f.Set(&m.Spec, slower); err != nil {
			return m.refused(err.Error())
		}
		m = m.withoutDraft(key)
		turned = append(turned, query.Pair{Key: key, Value: f.Get(&m.Spec)})
	}
	m.Fault, m.Playing, m.Turned, m.untold, m.Rate = "", true, true, true, Rate{}
	m.Notice = "Going on with learning rates " + strconv.Itoa(SlowDown) + " times smaller."
	return m.pulled([]Effect{
		Send{Command: wire.NewCommand("set", turned...)}, m.playCommand(), m.setURL(), Announce{m.Notice},
	})
}

// sped changes the speed, of the run too if it goes.
func (m Model) sped(index int) (Model, []Effect) {
	m.Speed = max(0, min(index, len(Speeds)-1))
	m.Rate = Rate{}
	effects := []Effect{m.setURL()}
	if m.Ready && m.runs() {
		effects = append(effects, m.playCommand())
	}
	return m, effects
}

// pulled adds the wish for a Snapshot that shows what the effects have done.
func (m Model) pulled(effects []Effect) (Model, []Effect) {
	var more []Effect
	m.pull, more = m.pull.want()
	return m, append(effects, more...)
}
