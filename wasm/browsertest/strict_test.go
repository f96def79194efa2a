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
	site := serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:")
		files.ServeHTTP(w, r)
	})
	inEach(t, func(t *testing.T, v visitor) {
		v.navigate(site)
		v.trained(20)
		v.until("the service worker has it all", active)
	})
}

// Where a browser keeps nothing for the page, even the question for its storage throws. Lessons are read all the same, and that nothing is kept is
// said once.
func TestNoStorage(t *testing.T) {
	site := serveWith(t, firstScript(t, `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`))
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site + "/#lesson=what-is-a-gan&step=2")
		v.until("the lesson is there", fmt.Sprintf(`(%s)?.querySelector('h2')`, section))
		v.text(`(` + section + `.querySelector('.choice summary').click(), 0)`)
		v.text(`(document.getElementById('lesson-next').click(), 0)`)
		v.until("it says that nothing is kept", `document.getElementById('notice').innerText.includes('keeps nothing')`)
		v.trained(0)
	})
}
