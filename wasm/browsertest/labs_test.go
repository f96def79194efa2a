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
)

// labs serves the site from an origin of its own; a server that shares lets sandboxed frames fetch from it. Its pages tell the page around them
// what goes on inside, which no browser lets a test see through a sandbox, and hear what labs inside them tell.
func labs(t *testing.T, shares bool) string {
	t.Helper()
	return serveWith(t, watched(shares))
}

// watched changes the site's files for labs.
func watched(shares bool) func(w http.ResponseWriter, r *http.Request, files http.Handler) {
	return func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		if shares {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
		switch name := strings.TrimPrefix(r.URL.Path, "/"); {
		case name == "watch.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, watch)
		case strings.HasSuffix(name, ".html"):
			page, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(name)))
			if err != nil {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, strings.Replace(string(page), "<head>", `<head><script src="/watch.js"></script>`, 1))
		default:
			files.ServeHTTP(w, r)
		}
	}
}

// watch tells the page around a page what the page's policy refuses, what goes wrong in it, and which Workers and graphics it has. Asked to, it does what the
// policy must refuse.
const watch = `if (parent === window) {` + ears + `} else (() => {
	const say = (what, more) => parent.postMessage({ type: 'watch:' + what, ...more }, '*');
	const problem = text => say('problem', { text: String(text) });
	say('born');
	addEventListener('securitypolicyviolation', e => say('refused', { text: e.violatedDirective + ' ' + e.blockedURI }));
	addEventListener('error', e => problem(e.message || e.target.src || e.target.href), true);
	addEventListener('unhandledrejection', e => problem(e.reason));
	const error = console.error;
	console.error = (...all) => { problem(all.join(' ')); error(...all); };
	for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = () => problem(name + ' was called');
	window.Worker = class extends Worker {
		constructor(...all) { super(...all); say('worker', { by: 1 }); }
		terminate() { super.terminate(); say('worker', { by: -1 }); }
	};
	const get = HTMLCanvasElement.prototype.getContext, known = new WeakSet;
	HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
		const context = get.call(this, kind, ...more);
		if (kind !== 'webgl2' || !context || known.has(context)) return context;
		known.add(context);
		say('context', { by: 1 });
		EventTarget.prototype.addEventListener.call(this, 'webglcontextlost', () => say('context', { by: -1 }), { once: true });
		return context;
	};
	// clear is whether the last words of a text can be seen: they are within the window, and what is at their place is theirs.
	const clear = words => {
		for (const e of document.querySelectorAll('#loading-what, .over > :not([hidden]), .over > :not([hidden]) *')) {
			if (!e.checkVisibility() || !e.textContent.includes(words) || [...e.children].some(c => c.textContent.includes(words))) continue;
			const r = e.getBoundingClientRect(), at = document.elementFromPoint(r.x + r.width / 2, r.bottom - 4);
			e.closest('.loading')?.style.setProperty('pointer-events', 'auto');
			return r.bottom <= innerHeight && r.right <= innerWidth && r.x >= 0 && !!at && (e.contains(at) || at.contains(e));
		}
		return false;
	};
	addEventListener('message', e => {
		if (e.data === 'watch:frames') say('frames', { frames: window.ganvas?.host?.lost() === false ? ganvas.host.frames : -1, back: !!window.ganvas?.painter });
		const { documentElement: root } = document;
		if (e.data === 'watch:box') say('box', { over: root.scrollHeight - innerHeight, wide: root.scrollWidth - innerWidth, dropped: root.dataset.dropped });
		if (e.data === 'watch:save') ganvasLab.save('a.csv', new Uint8Array([65, 66]));
		if (e.data === 'watch:print') { dispatchEvent(new Event('beforeprint')); document.querySelector('img.print').decode().then(() => say('printed', { width: document.querySelector('img.print').naturalWidth }), () => {}); }
		if (String(e.data).startsWith('watch:read ')) say('read', { clear: clear(e.data.slice(11)) });
		if (String(e.data).startsWith('watch:where ')) { const r = document.querySelector(e.data.slice(12)).getBoundingClientRect(); say('where', { x: r.x + r.width / 2, y: r.y + r.height / 2 }); }
		if (String(e.data).startsWith('watch:text ')) say('text', { text: document.querySelector(e.data.slice(11))?.innerText ?? '' });
		if (String(e.data).startsWith('watch:click ')) document.querySelector(e.data.slice(12)).click();
		if (e.data !== 'watch:bite') return;
		document.body.append(Object.assign(document.createElement('script'), { textContent: 'parent.postMessage({ pwned: 1 }, "*")' }));
		document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:1/tracker.png' }));
		document.body.setAttribute('onclick', 'parent.postMessage({ pwned: 2 }, "*")');
		document.body.click();
		fetch('http://127.0.0.1:1/tell').catch(() => {});
	});
})();
`

