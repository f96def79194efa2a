//go:build !js

package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// labs serves the site from an origin of its own; a server that shares lets sandboxed frames fetch from it.
func labs(t *testing.T, shares bool) string {
	t.Helper()
	return serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		if shares {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
		files.ServeHTTP(w, r)
	})
}

// ears is a script by which a page hears its labs: all that they tell, the last of each type and frame, and a way to ask.
const ears = `<script>
window.heard = []; window.last = [];
const frames_ = () => [...document.querySelectorAll('iframe, ganvas-lab')].map(e => e.shadowRoot ? e.shadowRoot.querySelector('iframe') : e);
addEventListener('message', e => {
	const i = frames_().findIndex(f => f && f.contentWindow === e.source);
	heard.push({ i, ...e.data });
	((last[i] ??= {})[e.data.type] = e.data);
});
window.say = (i, message) => frames_()[i].contentWindow.postMessage(message, '*');
window.ask = (i, message) => new Promise(yes => {
	const id = 'q' + Math.random();
	addEventListener('message', function hear(e) { if (e.data.to === id) { removeEventListener('message', hear); yes(e.data); } });
	say(i, { ...message, id });
});
</script>`

// article serves a page of another origin than the labs'. SITE in its text stands for theirs.
func article(t *testing.T, labs, body string) string {
	t.Helper()
	page := `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title>` + ears + `</head><body style="margin: 0">` +
		strings.ReplaceAll(body, "SITE", labs) + `</body></html>`
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// frame is a sandboxed frame with a lab.
func frame(query string) string {
	return `<iframe src="SITE/lab.html?` + strings.ReplaceAll(query, "&", "&amp;") + `" title="A lab" width="100%" height="420" style="border: 0; display: block" sandbox="allow-scripts"></iframe>`
}

// last is a field of the last message of a type that a lab has told, or undefined.
func last(lab int, kind, field string) string {
	return fmt.Sprintf(`window.last?.[%d]?.['ganvas:%s']?.%s`, lab, kind, field)
}

func (b *tab) hears(lab int, kind string) {
	b.Helper()
	b.until(fmt.Sprintf("lab %d tells ganvas:%s", lab, kind), last(lab, kind, "type"))
}

// A lab trains in a frame that has neither an origin nor, from a server that does not share, leave to fetch.
func TestLabInASandboxedFrame(t *testing.T) {
	for name, shares := range map[string]bool{"server that shares": true, "server that does not": false} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t, wide, article(t, labs(t, shares), frame("panels=plane,losses&autoplay=visible")))
			b.until("200 steps", last(0, "step", "step")+" >= 200")
			if origin := value[string](b, `(async () => { try { return frames_()[0].contentWindow.document.title } catch { return 'closed' } })()`); origin != "closed" {
				t.Errorf("the page can look into the lab: %s", origin)
			}
		})
	}
}

// picture keeps what the browser shows.
func (b *tab) picture(name string) {
	b.Helper()
	png := run(b, chromedp.CaptureScreenshot())
	folder := filepath.Join(dist, "screenshots")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644); err != nil {
		b.Fatal(err)
	}
}

// listen has a page without ears keep what its elements tell.
const listen = `(window.last = [], [...document.querySelectorAll('ganvas-lab')].forEach((lab, i) => {
	last[i] = {};
	for (const type of ['ready', 'step', 'measure', 'state', 'error', 'size', 'rest']) lab.addEventListener('ganvas:' + type, e => { last[i][e.type] = e.detail; });
}), true)`

