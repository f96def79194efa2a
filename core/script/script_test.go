package script

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ganvas/core/query"
)

// scripts draws scripts that Check allows.
var scripts = rapid.Custom(func(t *rapid.T) Script {
	s := Script{Spec: rapid.SampledFrom([]string{"", "data=moons", "data=moons&g=32,32:tanh"}).Draw(t, "spec")}
	at := uint64(0)
	for range rapid.IntRange(0, 6).Draw(t, "turns") {
		at += rapid.Uint64Range(0, 400).Draw(t, "pause")
		if rapid.Bool().Draw(t, "stretch") {
			n := rapid.Uint64Range(1, 300).Draw(t, "n")
			s.Turns = append(s.Turns, Stretch(at, rapid.SampledFrom([]string{"d", "g"}).Draw(t, "who"), n))
			at += n
			continue
		}
		turn := Turn{Step: at}
		for range rapid.IntRange(1, 3).Draw(t, "knobs") {
			turn.Knobs = append(turn.Knobs, query.Pair{
				Key:   rapid.SampledFrom([]string{"g.lr", "d.lr", "r1", "instance.noise"}).Draw(t, "key"),
				Value: rapid.StringMatching(`[0-9]{1,3}(\.[0-9]{1,3}|e-[0-9])?`).Draw(t, "value")})
		}
		s.Turns = append(s.Turns, turn)
	}
	return s
})

func TestParseAndStringAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := scripts.Draw(t, "script")
		got, err := Parse(want.String())
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
			t.Fatal(d)
		}
	})
}

func TestScriptIsReadable(t *testing.T) {
	s := Script{Spec: "data=moons", Turns: []Turn{
		Knobs(300, query.Pair{Key: "g.lr", Value: "0.001"}, query.Pair{Key: "d.lr", Value: "0.002"}), Stretch(450, "d", 20),
	}}
	if got, want := s.String(), "data=moons&turns=300:g.lr:0.001/d.lr:0.002,450:d*20"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"turns=300":                      `turns is "300"`,
		"turns=300:g.lr":                 `turns is "300:g.lr"`,
		"turns=300:g.lr:":                `turns is "300:g.lr:"`,
		"turns=300::1":                   `turns is "300::1"`,
		"turns=-1:r1:0":                  `turns is "-1:r1:0"`,
		"turns=007:r1:0":                 `turns is "007:r1:0"`,
		"turns=5:*3":                     `turns is "5:*3"`,
		"turns=5:d*0":                    "at least 1 step",
		"turns=5:d*x":                    `turns is "5:d*x"`,
		"turns=9:r1:0,8:r1:1":            "the turn before is at 9",
		"turns=9:d*5,12:g*1":             "which ends at 14",
		"turns=1:d*1&turns=3:d*1":        "the key once",
		"turns=%zz":                      "two hexadecimal digits",
		"turns=9223372036854775807:d*1":  "steps up to",
		"turns=18446744073709551616:d*1": "STEP:KEY:VALUE",
		"turns=" + strings.TrimSuffix(strings.Repeat("0:r1:0,", MaxTurns+1), ","): "at most 4096",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: got %v, want %s", text, err, want)
		}
	}
}

// What has happened until a step is all that matters up to there.
func TestUntilKeepsTheWayToAStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scripts.Draw(t, "script")
		end := rapid.Uint64Range(0, 2000).Draw(t, "end")
		cut := s.Until(end)
		if err := cut.Check(); err != nil {
			t.Fatal(err)
		}
		for step := uint64(0); step < end; step++ {
			if got, _ := cut.Way(step, "both"); got != way(s, step) {
				t.Fatalf("step %d of %s: %s, want %s", step, cut, got, way(s, step))
			}
		}
		if got, _ := cut.Way(end, "both"); got != "both" {
			t.Fatalf("%s goes on after step %d with %s", cut, end, got)
		}
	})
}

// way is Way's answer the slow way.
func way(s Script, step uint64) string {
	for _, t := range s.Turns {
		if t.Stretch() && t.Step <= step && step < t.Step+t.N {
			return t.Who
		}
	}
	return "both"
}

// Way's second answer never promises too much.
func TestWayHoldsAsLongAsItSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scripts.Draw(t, "script")
		step := rapid.Uint64Range(0, 1000).Draw(t, "step")
		who, n := s.Way(step, "both")
		if n == 0 {
			n = 1000
		}
		for i := range n {
			if got := way(s, step+i); got != who {
				t.Fatalf("%s: %s at step %d, not %s", s, got, step+i, who)
			}
		}
	})
}

// A stretch that goes on is one stretch.
func TestAddJoinsStretches(t *testing.T) {
	s := Script{}.Add(Stretch(10, "d", 5)).Add(Stretch(15, "d", 2)).Add(Stretch(17, "g", 1)).Add(Stretch(19, "g", 1))
	if got, want := s.String(), "turns=10:d*7,17:g*1,19:g*1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	before := Script{Turns: []Turn{Stretch(1, "d", 1)}}
	before.Add(Stretch(2, "d", 1))
	if got := before.String(); got != "turns=1:d*1" {
		t.Errorf("Add changed the script that it was given: %s", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "data=moons", "turns=300:g.lr:0.001/d.lr:0.002,450:d*20", "a&turns=1%3Ad*1", "turns=&b=c", "&?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse(text)
		if err != nil {
			return
		}
		again, err := Parse(s.String())
		if err != nil {
			t.Fatalf("%q gives %q, which is refused: %v", text, s.String(), err)
		}
		if d := cmp.Diff(s, again, cmpopts.EquateEmpty()); d != "" {
			t.Fatal(d)
		}
	})
}
