package experiment

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Links name what differs from the defaults, so a default that moved would make other experiments of people's links. This is the default as
// text, every field of it.
func TestDefaultsAreThoseOfOldLinks(t *testing.T) {
	const player = "=32,32,32 .act=relu .init=he .bias=on .residual=off .norm=none .dropout=0 .spectral=off .opt=adam .lr=0.006 .beta1=0 .beta2=0.99 " +
		".momentum=0.9 .eps=1e-8 .decay=0.01 .schedule=cosine .final=0.01 .updates=1 .ema="
	want := strings.Fields("data=ring8 rows=32768 seed=1 pixels=signed condition=none noise=normal z=2 blobs=8 " +
		"g" + strings.ReplaceAll(player, " .", " g.") + "0.995 g.weights= d" + strings.ReplaceAll(player, " .", " d.") + "0 " +
		"loss=rp r1=0.1 r2=0.1 gp=0 gp1=0 clip=0 smooth=0 instance.noise=0 instance.decay=1 modeseek=0 path=0 consensus=0 " +
		"pac=1 ensemble=1 mbstd=off mbd=0 penalty.every=1 penalty.decay=0.001 batch=128 steps=3000 order=alternating unroll=0")
	s := Default()
	var got []string
	for _, f := range Fields {
		got = append(got, f.Key+"="+f.Get(&s))
	}
	slices.Sort(got)
	slices.Sort(want)
	for _, text := range got {
		if !slices.Contains(want, text) {
			t.Errorf("a default is %s", text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d fields, want %d", len(got), len(want))
	}
}

// What may be turned in a run are the knobs that no compiled program depends on; of some, 0 is another program.
func TestLiveFields(t *testing.T) {
	player := "dropout lr beta1 beta2 momentum eps decay final ema"
	want := strings.Fields("r1 r2 gp gp1 clip smooth instance.noise instance.decay modeseek path consensus penalty.decay steps")
	for _, k := range strings.Fields(player) {
		want = append(want, "g."+k, "d."+k)
	}
	switches := strings.Fields("g.dropout d.dropout r1 r2 gp gp1 clip smooth instance.noise modeseek path consensus")
	for _, f := range Fields {
		if f.Live != slices.Contains(want, f.Key) {
			t.Errorf("%s is live: %v", f.Key, f.Live)
		}
		if f.Switch != slices.Contains(switches, f.Key) {
			t.Errorf("%s is a switch: %v", f.Key, f.Switch)
		}
	}
}

// A field is used where it changes a run: each case names one change of the default, a field, and whether it is used then.
func TestUsedOfEachChange(t *testing.T) {
	for _, c := range []struct {
		spec, key string
		used      bool
	}{
		{"", "g.residual", true}, {"g=32,16", "g.residual", false}, {"g=16,32,32", "g.residual", true}, {"g=32,16,32", "g.residual", false},
		{"g=32", "g.residual", false}, {"g=", "g.residual", false}, {"g=32,16", "d.residual", true}, {"d=32", "d.residual", false},
		{"", "penalty.decay", true}, {"r1=0", "penalty.decay", true}, {"r1=0&r2=0", "penalty.decay", false},
		{"r1=0&r2=0&gp=1", "penalty.decay", true}, {"r1=0&r2=0&gp1=1", "penalty.decay", true}, {"r2=0", "penalty.decay", true},
		{"g=", "g.norm", false}, {"g=8", "g.norm", true}, {"g=", "g.dropout", false}, {"g=8", "g.dropout", true},
		{"", "blobs", false}, {"noise=mixture", "blobs", true},
		{"g.schedule=constant", "g.final", false}, {"g.schedule=linear", "g.final", true}, {"g.schedule=constant", "d.final", true},
		{"g.opt=adamw", "g.decay", true}, {"g.opt=sgd", "g.eps", false}, {"g.opt=rmsprop", "g.beta1", false}, {"g.opt=rmsprop", "g.beta2", true},
		{"order=simultaneous", "g.updates", false}, {"order=extragradient", "d.updates", false}, {"", "g.updates", true},
	} {
		s, err := Parse(c.spec)
		if err != nil {
			t.Fatal(err)
		}
		if got := Find(c.key).Used(&s); got != c.used {
			t.Errorf("%q: %s is used: %v", c.spec, c.key, got)
		}
	}
}

// What is allowed ends where its reason does.
func TestSenseAtItsEdges(t *testing.T) {
	for _, c := range []struct{ good, bad string }{
		{"mbstd=on&batch=2", "mbstd=on&batch=1"},
		{"mbstd=on&batch=8&pac=4", "mbstd=on&batch=4&pac=4"},
		{"mbd=1&batch=2", "mbd=1&batch=1"},
		{"mbd=2&batch=512", "mbd=3&batch=512"}, // 2·512² is MaxPairs
		{"mbd=1&batch=512&ensemble=2", "mbd=1&batch=512&ensemble=3"},
		{"g.norm=batch&batch=2", "g.norm=batch&batch=1"},
		{"d.norm=batch&r1=0&r2=0&batch=4&pac=2", "d.norm=batch&r1=0&r2=0&batch=4&pac=4"},
		{"g.norm=layer&g=8,2", "g.norm=layer&g=8,1"},
		{"noise=sphere&z=2", "noise=sphere&z=1"},
		{"pac=4&batch=12", "pac=8&batch=12"},
		{"batch=2048&g=512&d=512", "batch=2049&g=512&d=512"}, // 2048·1024 is MaxUnits
	} {
		if _, err := Parse(c.good); err != nil {
			t.Errorf("%q: %v", c.good, err)
		}
		if _, err := Parse(c.bad); err == nil {
			t.Errorf("%q is taken", c.bad)
		}
	}
	const look = "players that look ahead or for consensus"
	for spec, named := range map[string]bool{"batch=4096&g=512&d=512": false, "batch=4096&g=256&d=256&unroll=2": true, "batch=4096&g=256&d=256&order=extragradient": true} {
		if _, err := Parse(spec); err == nil || strings.Contains(err.Error(), look) != named {
			t.Errorf("%q: %v", spec, err)
		}
	}
}

// The error of data without classes lists all that have some, and no other.
func TestLabelledDataAreListed(t *testing.T) {
	_, err := Parse("data=line&condition=concat")
	const want = "those with classes are ring8, ring8-sharp, grid25, gaussians, disjoint, circles, moons, spiral, checkerboard, mixture1, digits, digits-8, signs, figures, figures-colour"
	if err == nil || !strings.HasSuffix(err.Error(), want) {
		t.Errorf("got %v, want %q at its end", fmt.Sprint(err), want)
	}
}