// An article with two labs, looked at in both widths; each is as high as it needs, and the page as wide as the window.
func TestArticle(t *testing.T) {
	address := serve(t)
	for _, v := range []view{wide, narrow} {
		t.Run(fmt.Sprint(v.width), func(t *testing.T) {
			b := newTab(t, v, address+"/embed-examples/article.html")
			b.until("the element is there", `customElements.get('ganvas-lab')`)
			value[bool](b, listen)
			for lab, id := range []string{"first", "second"} {
				value[bool](b, `(document.getElementById("`+id+`").scrollIntoView({ block: 'center' }), true)`)
				b.until(id+" has trained 250 steps", last(lab, "step", "step")+" >= 250")
				b.picture(fmt.Sprintf("article-%s-%d", id, v.width))
			}
			if over := value[float64](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("the page is %g pixels wider than the window", over)
			}
			if value[bool](b, last(0, "size", "height")+` !== document.getElementById('first').getBoundingClientRect().height`) {
				t.Error("the first lab is not as high as it says that it needs")
			}
		})
	}
}

// inSight is which of a page's frames the window shows.
const inSight = `frames_().map(f => (r => r.bottom > 0 && r.top < innerHeight)(f.getBoundingClientRect()))`

// Of ten labs on a page those train that can be seen, and no others: however long the page is looked at, an unseen one does not
// move; and those that were never seen have loaded nothing.
func TestOnlyLabsInSightRun(t *testing.T) {
	body := ""
	for i := range 10 {
		body += frame(fmt.Sprintf("seed=%d&speed=60", i+1)) + `<p style="height: 300px; margin: 0">Text.</p>`
	}
	b := newTab(t, view{width: 800, height: 700}, article(t, labs(t, true), body))
	b.until("the first lab trains", last(0, "step", "step")+" >= 20")
	value[bool](b, `(window.stand = async () => {
		const seen = `+inSight+`;
		return String(await Promise.all(seen.map(async (in_, i) => in_ || !window.last[i]?.['ganvas:ready'] ? '' : (await ask(i, { type: 'ganvas:ask' })).step)));
	}, true)`)
	for _, at := range []int{0, 4, 9, 4, 1} {
		value[bool](b, fmt.Sprintf(`(frames_()[%d].scrollIntoView(), true)`, at))
		b.until(fmt.Sprintf("lab %d knows that it is seen", at), last(at, "step", "step")+" > 0 && (await ask("+fmt.Sprint(at)+", { type: 'ganvas:ask' })).seen")
		seen := value[[]bool](b, inSight)
		for i, in := range seen {
			if !in {
				b.until(fmt.Sprintf("lab %d rests", i), fmt.Sprintf(`!window.last[%d]?.['ganvas:ready'] || !(await ask(%d, { type: 'ganvas:ask' })).seen`, i, i))
			}
		}
		// What was on its way to the pages when the labs went out of sight has come.
		b.until("the unseen labs stand still", `(async () => { const a = await stand(), b = await (new Promise(yes => setTimeout(yes, 300)).then(stand)); return a === b })()`)
		before := b.asked(10)
		b.until("30 more steps", fmt.Sprintf(`(await ask(%d, { type: 'ganvas:ask' })).step >= %g`, at, before[at]+30))
		after := b.asked(10)
		for i, in := range seen {
			if !in && after[i] != before[i] {
				t.Errorf("with lab %d in sight, lab %d goes from step %g to %g", at, i, before[i], after[i])
			}
		}
	}
	loaded := value[[]bool](b, `[...Array(10).keys()].map(i => !!window.last[i]?.['ganvas:ready'])`)
	for i, want := range []bool{true, true, false, false, true, false, false, false, false, true} {
		// Smooth or not, a jump passes over what lies between.
		if loaded[i] && !want && !value[bool](b, fmt.Sprintf(`heard.some(h => h.i === %d && h.seen)`, i)) {
			t.Errorf("lab %d has loaded unseen", i)
		}
	}
}

// asked are the steps of the labs that have loaded, as they say now; -1 of the others.
func (b *tab) asked(n int) []float64 {
	b.Helper()
	return value[[]float64](b, fmt.Sprintf(`Promise.all([...Array(%d).keys()].map(async i => window.last[i]?.['ganvas:ready'] ? (await ask(i, { type: 'ganvas:ask' })).step : -1))`, n))
}

