//go:build !js

package browsertest

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/ui/embed"
)

// evil is what would run if anything that a stranger writes became a part of a page.
const evil = `"'><img src=x onerror="parent.postMessage({pwned:1},'*');window.pwned=1"><script>window.pwned=1</script>`

// hostileMessages are messages to a lab, with the field that the answer must name, and a part of what it must say.
var hostileMessages = []struct{ message, field, says string }{
	{`{ type: 'ganvas:explode' }`, "type", "ganvas:set"},
	{`{ type: 'ganvas:' }`, "type", "ganvas:set"},
	{`{ type: 'ganvas:__proto__' }`, "type", "__proto__"},
	{`{ type: 'ganvas:constructor' }`, "type", "constructor"},
	{`{ type: 'ganvas:toString' }`, "type", "toString"},
	{`{ type: 'ganvas:PLAY' }`, "type", "ganvas:play"},
	{`{ type: 'ganvas:play\0' }`, "type", "ganvas:play"},
	{`{ type: 'ganvas:' + EVIL }`, "type", "ganvas:play"},
	{`{ type: 'ganvas:' + 'x'.repeat(1e6) }`, "type", "ganvas:play"},
	{`{ type: 'ganvas:play', version: 2 }`, "version", "allowed: 1"},
	{`{ type: 'ganvas:play', version: NaN }`, "version", "NaN"},
	{`{ type: 'ganvas:play', version: { valueOf: 1 } }`, "version", "[object]"},
	{`{ type: 'ganvas:play', version: '1.0' }`, "version", "1.0"},
	{`{ type: 'ganvas:set' }`, "key", "g.lr"},
	{`{ type: 'ganvas:set', key: '__proto__', value: { polluted: 1 } }`, "key", "__proto__"},
	{`{ type: 'ganvas:set', key: 'constructor', value: 1 }`, "key", "constructor"},
	{`{ type: 'ganvas:set', key: 'toString', value: 1 }`, "key", "toString"},
	{`{ type: 'ganvas:set', key: 'hasOwnProperty', value: 1 }`, "key", "hasOwnProperty"},
	{`{ type: 'ganvas:set', key: EVIL, value: EVIL }`, "key", "g.lr"},
	{`{ type: 'ganvas:set', key: 'x'.repeat(1e6), value: 1 }`, "key", "g.lr"},
	{`{ type: 'ganvas:set', key: ['g.lr'], value: 1 }`, "key", "[object]"},
	{`{ type: 'ganvas:set', key: 'G.LR', value: 1 }`, "key", "G.LR"},
	{`{ type: 'ganvas:set', key: 'g.lr\u202e', value: 1 }`, "key", "g.lr"},
	{`{ type: 'ganvas:set', key: 'g.lr' }`, "g.lr", "number"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: NaN }`, "g.lr", "NaN"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: Infinity }`, "g.lr", "Infinity"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: -Infinity }`, "g.lr", "Infinity"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: '1e999' }`, "g.lr", "1e999"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: -1 }`, "g.lr", "-1"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: '0x10p99' }`, "g.lr", "number"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: null }`, "g.lr", "[object]"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: 10n }`, "g.lr", "[bigint]"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: [0.1] }`, "g.lr", "[object]"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: new Date }`, "g.lr", "[object]"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: new Map([[1, 2]]) }`, "g.lr", "[object]"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: new Error(EVIL) }`, "g.lr", "[object]"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: new Number(1) }`, "g.lr", "[object]"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: new Blob([EVIL]) }`, "g.lr", "[object]"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: new Float64Array(1e6) }`, "g.lr", "[object]"},
	{`(() => { const m = { type: 'ganvas:set', key: 'g.lr' }; m.value = m; m.self = [m, m]; return m })()`, "g.lr", "[object]"},
	{`(() => { let deep = {}; for (let i = 0; i < 2000; i++) deep = { deep }; return { type: 'ganvas:set', key: 'g.lr', value: deep } })()`, "g.lr", "[object]"},
	{`{ type: 'ganvas:set', key: 'g.lr', get value() { return 'got' } }`, "g.lr", "got"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: 'javascript:parent.postMessage({pwned:1},"*")' }`, "g.lr", "number"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: '\u202e100.0' }`, "g.lr", "number"},
	{`{ type: 'ganvas:set', key: 'g.lr', value: '\ud800' }`, "g.lr", "number"},
	{`{ type: 'ganvas:set', key: 'seed', value: -1 }`, "seed", "-1"},
	{`{ type: 'ganvas:set', key: 'seed', value: 2 ** 32 }`, "seed", "4294967296"},
	{`{ type: 'ganvas:set', key: 'seed', value: '\u0663' }`, "seed", "\u0663"},
	{`{ type: 'ganvas:set', key: 'batch', value: 1e308 }`, "batch", "1e+308"},
	{`{ type: 'ganvas:set', key: 'g', value: '999999999,999999999:tanh' }`, "g", "999999999"},
	{`{ type: 'ganvas:set', key: 'g', value: '8,'.repeat(3000) }`, "g", "8,"},
	{`{ type: 'ganvas:set', key: 'data', value: 'csv' }`, "data", "csv"},
	{`{ type: 'ganvas:set', key: 'data', value: '../../secret' }`, "data", "../../secret"},
	{`{ type: 'ganvas:open', spec: 'data=unicorns' }`, "data", "unicorns"},
	{`{ type: 'ganvas:open', spec: '__proto__=1' }`, "__proto__", "data"},
	{`{ type: 'ganvas:open', spec: '%zz' }`, "spec", "%zz"},
	{`{ type: 'ganvas:open', spec: 'seed=1&seed=2' }`, "seed", "once"},
	{`{ type: 'ganvas:open', spec: 'data=' + 'x'.repeat(1e6) }`, "data", "moons"},
	{`{ type: 'ganvas:open', spec: EVIL }`, "", ""},
	{`{ type: 'ganvas:open', spec: { toString: 'data=moons' } }`, "", ""},
	{`{ type: 'ganvas:play', rate: 1e308 }`, "rate", "max"},
	{`{ type: 'ganvas:play', rate: NaN }`, "rate", "max"},
	{`{ type: 'ganvas:play', rate: {} }`, "rate", "[object]"},
	{`{ type: 'ganvas:train', n: -1 }`, "n", "-1"},
	{`{ type: 'ganvas:train', n: 1.5 }`, "n", "1.5"},
	{`{ type: 'ganvas:train', n: 1e9 }`, "n", "100000"},
	{`{ type: 'ganvas:train', n: NaN }`, "n", "NaN"},
	{`{ type: 'ganvas:train', n: '9'.repeat(400) }`, "n", "100000"},
	{`{ type: 'ganvas:train', n: [5] }`, "n", "[object]"},
	{`{ type: 'ganvas:train', who: 'everyone' }`, "who", "both, d or g"},
	{`{ type: 'ganvas:train', who: '__proto__' }`, "who", "both, d or g"},
	{`{ type: 'ganvas:layers', value: EVIL }`, "value", "manifold"},
	{`{ type: 'ganvas:layers', value: 'real,,' }`, "value", "manifold"},
	{`{ type: 'ganvas:theme', value: 'url(javascript:1)' }`, "value", "auto, light or dark"},
	{`{ type: 'ganvas:theme', value: { dark: 1 } }`, "value", "[object]"},
}

// Whatever is said to a lab, nothing of it runs or changes anything, and the answer names the field, its value and what is allowed.
func TestHostileMessages(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, frame("autoplay=off&origin=*")))
		hears(v, 0, "ready")
		v.text(fmt.Sprintf(`(window.EVIL = %q, 0)`, evil))
		for i, c := range hostileMessages {
			a := get[map[string]any](v, fmt.Sprintf(`soon(0, %s)`, c.message))
			text, _ := a["text"].(string)
			allowed, _ := a["allowed"].(string)
			if a["type"] != "ganvas:error" || c.field != "" && a["field"] != c.field || allowed == "" || !strings.Contains(text, allowed) ||
				!strings.Contains(text, strings.TrimPrefix(c.says, "allowed: ")) || len(text) > 4000 {
				t.Errorf("%d: %s is answered with %.400v", i, c.message, a)
			}
		}
		if a := answer(v, 0, `{ type: 'ganvas:ask' }`); a["spec"] != "" || a["step"] != 0.0 || a["playing"] != false || a["theme"] != "auto" {
			t.Errorf("after all that the state is %v", a)
		}
		if v.text(`({}).polluted`) != "undefined" {
			t.Error("the prototype of all objects has changed")
		}
		stillTrains(v)
	})
}

// stillTrains fails the test if the lab does not answer the next sensible command.
func stillTrains(v visitor) {
	v.Helper()
	v.until("it opens an experiment", `(await soon(0, { type: 'ganvas:open', spec: 'seed=5' })).type === 'ganvas:done'`)
	v.until("it pauses, should it have begun to train", `(await soon(0, { type: 'ganvas:pause' })).type === 'ganvas:done'`)
	v.until("a second has passed, in which it forgets 120 messages", `new Promise(yes => setTimeout(yes, 1000, true))`)
	v.until("it says where it stands", `(window.stood = (await soon(0, { type: 'ganvas:ask' })).step) >= 0`)
	before := get[float64](v, `stood`)
	v.text(`say(0, { type: 'ganvas:train', n: 20 })`) // once: asked again after a silence, it might train twice as many
	v.until("it trains 20 steps", fmt.Sprintf(`(await soon(0, { type: 'ganvas:ask' })).step === %g`, before+20))
}

// What is not a message for a lab is passed over in silence, and what browsers do not send does not come.
func TestMessagesForOthers(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, frame("autoplay=off&origin=*")))
		hears(v, 0, "ready")
		v.text(`(() => {
			window.before = heard.length;
			const many = Object.fromEntries(Array.from({ length: 20000 }, (_, i) => ['k' + i, i]));
			for (const m of ['ganvas:play', 'play', 7, NaN, 10n, true, null, undefined, [], ['ganvas:play'], {}, { type: 5 }, { type: null }, { type: ['ganvas:play'] },
				{ type: new String('ganvas:play') }, { type: { toString: 1 } }, { type: 'slide:start' }, { type: 'GANVAS:play' }, { type: ' ganvas:play' }, { TYPE: 'ganvas:play' },
				new Map([['type', 'ganvas:play']]), new Blob(['x'], { type: 'ganvas:play' }), new ArrayBuffer(1e7), many, Array(1e6).fill(0), /ganvas:play/, new Date, new Error('ganvas:play')]) say(0, m);
			const { port1, port2 } = new MessageChannel, buffer = new ArrayBuffer(1e6);
			frames_()[0].contentWindow.postMessage({ type: 'slide', port1, buffer }, '*', [port1, buffer]);
		})()`)
		refused := get[int](v, `[new Proxy({ type: 'ganvas:play' }, {}), () => 1, Symbol('x'), { type: 'ganvas:play', value: () => 1 }, { type: 'ganvas:play', value: window }, document]
			.filter(m => { try { say(0, m); return false } catch (e) { return e.name === 'DataCloneError' } }).length`)
		if refused != 6 {
			t.Errorf("the browser refuses to send %d of 6 things", refused)
		}
		v.text(`(say(0, Object.create({ type: 'ganvas:play' })), 0)`) // what is inherited does not travel
		if a := answer(v, 0, `{ type: 'ganvas:ask' }`); a["playing"] != false {
			t.Errorf("something was taken for a command: %v", a)
		}
		if said := v.text(`JSON.stringify(heard.slice(before).filter(h => h.type !== 'ganvas:state' && h.type !== 'ganvas:measure'))`); said != "[]" {
			t.Errorf("answered: %s", said)
		}
		stillTrains(v)
	})
}

// A page that says too much is told so, and neither its lab nor itself is kept from working.
func TestFloodOfMessages(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, frame("origin=*")))
		v.until("the lab trains", last(0, "step", "step")+" > 2")
		v.text(`(() => {
			window.since = performance.now();
			for (let i = 0; i < 10000; i++) say(0, { type: 'ganvas:' + ['reset', 'set', 'open', 'explode', 'layers'][i % 5], id: i, key: 'g.lr', value: 1 / i, spec: 'seed=' + i });
		})()`)
		v.until("the flood is told", `heard.some(h => h.type === 'ganvas:error' && h.field === 'type' && /too many/.test(h.text) && h.text.includes(h.allowed.replace('at most ', '').slice(0, 3)))`)
		// A lab takes 240 at once and 120 a second, however long a busy machine has taken.
		if got := get[[]float64](v, `[heard.filter(h => 'to' in h).length, (performance.now() - since) / 1000]`); got[0] > 241+120*got[1] {
			t.Errorf("%g of 10000 messages were answered in %g s", got[0], got[1])
		}
		stillTrains(v)
	})
}

// hostileAddress is what the address of a lab asks for, with the field that must be named and a part of what is allowed there. Where says is
// "runs", nothing is to be said.
type hostileAddress struct{ query, field, says string }

// hostileAddresses are those of labs: evil in every option, and in some settings.
func hostileAddresses() (all []hostileAddress) {
	for _, o := range embed.All {
		all = append(all, hostileAddress{o.Key + "=" + url.QueryEscape(evil), o.Key, o.Allowed})
	}
	for _, key := range []string{"data", "g", "loss", "g.lr", "seed", "batch", "g.opt"} {
		if experiment.Find(key) == nil {
			panic(key + " is not a setting")
		}
		all = append(all, hostileAddress{key + "=" + url.QueryEscape(evil), key, ""})
	}
	return append(all,
		hostileAddress{"__proto__=1", "__proto__", "settings"},
		hostileAddress{"constructor=1&prototype=2", "constructor", "settings"},
		hostileAddress{"toString", "tostring", "settings"},
		hostileAddress{url.QueryEscape(evil) + "=1", "", ""},
		hostileAddress{"panels=weights", "panels", "plane, machine, losses"},
		hostileAddress{"panels=__proto__", "panels", "plane, machine, losses"},
		hostileAddress{"controls=constructor", "controls", "transport"},
		hostileAddress{"height=1e9", "height", "4000"},
		hostileAddress{"height=NaN", "height", "4000"},
		hostileAddress{"height=-5", "height", "4000"},
		hostileAddress{"at=Infinity", "at", "100000"},
		hostileAddress{"at=1e999", "at", "100000"},
		hostileAddress{"rest=0", "rest", "never"},
		hostileAddress{"speed=1e308", "speed", "max"},
		hostileAddress{"g.lr=NaN", "g.lr", "number"},
		hostileAddress{"g.lr=1e999", "g.lr", "number"},
		hostileAddress{"g.lr=Infinity", "g.lr", "number"},
		hostileAddress{"g.lr=javascript:alert(1)", "g.lr", "number"},
		hostileAddress{"seed=1&seed=2", "seed", "once"},
		hostileAddress{"batch=999999999999", "batch", ""},
		hostileAddress{"g=999999999,999999999", "g", ""},
		hostileAddress{"data=csv", "data", "travel"},
		hostileAddress{"origin=%00", "origin", "https://course.example"},
		hostileAddress{"origin=javascript:1", "origin", "https://course.example"},
		hostileAddress{"theme=%E2%80%AEkrad", "theme", "auto, light or dark"},
		hostileAddress{"panels=%E0%A4%A", "address", "hexadecimal"},
		hostileAddress{"data=" + strings.Repeat("x", 9000), "address", "8192"},
		hostileAddress{"data=" + strings.Repeat("%41", 100000), "address", "8192"},
		hostileAddress{strings.Repeat("&", 5000), "", "runs"},
	)
}

// What an address asks for and cannot have is said in words, in the lab and to its page; the lab runs without it.
func TestHostileAddresses(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, frame("autoplay=off")))
		hears(v, 0, "ready")
		// visit loads another address and gives the first thing that the lab says.
		v.text(`(window.visit = query => new Promise(yes => {
			const f = frames_()[0], from = heard.length, src = f.src.replace(/\?.*/, '?') + query;
			const look = setInterval(() => {
				const born = heard.findIndex((h, i) => i >= from && h.type === 'watch:born');
				const said = born < 0 ? [] : heard.slice(born).filter(h => h.type === 'ganvas:error' || h.type === 'ganvas:ready');
				if (said.length) { clearInterval(look); setTimeout(() => yes(heard.slice(born).filter(h => h.type === 'ganvas:error' || h.type === 'ganvas:ready'))) }
			}, 20);
			f.src = src;
		}), 0)`)
		for _, h := range sample(v, 5, hostileAddresses()) {
			said := get[[]map[string]any](v, fmt.Sprintf(`visit(%q)`, h.query))
			if h.says == "runs" {
				if said[0]["type"] != "ganvas:ready" {
					t.Errorf("%.60s: %.300v", h.query, said)
				}
				continue
			}
			found := false
			for _, e := range said {
				text, _ := e["text"].(string)
				allowed, _ := e["allowed"].(string)
				found = found || e["type"] == "ganvas:error" && (h.field == "" || e["field"] == h.field) && allowed != "" && strings.Contains(allowed, h.says) &&
					text != "" && len(text) < 4000
			}
			if !found {
				t.Errorf("%.60s: %.300v", h.query, said)
			}
		}
		if said := get[[]map[string]any](v, `visit('seed=4&autoplay=off')`); said[0]["type"] != "ganvas:ready" {
			t.Errorf("a good address after all that: %v", said)
		}
	})
}

// A link to the whole page that asks for what there is not is answered in words, nothing of it runs, and the page trains.
func TestHostileLinks(t *testing.T) {
	address := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		for _, c := range sample(v, 3, []struct{ link, says string }{
			{"?data=" + url.QueryEscape(evil), "data"},
			{"?g.lr=" + url.QueryEscape(evil), "g.lr"},
			{"?" + url.QueryEscape(evil) + "=1", ""},
			{"?__proto__=1", "__proto__"},
			{"?constructor=1", "constructor"},
			{"?g.lr=NaN", "g.lr"},
			{"?g.lr=1e999", "1e999"},
			{"?seed=-1", "seed"},
			{"?batch=99999999999", "batch"},
			{"?g=999999999,999999999", "999999999"},
			{"?seed=1&seed=2", "seed"},
			{"?data=%zz", ""},
			{"?data=" + strings.Repeat("x", 10000), "8192"},
			{"#!data=" + strings.Repeat("x", 100000), "8192"}, // with a million, Firefox chokes on telling of the requests
			{"#!g.lr=" + url.PathEscape(evil), "g.lr"},
			{"#lesson=" + url.PathEscape(evil), "-"},
			{"#lesson=../../secret&step=1e999", "-"},
			{"?data=csv", "points"},
		}) {
			v.navigate("about:blank")
			v.navigate(address + "/" + c.link)
			v.trained(3)
			if c.says != "-" {
				v.until("the reason", visible("#notice"))
				if said := v.text(`document.getElementById('notice').innerText`); !strings.Contains(said, c.says) || len(said) > 2000 {
					t.Errorf("%.60s: the page says %.300q", c.link, said)
				}
			}
			if v.text(`window.pwned`) != "undefined" {
				t.Errorf("%.60s: something of it was run", c.link)
			}
			if refused := v.text(`JSON.stringify(window.refused ?? [])`); refused != "[]" { // WebKit's driver has no script run before the page's
				t.Errorf("%.60s: the policy had to refuse %s", c.link, refused)
			}
		}
	})
}
