//go:build !js

package browsertest

import (
	"fmt"
	"net/http"
	"path"
	"testing"
)

// Hosts that forbid what the page needs, or hand out something else, are told from faults of the page: it says what has happened, whose setting it is,
// what would help, and the way out.
func TestStrictHosts(t *testing.T) {
	forbid := func(policy string) func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		return func(w http.ResponseWriter, r *http.Request, files http.Handler) {
			w.Header().Set("Content-Security-Policy", policy)
			files.ServeHTTP(w, r)
		}
	}
	for name, c := range map[string]struct {
		host func(w http.ResponseWriter, r *http.Request, files http.Handler)
		says []string
	}{
		"no WebAssembly": {forbid("script-src 'self'; worker-src blob:"), []string{"'wasm-unsafe-eval'", "ganvas.html"}},
		"no Worker":      {forbid("script-src 'self' 'wasm-unsafe-eval'"), []string{"worker-src needs blob:", "ganvas.html"}},
		"pages for files": {func(w http.ResponseWriter, r *http.Request, files http.Handler) {
			if path.Ext(r.URL.Path) == ".gz" {
				w.Header().Set("Content-Type", "text/html")
				fmt.Fprint(w, "<!doctype html><title>Not here</title>")
				return
			}
			files.ServeHTTP(w, r)
		}, []string{"is not the program", "uploaded", "ganvas.html"}},
	} {
		t.Run(name, func(t *testing.T) {
			site := serveWith(t, c.host)
			inAll(t, func(t *testing.T, v visitor) {
				v.allow("") // whatever a browser says of it
				v.navigate(site)
				for _, s := range c.says {
					v.until("it says "+s, fmt.Sprintf(`document.body.innerText.includes(%q)`, s))
				}
				if v.text(`document.body.innerText.includes('Loading it again may help')`) == "true" {
					t.Error("it advises what does not help")
				}
			})
		})
	}
}

// A host whose policy allows what embedding.html names, and no more, has a page that works, with nothing on its console.
func TestHostThatAllowsEnough(t *testing.T) {
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(serveWith(t, sends("Content-Security-Policy", enough)))
		v.trained(3)
		v.until("the service worker has it all", active)
	})
}

// enough is what README and embedding.html name.
const enough = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:"

// sends is a server that sends some headers with everything.
func sends(headers ...string) func(w http.ResponseWriter, r *http.Request, files http.Handler) {
	return func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		files.ServeHTTP(w, r)
	}
}

// Servers whose headers are about something else than scripts have a page that works too: those that keep the page apart from all others, that require
// trusted types, or that put it in a sandbox, where it has no origin.
func TestHostsThatSendMore(t *testing.T) {
	inChromium(t, func(t *testing.T, v visitor) {
		beStrict(v)
		for name, headers := range map[string][]string{
			"kept apart":    {"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Embedder-Policy", "require-corp", "Cross-Origin-Resource-Policy", "same-origin"},
			"trusted types": {"Content-Security-Policy", enough + "; require-trusted-types-for 'script'"},
			"types named":   {"Content-Security-Policy", "require-trusted-types-for 'script'; trusted-types default"},
			"a sandbox":     {"Content-Security-Policy", "sandbox allow-scripts"},
			"nothing else":  {"X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Permissions-Policy", "fullscreen=(), clipboard-write=()", "X-Frame-Options", "DENY"},
		} {
			v.navigate("about:blank")
			v.navigate(serveWith(t, sends(headers...)) + "/?data=moons")
			v.until(name+": it trains", step+" >= 3")
			v.until(name+": it has pictures", `ganvas.host.frames > 3 && `+graphics+` === ''`)
			pressed(v, "do-experiments")
			v.until(name+": the gallery opens", visible("#preset-collapse"))
			if name != "a sandbox" { // which takes no pictures; elsewhere they should be there before the page is left
				v.until(name+": it has its pictures", `document.querySelectorAll('#gallery .outcome').length > 0`)
			}
		}
	})
}

// refusals are the ways in which browsers keep nothing for a page.
var refusals = map[string]string{
	"forbidden":    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
	"not there":    `Object.defineProperty(window, 'localStorage', { value: null })`,
	"unknown":      `Object.defineProperty(window, 'localStorage', { value: undefined })`,
	"full":         `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
	"not readable": `for (const f of ['getItem', 'setItem', 'removeItem']) Storage.prototype[f] = () => { throw new DOMException('damaged', 'InvalidStateError') }`,
	"no databases, caches or workers of service": `for (const what of ['indexedDB', 'caches']) Object.defineProperty(window, what, { get() { throw new DOMException('denied', 'SecurityError') } });
		Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('denied', 'SecurityError') } }); Storage.prototype.setItem = () => { throw 1 }`,
}

// Where a browser keeps nothing for the page, in whatever way it refuses, lessons are read all the same, and that nothing is kept is said once.
func TestNoStorage(t *testing.T) {
	inAll(t, func(t *testing.T, v visitor) {
		for how, script := range refusals {
			if !seesAll(v) && how != "forbidden" {
				continue // the ways differ in the page, not in the browser
			}
			t.Log(how)
			keepsNothing(v, serveWith(t, firstScript(t, script)))
		}
	})
}

// keepsNothing has a lesson be read where nothing is kept.
func keepsNothing(v visitor, site string) {
	v.Helper()
	v.navigate(site + "/#lesson=what-is-a-gan&step=2")
	v.until("the lesson is there", fmt.Sprintf(`(%s)?.querySelector('h2')`, section))
	v.text(`(` + section + `.querySelector('.choice summary').click(), 0)`)
	v.text(`(document.getElementById('lesson-next').click(), 0)`)
	v.until("it says that nothing is kept", `document.getElementById('notice').innerText.includes('keeps nothing')`)
	v.trained(0)
}