// A page with labs keeps its focus, its wheel and its keys: over a lab the wheel scrolls the page, Tab goes through the lab and out at its
// end, and the space that scrolls a page does not press a lab's button.
func TestLabsTakeNothingFromTheirPage(t *testing.T) {
	b := newTab(t, view{width: 800, height: 600}, article(t, labs(t, true),
		`<input id="before" autofocus>`+frame("panels=plane")+`<button id="after">After</button><p style="height: 2000px">Text.</p>`))
	b.until("the lab trains", last(0, "step", "step")+" > 20")
	focus := func() string {
		return value[string](b, `(e => e.id || e.localName)(document.activeElement)`)
	}
	if f := focus(); f != "before" {
		t.Errorf("when the lab has begun the focus is at %s", f)
	}
	b.do(call(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: chromedp.MouseWheel, X: 400, Y: 200, DeltaX: 0.1, DeltaY: 250}))
	b.until("the page scrolls under the wheel", "scrollY > 0")
	if f := focus(); f != "before" {
		t.Errorf("after the wheel the focus is at %s", f)
	}
	inside := 0
	for focus() != "after" {
		if b.keys(kb.Tab); focus() == "iframe" {
			inside++
		}
		if inside > 40 {
			t.Fatal("Tab does not leave the lab")
		}
	}
	if inside < 5 {
		t.Errorf("Tab stops %d times inside the lab", inside)
	}
	value[bool](b, `(scrollTo(0, 0), true)`)
	b.do(chromedp.MouseClickXY(400, 200)) // on the plane
	if f := focus(); f != "iframe" {
		t.Fatalf("a click into the lab leaves the focus at %s", f)
	}
	b.keys(" ")
	b.keys("s")
	state := value[bool](b, `ask(0, { type: 'ganvas:ask' }).then(s => s.playing)`)
	if !state {
		t.Error("a key that was not meant for it has paused the lab")
	}
}

// A page commands where its origin may, and is told what becomes of it.
func TestMessagesBothWays(t *testing.T) {
	site := labs(t, true)
	b := newTab(t, wide, article(t, site, frame("autoplay=off&origin=*")+frame("autoplay=off")+frame("autoplay=off&origin=https://else.example")))
	for lab := range 3 {
		value[bool](b, fmt.Sprintf(`(say(%d, { type: 'ganvas:wake' }), true)`, lab))
	}
	b.hears(0, "ready")
	answer := func(lab int, message string) map[string]any {
		b.Helper()
		return value[map[string]any](b, fmt.Sprintf("ask(%d, %s)", lab, message))
	}
	for _, message := range []string{
		`{ type: 'ganvas:train', n: 150, version: 1 }`,
		`{ type: 'ganvas:layers', value: 'real,generated' }`,
	} {
		if a := answer(0, message); a["type"] != "ganvas:done" {
			t.Errorf("%s: %v", message, a)
		}
	}
	b.until("150 steps, and no more", last(0, "step", "step")+" === 150")
	if a := answer(0, `{ type: 'ganvas:set', key: 'g.lr', value: 0.001 }`); a["type"] != "ganvas:done" {
		t.Errorf("the learning rate: %v", a)
	}
	if a := answer(0, `{ type: 'ganvas:ask' }`); a["spec"] != "g.lr=0.001" || a["layers"] != "real,generated" || a["playing"] != false {
		t.Errorf("the state is %v", a)
	}
	answer(0, `{ type: 'ganvas:play', rate: 'max' }`)
	b.until("it plays", last(0, "step", "step")+" > 400")
	answer(0, `{ type: 'ganvas:pause' }`)
	answer(0, `{ type: 'ganvas:open', spec: 'data=moons' }`)
	b.until("another experiment, from step 0", `(s => s.spec === 'data=moons' && s.step === 0 && !s.playing)(await ask(0, { type: 'ganvas:ask' }))`)
	b.hears(0, "measure")

	for _, lab := range []int{1, 2} {
		b.hears(lab, "ready") // which any page may read
		if a := answer(lab, `{ type: 'ganvas:play' }`); a["type"] != "ganvas:error" || a["field"] != "origin" || !strings.Contains(a["text"].(string), "origin=http://127.0.0.1") {
			t.Errorf("a stranger's command is answered with %v", a)
		}
		if a := answer(lab, `{ type: 'ganvas:ask' }`); a["playing"] != false || a["step"] != 0.0 {
			t.Errorf("a stranger's command has had an effect: %v", a)
		}
	}
	if n := value[float64](b, `heard.filter(h => h.i < 0).length`); n > 0 {
		t.Errorf("%g messages come from no lab", n)
	}
}

