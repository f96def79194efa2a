package address

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/query"
)

// damaged is a link that something has happened to, and what is left of it.
type damaged struct {
	text  string
	right []query.Pair // still right, so in force
	names []string     // what must be named, each in some Note
	quiet bool         // nothing may be said
}

// goods are values that go with each other, whatever part of them is left.
var goods = map[string][]string{
	"data": {"moons", "circles", "gaussians", "ring8-sharp", "spiral"}, "seed": {"3", "71", "4294967295"}, "rows": {"512", "4096"},
	"g": {"16,16", "32,16:tanh", "8"}, "g.lr": {"0.0012", "0.25"}, "d.lr": {"0.0034", "1e-5"}, "d.act": {"tanh", "silu"}, "g.beta1": {"0.5", "0.25"},
	"r1": {"0.5", "2.5"}, "loss": {"ns", "hinge"}, "batch": {"64", "96"}, "steps": {"1200", "25000"}, "view.speed": {"60", "max"}, "view.theme": {"dark", "light"},
}

func good(r *rand.Rand) (pairs []query.Pair) {
	var keys []string
	for i := range experiment.Fields {
		if k := experiment.Fields[i].Key; goods[k] != nil {
			keys = append(keys, k)
		}
	}
	keys = append(keys, "view.speed", "view.theme")
	for len(pairs) < 2 {
		pairs = nil
		for _, k := range keys {
			if r.IntN(2) == 0 {
				pairs = append(pairs, query.Pair{Key: k, Value: goods[k][r.IntN(len(goods[k]))]})
			}
		}
	}
	return pairs
}

func without(pairs []query.Pair, i int) []query.Pair {
	return append(pairs[:i:i], pairs[i+1:]...)
}

func insert(r *rand.Rand, pairs []query.Pair, part string) string {
	parts := strings.Split(query.Format(pairs...), "&")
	i := r.IntN(len(parts) + 1)
	return "?" + strings.Join(append(append(parts[:i:i], part), parts[i:]...), "&")
}

