//go:build !js

package browsertest

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// subPath is where the site lies on the servers here, with others beside it.
const subPath = "/courses/generative models/"

// shipped is the site as it is in dist: its files by their names.
func shipped(t *testing.T) map[string][]byte {
	t.Helper()
	serve(t) // missing says what is
	list := serviceWorker(t, dist)
	site := map[string][]byte{}
	for _, name := range append([]string{"sw.js"}, list.names()...) {
		b, err := os.ReadFile(filepath.Join(dist, name))
		if err != nil {
			t.Fatal(err)
		}
		site[name] = b
	}
	return site
}

// host is a static file server with its own habits.
type host struct {
	*httptest.Server
	files atomic.Pointer[map[string][]byte]
	// habit sees each answer before it goes out, and changes its header or body.
	habit func(name string, h http.Header, body []byte) []byte
}

// newHost serves files below subPath, and nothing else.
func newHost(t *testing.T, files map[string][]byte, habit func(name string, h http.Header, body []byte) []byte) *host {
	h := &host{habit: habit}
	h.files.Store(&files)
	h.Server = httptest.NewServer(h)
	t.Cleanup(h.Close)
	return h
}

// home is the site's address.
func (h *host) home() string { return h.URL + strings.ReplaceAll(subPath, " ", "%20") }

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, inside := strings.CutPrefix(r.URL.Path, subPath)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	b, ok := (*h.files.Load())[name]
	if !ok || !inside {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", proper[path.Ext(name)])
	if h.habit != nil {
		b = h.habit(name, w.Header(), b)
	}
	w.Write(b)
}

// proper are the types that browsers insist on.
var proper = map[string]string{".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".gz": "application/gzip"}

// habits are those of servers that there are.
var habits = map[string]func(name string, h http.Header, body []byte) []byte{
	// A server without a table of types: a program is anything, a script is text. It compresses nothing.
	"plain": func(name string, h http.Header, body []byte) []byte {
		switch path.Ext(name) {
		case ".js":
			h.Set("Content-Type", "text/plain")
		case ".gz":
			h.Set("Content-Type", "application/octet-stream")
		}
		return body
	},
	// A server that has browsers unpack what is named .gz.
	"unpacking": func(name string, h http.Header, body []byte) []byte {
		if path.Ext(name) == ".gz" {
			h.Set("Content-Type", "application/wasm")
			h.Set("Content-Encoding", "gzip")
		}
		return body
	},
}

// The site works below any path of any static server.
func TestSiteWorksAnywhere(t *testing.T) {
	site := shipped(t)
	for name, habit := range habits {
		t.Run(name, func(t *testing.T) {
			inEach(t, func(t *testing.T, v visitor) {
				h := newHost(t, site, habit)
				v.navigate(h.home() + "?data=moons&seed=3")
				v.trained(3)
				if got := v.text(spec); got != "data=moons&seed=3" {
					t.Errorf("the page runs %q", got)
				}
				staysAt(t, v, h.home())
			})
		})
	}
}

// staysAt fails if a page has asked for anything that is not its site's, or if its policy has refused anything.
func staysAt(t *testing.T, v visitor, home string) {
	t.Helper()
	requests := v.requests()
	if len(requests) < 5 {
		t.Errorf("only %d requests were seen: %q", len(requests), requests)
	}
	for _, r := range requests {
		if !strings.HasPrefix(r, home) && !strings.HasPrefix(r, "blob:") && !strings.HasPrefix(r, "data:") && r != "about:blank" {
			t.Errorf("a request has left the site: %s", r)
		}
	}
	if refused := v.text(`JSON.stringify(window.refused)`); refused != "[]" {
		t.Errorf("the page's policy has refused %s", refused)
	}
}

// The policy lets the page reach nobody and run nothing but its own, not even its neighbours on the same server, and these tests would see it if
// it had to.
func TestPolicyBites(t *testing.T) {
	site := serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		http.StripPrefix("/ganvas", files).ServeHTTP(w, r)
	})
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site + "/ganvas/")
		v.trained(1)
		v.until("the service worker has it all", active)
		staysAt(t, v, site+"/ganvas/")
		v.allow("script-src", "img-src", "could not be loaded")
		v.text(`(document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'})), 0)`)
		for _, image := range []string{"http://127.0.0.1:1/tracker.png", site + "/neighbour.png"} {
			v.text(`(document.body.append(Object.assign(document.createElement('img'), {src: '` + image + `'})), 0)`)
			v.until(image+" is refused", `refused.includes('img-src `+image+`')`)
		}
		v.until("a script in the page is refused", `refused.some(r => r.startsWith('script-src'))`)
		expect(v, "script-src")
		expect(v, "img-src")
		if v.text(`window.ran`) != "undefined" {
			t.Error("a script in the page was run")
		}
	})
}

// kept is what a service worker's first line says.
type kept struct {
	Version string            `json:"version"`
	Files   map[string]string `json:"files"`
	Lessons map[string]string `json:"lessons"`
}

func (k kept) names() []string {
	return slices.Concat(slices.Collect(maps.Keys(k.Files)), slices.Collect(maps.Keys(k.Lessons)))
}

// serviceWorker reads what a service worker in a folder keeps.
func serviceWorker(t *testing.T, dir string) kept {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "sw.js"))
	if err != nil {
		t.Fatal(err)
	}
	k, _ := splitWorker(t, text)
	return k
}