// A lab does not hear what another window than its parent says, whatever its origin.
func TestOnlyTheParentIsHeard(t *testing.T) {
	site := labs(t, true)
	b := newTab(t, wide, article(t, site, frame("autoplay=off&origin=*")+
		`<iframe id="stranger" srcdoc="<script>setInterval(() => { parent.frames[0].postMessage({ type: 'ganvas:play' }, '*'); parent.postMessage('said', '*'); }, 20)</script>"></iframe>`))
	b.hears(0, "ready")
	b.until("the stranger has spoken", `heard.filter(h => h.i === 1).length > 50`)
	if a := value[map[string]any](b, `ask(0, { type: 'ganvas:ask' })`); a["playing"] != false {
		t.Errorf("the stranger is obeyed: %v", a)
	}
}

// Whatever is said to a lab, nothing of it runs, and the lab answers the next sensible question.
func TestHostileMessages(t *testing.T) {
	b := newTab(t, wide, article(t, labs(t, true), frame("autoplay=off&origin=*")))
	b.hears(0, "ready")
	value[bool](b, `(() => {
		const evil = ['<img src=x onerror="parent.postMessage({pwned:1},\'*\')">', 'javascript:parent.postMessage({pwned:1},"*")', '\ud800', '\0', 'x'.repeat(1e6),
			'__proto__', 'constructor', '../../x', '%zz', 10n, NaN, -1, 1e308, null, undefined, true, [], {}, new Date(), new Map([[1, 2]]), new ArrayBuffer(8), /x/g, new Error('x')];
		const types = ['set', 'open', 'play', 'pause', 'train', 'reset', 'layers', 'theme', 'ask', 'wake', 'explode', '', 'done', 'error'];
		const loop = { type: 'ganvas:set' }; loop.key = loop; loop.value = [loop];
		const many = Object.fromEntries(Array.from({ length: 20000 }, (_, i) => ['k' + i, i]));
		let seed = 1;
		const pick = all => all[(seed = seed * 48271 % 2147483647) % all.length];
		const messages = [...evil, loop, many, Array(1e5).fill(0), new Blob(['x'], { type: 'ganvas:play' })];
		for (let i = 0; i < 3000; i++) {
			const m = { type: 'ganvas:' + pick(types) };
			for (const field of ['version', 'id', 'key', 'value', 'spec', 'rate', 'n', 'who', 'extra']) if (pick([0, 1, 2])) m[field] = pick(evil);
			if (pick([0, 1])) m.key = pick(['g.lr', 'data', 'g', 'loss', 'seed']);
			messages.push(m);
		}
		for (const m of messages) say(0, m);
		return true;
	})()`)
	b.until("the flood is told", `heard.some(h => h.type === 'ganvas:error' && /too many/.test(h.text))`)
	b.until("a sensible question is answered", `(await Promise.race([ask(0, { type: 'ganvas:ask' }), new Promise(yes => setTimeout(yes, 300, {}))])).type === 'ganvas:state'`)
	if n := value[float64](b, `heard.filter(h => h.pwned || !/^ganvas:(ready|step|measure|state|done|error|size)$/.test(h.type)).length`); n > 0 {
		t.Errorf("%g messages that a lab does not send", n)
	}
	if silent := value[float64](b, `heard.filter(h => h.type === 'ganvas:error' && !h.text).length`); silent > 0 {
		t.Errorf("%g errors say nothing", silent)
	}
	value[any](b, `ask(0, { type: 'ganvas:open', spec: 'seed=5' }).then(() => ask(0, { type: 'ganvas:train', n: 20 }))`)
	b.until("it still trains", last(0, "step", "step")+" === 20")
}