// damages are the ways in which links are damaged.
var damages = map[string]func(r *rand.Rand, pairs []query.Pair) damaged{
	"cut": func(r *rand.Rand, pairs []query.Pair) damaged {
		ok := "?ok=" + checkOf(pairs)
		text := ok + "&" + query.Format(pairs...)
		at := len(ok) + r.IntN(len(text)-len(ok)-1)
		left := strings.Count(text[:at+1], "&") - 1 // pairs that end before the cut
		return damaged{text: text[:at], right: pairs[:max(0, left)], names: []string{""}}
	},
	"doubled": func(r *rand.Rand, pairs []query.Pair) damaged {
		i := r.IntN(len(pairs))
		other := pairs[i]
		other.Value = goods[other.Key][r.IntN(len(goods[other.Key]))]
		return damaged{text: "?" + query.Format(append(pairs[:len(pairs):len(pairs)], other)...), right: append(without(pairs, i), other), names: []string{other.Key}}
	},
	"doubled whole": func(r *rand.Rand, pairs []query.Pair) damaged {
		q := query.Format(pairs...)
		return damaged{text: "?" + q + "&" + q, right: pairs, names: []string{pairs[0].Key}}
	},
	"re-encoded": func(r *rand.Rand, pairs []query.Pair) damaged {
		q := query.Format(pairs...)
		ways := []string{strings.ReplaceAll(q, "=", "%3D"), strings.ReplaceAll(q, "&", "&amp;"), url.QueryEscape(q), url.QueryEscape(url.QueryEscape(q)),
			strings.ReplaceAll(q, ",", "%2C"), strings.ReplaceAll(q, ",", "%252c"), strings.ReplaceAll(q, ",", ",+"), strings.ReplaceAll(q, "=", "=+"),
			strings.ReplaceAll(q, "=", "=3D"), strings.ReplaceAll(q, "&", "&#38;"), strings.ReplaceAll(q, "&", `\u0026`), strings.ReplaceAll(q, "&", "%26"),
			strings.ReplaceAll(url.QueryEscape(q), "%26", "%26amp%3B"), strings.ReplaceAll(q, "-", "%E2%80%93"), strings.ReplaceAll(q, "&", "%E2%80%8B&%EF%BB%BF")}
		return damaged{text: "?" + ways[r.IntN(len(ways))], right: pairs, quiet: true}
	},
	"in a sentence": func(r *rand.Rand, pairs []query.Pair) damaged {
		ends := []string{".", ")", ").", `">`, "'", "]", "\u201d", "!", ";", "**", `\`, "%C2%A0", "%22", "%3E"}
		return damaged{text: "?" + query.Format(pairs...) + ends[r.IntN(len(ends))], right: pairs, quiet: true}
	},
	"extended": func(r *rand.Rand, pairs []query.Pair) damaged {
		strays := []string{"fbclid=IwAR0_x", "utm_source=mail", "gclid=1", "utm_campaign=a%20b", "_gl=1*2*3"}
		return damaged{text: insert(r, pairs, strays[r.IntN(len(strays))]), right: pairs, quiet: true}
	},
	"of a later version": func(r *rand.Rand, pairs []query.Pair) damaged {
		keys := []string{"warp", "h.lr", "view.zoom", "lr", "flow.steps"}
		k := keys[r.IntN(len(keys))]
		return damaged{text: insert(r, pairs, k+"=3"), right: pairs, names: []string{k}}
	},
	"upper case": func(r *rand.Rand, pairs []query.Pair) damaged {
		q := query.Format(pairs...)
		if r.IntN(2) == 0 {
			return damaged{text: "?" + strings.ToUpper(q), right: pairs, quiet: true}
		}
		for _, p := range pairs {
			q = strings.Replace(q, p.Key+"=", strings.ToUpper(p.Key[:1])+p.Key[1:]+"=", 1)
		}
		return damaged{text: "?" + q, right: pairs, quiet: true}
	},
	"broken escape": func(r *rand.Rand, pairs []query.Pair) damaged {
		i, ends := r.IntN(len(pairs)), []string{"%", "%4", "%zz", "%%"}
		part := pairs[i].Key + "=" + pairs[i].Value + ends[r.IntN(len(ends))]
		rest := without(pairs, i)
		return damaged{text: insert(r, rest, part), right: rest, names: []string{pairs[i].Key}}
	},
	"bad value": func(r *rand.Rand, pairs []query.Pair) damaged {
		i, bad := r.IntN(len(pairs)), []string{"banana", "", "-1e99", "0x10", "<b>", "\u202e3"}
		rest := without(pairs, i)
		part := query.Format(query.Pair{Key: pairs[i].Key, Value: bad[r.IntN(len(bad))]})
		if part == "g=" { // no hidden layers, which is a value
			part = "g=x"
		}
		return damaged{text: insert(r, rest, part), right: rest, names: []string{pairs[i].Key}}
	},
	"no key": func(r *rand.Rand, pairs []query.Pair) damaged {
		return damaged{text: insert(r, pairs, "=5"), right: pairs, names: []string{"key"}}
	},
	"too long": func(r *rand.Rand, pairs []query.Pair) damaged {
		return damaged{text: "?" + query.Format(pairs...) + "&seeed=" + strings.Repeat("9", MaxText), right: pairs, names: []string{"8192"}}
	},
}

// Five hundred links of every kind of damage: each makes an experiment that can run, every pair that was still right is in force and all else is as the
// data need it, what was wrong is named, and what was nobody's mistake is not.
func TestFiveHundredDamagedLinks(t *testing.T) {
	const links = 500
	kinds := []string{"cut", "doubled", "doubled whole", "re-encoded", "in a sentence", "extended", "of a later version", "upper case", "broken escape", "bad value", "no key", "too long"}
	if len(kinds) != len(damages) {
		t.Fatal("a kind is left out")
	}
	for i := range links {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		kind := kinds[i%len(kinds)]
		d := damages[kind](r, good(r))
		if err := holdsUp(d); err != nil {
			t.Errorf("%d, %s: %.200s: %v", i, kind, d.text, err)
		}
	}
}

func holdsUp(d damaged) error {
	a := Parse(d.text, own())
	if err := a.Spec.Check(); err != nil {
		return err
	}
	var wanted, theirs []query.Pair
	for _, p := range d.right {
		if experiment.Find(p.Key) != nil {
			wanted = append(wanted, p)
		} else {
			theirs = append(theirs, p)
		}
	}
	want, err := experiment.Parse(query.Format(wanted...))
	if err != nil {
		return err
	}
	if !cutWithin(d) && a.Spec != want {
		return fmt.Errorf("it makes %q, want %q", a.Spec.String(), want.String())
	}
	for _, p := range wanted {
		if f := experiment.Find(p.Key); f.Get(&a.Spec) != f.Get(&want) {
			return fmt.Errorf("%s is %s, want %s", p.Key, f.Get(&a.Spec), p.Value)
		}
	}
	for _, p := range theirs {
		if v, _ := query.Get(a.Own, p.Key); v != p.Value {
			return fmt.Errorf("%s is %q, want %q", p.Key, v, p.Value)
		}
	}
	said := strings.Join(texts(a.Notes), " ")
	if d.quiet && said != "" {
		return fmt.Errorf("it says %q", said)
	}
	for _, name := range d.names {
		if said == "" || !strings.Contains(said, name) {
			return fmt.Errorf("it says %q, which does not name %q", said, name)
		}
	}
	return nil
}

// cutWithin reports whether a link ends within a pair, of which what is left may be good by itself.
func cutWithin(d damaged) bool { return len(d.names) == 1 && d.names[0] == "" }