func splitWorker(t *testing.T, text []byte) (k kept, rest []byte) {
	t.Helper()
	line, rest, _ := bytes.Cut(text, []byte(";\n"))
	if err := json.Unmarshal(bytes.TrimPrefix(line, []byte("const site = ")), &k); err != nil {
		t.Fatal(err)
	}
	return k, rest
}

// later is a later version of a site, with another title. Where it is torn, the page is not the one that its service worker knows.
func later(t *testing.T, site map[string][]byte, title string, torn bool) map[string][]byte {
	t.Helper()
	next := maps.Clone(site)
	before, after, _ := bytes.Cut(site["index.html"], []byte("<title>"))
	_, after, _ = bytes.Cut(after, []byte("</title>"))
	next["index.html"] = bytes.Join([][]byte{before, []byte("<title>" + title + "</title>"), after}, nil)
	k, rest := splitWorker(t, site["sw.js"])
	k.Version = title
	sum := sha256.Sum256(next["index.html"])
	if torn {
		sum[0]++
	}
	k.Files["index.html"] = "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	line, err := json.Marshal(k)
	if err != nil {
		t.Fatal(err)
	}
	next["sw.js"] = bytes.Join([][]byte{[]byte("const site = "), line, []byte(";\n"), rest}, nil)
	return next
}

// After one visit the site works without its server: page, programs, the list of lessons, and those lessons that have been read.
func TestWorksOffline(t *testing.T) {
	site := shipped(t)
	inAll(t, func(t *testing.T, v visitor) {
		h := newHost(t, site, nil)
		v.navigate(h.home())
		v.trained(1)
		v.until("the service worker has it all", active)
		v.navigate(h.home() + "lessons/what-is-a-gan.html")
		v.until("a lesson", `document.querySelectorAll('section.step').length > 5`)
		v.navigate(h.home() + "embed.html")
		v.until("the builder", `document.querySelector('#frame iframe') && document.readyState === 'complete'`)
		h.Close()
		v.navigate(h.home() + "?data=moons")
		v.trained(3)
		if got := v.text(spec); got != "data=moons" {
			t.Errorf("the page runs %q", got)
		}
		v.navigate(h.home() + "lessons/")
		v.until("the list of lessons", `document.querySelectorAll('ol.lessons li').length > 2`)
		v.navigate(h.home() + "lessons/what-is-a-gan.html")
		v.until("the lesson that was read", `document.querySelectorAll('section.step').length > 5`)
	})
}

// active holds when a service worker is ready to answer for the server.
const active = `navigator.serviceWorker.ready.then(r => r.active.state === 'activated')`

// A new version comes whole: the page stays of the old one until that one is at hand, and then the old one is gone. A version that is torn,
// as while files are being copied to a server, never comes.
func TestUpdatesWhole(t *testing.T) {
	site := shipped(t)
	inEach(t, func(t *testing.T, v visitor) {
		h := newHost(t, site, nil)
		update := func(s map[string][]byte) {
			t.Helper()
			h.files.Store(&s)
			v.text(`navigator.serviceWorker.ready.then(r => r.update()).catch(() => 0)`)
		}
		shows := func(title string) {
			t.Helper()
			v.navigate(h.home())
			v.until("the page is there", `document.title !== '' && document.readyState === 'complete'`)
			v.until("it is of "+title, `document.title.includes('`+title+`')`)
		}
		v.navigate(h.home())
		v.until("the service worker has it all", active)

		update(later(t, site, "version two", false))
		v.until("the next version is at hand", `navigator.serviceWorker.getRegistration().then(r => r.waiting)`)
		if title := v.text(`document.title`); strings.Contains(title, "version two") {
			t.Error("the page has changed under the reader")
		}
		shows("version two")
		v.until("the old version is gone", `caches.keys().then(k => k.length === 1 && k[0].endsWith('version two'))`)

		update(later(t, site, "version three", true))
		v.until("nothing is on its way", `navigator.serviceWorker.getRegistration().then(r => !r.installing && !r.waiting)`)
		shows("version two")
		v.until("nothing is kept of the torn version", `caches.keys().then(k => k.length === 1)`)

		update(later(t, site, "version four", false))
		v.until("the next version is at hand", `navigator.serviceWorker.getRegistration().then(r => r.waiting)`)
		shows("version four")
		v.trained(1)
	})
}

// A page fetches each program once. What a visit has fetched is not fetched again for reading without a connection, where the server lets browsers
// keep it and the browser does: the WebKit of the tests keeps nothing.
func TestProgramsAreFetchedOnce(t *testing.T) {
	site := shipped(t)
	inAll(t, func(t *testing.T, v visitor) {
		want := 1
		if _, ok := v.(*kit); ok {
			want = 2
		}
		var mu sync.Mutex
		times := map[string]int{}
		h := newHost(t, site, func(name string, h http.Header, body []byte) []byte {
			mu.Lock()
			defer mu.Unlock()
			times[name]++
			h.Set("Cache-Control", "max-age=600")
			return body
		})
		v.navigate(h.home())
		v.trained(1)
		v.until("the service worker has it all", active)
		mu.Lock()
		defer mu.Unlock()
		n := 0
		for name, k := range times {
			if strings.Contains(name, "lessons/") && path.Base(name) != "index.html" { // their list has none of their text
				t.Errorf("a first visit fetches %s, which nobody reads", name)
			}
			if path.Ext(name) != ".gz" {
				continue
			}
			if n++; k != want {
				t.Errorf("%s was fetched %d times", name, k)
			}
		}
		if n != 1 {
			t.Errorf("%d programs were fetched", n)
		}
	})
}