// What an address asks for and cannot have is said in words, in the lab and to its page; nothing of it runs.
func TestHostileAddresses(t *testing.T) {
	hostile := []struct{ query, field, says string }{
		{"panels=weights", "panels", "plane, losses"},
		{"height=1e9&panels=plane", "height", "4000"},
		{`panels=%3Cimg%20src%3Dx%20onerror%3D%22parent.postMessage({pwned:1},'*')%22%3E`, "panels", "plane, losses"},
		{"g.lr=javascript:alert(1)", "g.lr", "number"},
		{"origin=%00", "origin", "https://course.example"},
		{"panels=%E0%A4%A", "address", "hexadecimal"},
		{"__proto__=1&constructor=2", "__proto__", "panels"},
		{"data=" + strings.Repeat("x", 9000), "address", "8192"},
	}
	body := ""
	for _, h := range hostile {
		body += strings.ReplaceAll(frame(h.query), `height="420"`, `height="150"`)
	}
	b := newTab(t, view{width: 800, height: 1400}, article(t, labs(t, true), body))
	for i, h := range hostile {
		b.hears(i, "error")
		found := value[bool](b, fmt.Sprintf(`heard.some(h => h.i === %d && h.type === 'ganvas:error' && h.field === %q && h.allowed.includes(%q) && h.text.includes(h.allowed))`, i, h.field, h.says))
		if !found {
			t.Errorf("%.60s: %v", h.query, value[string](b, fmt.Sprintf(`JSON.stringify(heard.filter(h => h.i === %d)).slice(0, 600)`, i)))
		}
	}
	if n := value[float64](b, `heard.filter(h => h.pwned || h.type === 'ganvas:ready').length`); n > 0 {
		t.Errorf("%g of the labs run", n)
	}
	b.picture("lab-refused")
}

// A lab that was out of sight for long gives its memory back; seen again it is at the step where it was, with the same measures.
func TestLabRestsAndComesBack(t *testing.T) {
	b := newTab(t, view{width: 800, height: 500}, article(t, labs(t, true),
		frame("autoplay=off&origin=*&rest=5&panels=plane,measures&seed=3")+`<p style="height: 3000px">Text.</p>`))
	b.hears(0, "ready")
	value[any](b, `ask(0, { type: 'ganvas:train', n: 300 })`)
	measured := `(m => m?.step === 300 && m.measures.map(x => [x.key, x.value, x.floor].join(' ')).join('\n'))(window.last[0]['ganvas:measure'])`
	b.until("300 steps are measured", measured)
	before := value[string](b, measured)
	value[bool](b, `(scrollTo(0, 2500), true)`)
	b.hears(0, "rest")
	if step := value[float64](b, last(0, "rest", "step")); step != 300 {
		t.Errorf("it rests at step %g", step)
	}
	value[bool](b, `(last[0] = {}, true)`)
	value[bool](b, `(scrollTo(0, 0), true)`)
	b.hears(0, "ready")
	b.until("300 steps are measured again", measured)
	if after := value[string](b, measured); after != before {
		t.Errorf("it comes back with\n%s, and was\n%s", after, before)
	}
}