// ears is a script by which a page hears its labs: all that they tell, the last of each type and frame, how many Workers and graphics contexts each has, and ways to ask.
const ears = `
window.heard = []; window.last = []; window.workers = []; window.contexts = [];
window.frames_ = () => [...document.querySelectorAll('iframe, ganvas-lab')].map(e => e.shadowRoot ? e.shadowRoot.querySelector('iframe') : e);
addEventListener('message', e => {
	const i = frames_().findIndex(f => f && f.contentWindow === e.source);
	if (typeof e.data !== 'object') return;
	heard.push({ i, ...e.data });
	if (e.data.type === 'watch:born') workers[i] = contexts[i] = 0;
	((last[i] ??= {})[e.data.type] = e.data);
	if (e.data.type === 'watch:worker') workers[i] += e.data.by;
	if (e.data.type === 'watch:context') contexts[i] += e.data.by;
});
window.say = (i, message) => frames_()[i].contentWindow.postMessage(message, '*');
window.ask = (i, message) => new Promise(yes => {
	const id = 'q' + Math.random();
	addEventListener('message', function hear(e) { if (e.data.to === id) { removeEventListener('message', hear); yes(e.data); } });
	say(i, { ...message, id });
});
window.soon = (i, message) => Promise.race([ask(i, message), new Promise(yes => setTimeout(yes, 5000, {}))]);
`

// article serves a page of another site than the labs'. SITE in its text stands for theirs.
func article(t *testing.T, labs, body string) string {
	t.Helper()
	return elsewhere(start(t, httptest.NewServer(notes(labs, body))))
}

// elsewhere is the address of the same server as another site.
func elsewhere(address string) string { return strings.Replace(address, "127.0.0.1", "localhost", 1) }

// notes answers with an article.
func notes(labs, body string) http.Handler {
	page := `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Notes</title><script>` + ears + `</script></head><body style="margin: 0">` +
		strings.ReplaceAll(body, "SITE", labs) + `</body></html>`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page)
	})
}

// read opens an article. At the end of the test, what its labs' policy has refused and what went wrong in them fails the test.
func read(v visitor, address string) {
	v.Helper()
	v.navigate(address)
	v.Cleanup(func() {
		if v.Failed() {
			return
		}
		for _, p := range get[[]string](v, `heard.filter(h => h.type === 'watch:problem' || h.type === 'watch:refused' || h.pwned).map(h => JSON.stringify(h))`) {
			v.Errorf("inside a lab: %s", p)
		}
	})
}

// frame is a sandboxed frame with a lab.
func frame(query string) string {
	return `<iframe src="SITE/lab.html?` + strings.ReplaceAll(query, "&", "&amp;") + `" title="A lab" width="100%" height="420" style="border: 0; display: block" sandbox="allow-scripts"></iframe>`
}

// last is a field of the last message of a type that a lab has told, or undefined.
func last(lab int, kind, field string) string {
	return fmt.Sprintf(`window.last?.[%d]?.['ganvas:%s']?.%s`, lab, kind, field)
}

// hears waits until a lab has told a message of a type.
func hears(v visitor, lab int, kind string) {
	v.Helper()
	v.until(fmt.Sprintf("lab %d tells ganvas:%s", lab, kind), last(lab, kind, "type"))
}

// answer is what a lab answers to a message, given as JavaScript.
func answer(v visitor, lab int, message string) map[string]any {
	v.Helper()
	return get[map[string]any](v, fmt.Sprintf("ask(%d, %s)", lab, message))
}

// focused is the id of the element that has the page's focus, or its name.
func focused(v visitor) string {
	v.Helper()
	return v.text(`(e => e.id || e.localName)(document.activeElement)`)
}

// notTooWide fails the test where the page is wider than the window.
func notTooWide(v visitor) {
	v.Helper()
	if over := get[float64](v, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		v.Errorf("the page is %g pixels wider than the window", over)
	}
}

// listen has a page without ears keep what its elements tell.
const listen = `(window.last = [], [...document.querySelectorAll('ganvas-lab')].forEach((lab, i) => {
	last[i] = {};
	for (const type of ['ready', 'step', 'measure', 'state', 'error', 'size', 'rest']) lab.addEventListener('ganvas:' + type, e => { last[i][e.type] = e.detail; });
}), true)`