// What the builder writes works in a page of another origin.
func TestBuilder(t *testing.T) {
	site := labs(t, true)
	b := newTab(t, wide, site+"/embed.html")
	b.until("the preview stands", `document.querySelector('#frame iframe')?.src`)
	value[bool](b, `(() => {
		document.querySelector('[data-list=panels] [value=losses]').click();
		document.querySelector('[data-list=controls] [value=data]').click();
		document.querySelector('[data-list=lock] [value=data]').click();
		const spec = document.getElementById('spec');
		spec.value = 'https://else.example/ganvas/?data=moons&seed=9&view.speed=max#x';
		spec.dispatchEvent(new Event('input', { bubbles: true }));
		return true;
	})()`)
	want := "lab.html?data=moons&seed=9&panels=plane,losses&controls=transport,layers,data&lock=data"
	b.until("the preview follows", fmt.Sprintf(`document.querySelector('#frame iframe').src.endsWith(%q)`, want))
	b.until("the preview runs", `!document.getElementById('take').disabled`)
	b.picture("builder")
	frame, element := value[string](b, `document.getElementById('iframe').value`), value[string](b, `document.getElementById('element').value`)
	if !strings.Contains(frame, strings.ReplaceAll(want, "&", "&amp;")) {
		t.Errorf("the frame is %s", frame)
	}
	page := newTab(t, view{width: 800, height: 1200}, article(t, site, frame+element))
	for lab := range 2 {
		page.hears(lab, "ready")
		if spec := value[string](page, last(lab, "ready", "spec")); spec != "data=moons&seed=9" {
			t.Errorf("lab %d runs %s", lab, spec)
		}
	}
	if wrong := value[string](b, `document.getElementById('wrong').textContent`); wrong != "" {
		t.Errorf("the preview says %s", wrong)
	}
}

// The element reflects its attributes, hands its page's commands on, and takes its frame with it when it goes.
func TestElement(t *testing.T) {
	b := newTab(t, view{width: 800, height: 900}, article(t, labs(t, false),
		`<script src="SITE/ganvas-lab.js"></script><ganvas-lab spec="data=moons" autoplay="off"><a href="x">The lab</a></ganvas-lab><p style="height: 3000px"></p><ganvas-lab id="far"></ganvas-lab>`))
	value[bool](b, `(window.lab = document.querySelector('ganvas-lab'), true)`)
	if set := value[map[string]any](b, `lab.set('g.lr', 0.001)`); set["type"] != "ganvas:done" {
		t.Errorf("set is answered with %v", set)
	}
	if no := value[string](b, `lab.set('g.lr', 'fast').then(() => 'taken', e => e.message)`); !strings.Contains(no, "g.lr") || !strings.Contains(no, "number") {
		t.Errorf("a bad value: %s", no)
	}
	if value[bool](b, `!!document.getElementById('far').shadowRoot.querySelector('iframe')`) {
		t.Error("an element far away has a frame")
	}
	b.until("it is as high as it says", last(0, "size", "height")+` === lab.getBoundingClientRect().height`)
	value[bool](b, `(last[0] = {}, lab.panels = 'losses', lab.spec = 'seed=4', true)`)
	b.hears(0, "ready")
	got := value[string](b, `[lab.getAttribute('panels'), last[0]['ganvas:ready'].panels, last[0]['ganvas:ready'].spec, lab.shadowRoot.querySelector('iframe').sandbox].join(' ')`)
	if got != "losses losses seed=4 allow-scripts" {
		t.Errorf("after new attributes: %s", got)
	}
	if frames := value[float64](b, `(lab.remove(), window.length)`); frames != 0 {
		t.Errorf("the element is gone and leaves %g frames", frames)
	}
	if no := value[string](b, `lab.play().then(() => 'taken', e => e.message)`); !strings.Contains(no, "not in the page") {
		t.Errorf("of a lab that is gone: %s", no)
	}
}

// The page that says how all this works has a lab of its own, at any width.
func TestEmbeddingIsExplained(t *testing.T) {
	address := serve(t)
	for _, v := range []view{wide, {narrow.width, narrow.height, true}} {
		b := newTab(t, v, address+"/embedding.html")
		value[bool](b, listen)
		value[bool](b, `(document.querySelector('ganvas-lab').scrollIntoView({ block: 'center' }), true)`)
		b.until("its lab has trained a while", last(0, "step", "step")+" > 1500")
		b.picture(fmt.Sprintf("embedding-%d", v.width))
		if over := value[float64](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
			t.Errorf("the page is %g pixels wider than the window", over)
		}
	}
}

// Every example, as a host of notes would emit it, has labs that run.
func TestExamples(t *testing.T) {
	address := serve(t)
	for name, labs := range map[string]int{"myst": 2, "quarto": 2, "moodle": 2, "canvas": 1} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t, view{width: 800, height: 1300}, address+"/embed-examples/"+name+".html")
			value[bool](b, strings.TrimSuffix(strings.TrimPrefix(ears, "<script>"), "</script>")+"; true")
			for lab := range labs {
				b.until("the frame is there", fmt.Sprintf(`frames_()[%d]`, lab))
				b.until(fmt.Sprintf("lab %d answers", lab), fmt.Sprintf(`(await Promise.race([ask(%d, { type: 'ganvas:ask' }), new Promise(yes => setTimeout(yes, 300, {}))])).type === 'ganvas:state'`, lab))
			}
		})
	}
	t.Run("reveal", func(t *testing.T) {
		b := newTab(t, wide, address+"/embed-examples/reveal.html")
		value[bool](b, strings.TrimSuffix(strings.TrimPrefix(ears, "<script>"), "</script>")+"; true")
		b.keys(kb.ArrowRight)
		b.until("on its slide the lab trains", last(0, "step", "step")+" > 20")
		b.keys(kb.ArrowRight)
		b.keys(kb.ArrowRight)
		b.until("the lab goes on or rests as the slide is shown", `(await ask(0, { type: 'ganvas:ask' })).type`)
		b.keys(kb.ArrowLeft)
		b.until("and it still trains", `(s => s.playing && s.seen)(await ask(0, { type: 'ganvas:ask' }))`)
	})
}

// Notes in a folder have labs that run without a server, and command them.
func TestLabsInAFolder(t *testing.T) {
	serve(t) // or skips
	folder, err := filepath.Abs(dist)
	if err != nil {
		t.Fatal(err)
	}
	b := newTab(t, wide, "file://"+folder+"/embed-examples/article.html")
	b.until("the element is there", `customElements.get('ganvas-lab')`)
	value[bool](b, listen)
	b.until("the first lab trains", last(0, "step", "step")+" > 20")
	if a := value[map[string]any](b, `document.getElementById('first').pause()`); a["type"] != "ganvas:done" {
		t.Errorf("a command is answered with %v", a)
	}
}

// In every browser a lab trains in its sandbox, rests unseen, and obeys the page that may command.
func TestLabsInEachBrowser(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		v.navigate(article(t, site, `<script src="SITE/ganvas-lab.js"></script><ganvas-lab spec="seed=3" height="300"></ganvas-lab><p style="height: 3000px"></p>`))
		v.until("the lab trains", last(0, "step", "step")+" > 50")
		v.until("it pauses", `document.querySelector('ganvas-lab').pause().then(a => a.type === 'ganvas:done')`)
		v.until("it goes to another experiment", `document.querySelector('ganvas-lab').open('data=moons').then(a => a.type === 'ganvas:done')`)
		v.until("and says so", last(0, "state", "spec")+` === 'data=moons'`)
		v.until("it is told that it is not seen", `(scrollTo(0, 2500), true) && `+last(0, "state", "seen")+` === false`)
	})
}

// Firefox, which tells of what a server does not share on the console, gets the programs as scripts too.
func TestLabsWithoutLeaveToFetchInFirefox(t *testing.T) {
	v := newFox(t)
	v.navigate(article(t, labs(t, false), frame("seed=3")))
	for end := time.Now().Add(patience); v.text(last(0, "step", "step")+" > 50") != "true"; time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the lab does not train")
		}
	}
	v.expect("Cross-Origin Request Blocked")
}
