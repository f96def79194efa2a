//go:build !js

package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// withFigure is a lab with a figure between its tags.
const withFigure = `<script src="SITE/ganvas-lab.js" async="" crossorigin=""></script><ganvas-lab spec="data=moons" panels="plane" height="300"><a id="instead" href="SITE/lab.html?data=moons"><img alt="Two moons" width="300" height="200" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></a></ganvas-lab>`

// figureIsThere holds where its figure stands in the place of the lab.
const figureIsThere = `document.getElementById('instead')?.checkVisibility({ visibilityProperty: true }) && !frames_()[0]?.checkVisibility()`

// sent is an article that comes with headers; a site's own come with all its files.
func sent(t *testing.T, site, body string, headers ...string) string {
	t.Helper()
	page := notes(site, body)
	return elsewhere(start(t, httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], strings.ReplaceAll(headers[i+1], "SITE", site))
		}
		page.ServeHTTP(w, r)
	}))))
}

// Where a lab's page does not come, the figure stands in its place: its server lets no other site hold it, the notes' policy has no room for it, or it is
// not there. A lab without a figure leaves a link.
func TestLabThatDoesNotCome(t *testing.T) {
	inChromium(t, func(t *testing.T, v visitor) {
		v.allow("") // whatever a browser says of it
		for name, c := range map[string]struct{ server, notes []string }{
			"nobody may hold it": {server: []string{"Content-Security-Policy", "frame-ancestors 'none'"}},
			"no frames here":     {notes: []string{"Content-Security-Policy", "frame-src 'none'"}},
		} {
			site := serveWith(t, sends(append(c.server, "Access-Control-Allow-Origin", "*")...))
			v.navigate(sent(t, site, withFigure, c.notes...))
			v.until(name+": there is the figure", figureIsThere)
		}
		site := serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
			if r.URL.Path == "/lab.html" {
				http.NotFound(w, r)
				return
			}
			files.ServeHTTP(w, r)
		})
		v.navigate(article(t, site, element(`spec="data=moons" label="Two moons"`)))
		link := `document.querySelector('ganvas-lab').shadowRoot.querySelector('slot a')`
		v.until("there is a link", link+`?.checkVisibility() && `+link+`.textContent === 'Two moons' && `+link+`.href.startsWith('`+site+`/lab.html?data=moons')`)
	})
}

// Notes whose policy lets in what embedding.html names, and no more, have labs.
func TestNotesWithAPolicy(t *testing.T) {
	site := labs(t, true)
	inChromium(t, func(t *testing.T, v visitor) {
		// The test's own script and its style are inline, and the element's are not.
		read(v, sent(t, site, withFigure, "Content-Security-Policy", "default-src 'none'; script-src SITE 'unsafe-inline'; frame-src SITE; img-src data:; style-src 'unsafe-hashes' 'sha256-3lLjvpn0hfmuulQYNSUWKiNpmIiMg70GweVDtUWv7zA='"))
		v.until("the lab trains", last(0, "step", "step")+" > 2")
		v.until("the figure is gone", "!("+figureIsThere+")")
	})
}

// Notes that are kept apart from other sites have labs in Chromium as they are, and in others where the server of Ganvas sends what these ask for; where
// it does not there is the figure.
func TestNotesKeptApart(t *testing.T) {
	apart := []string{"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Embedder-Policy", "credentialless"}
	plain := labs(t, true)
	shared := serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		watched(true)(w, r, files)
	})
	inEach(t, func(t *testing.T, v visitor) {
		_, credentialless := v.(*tab)
		for _, site := range []string{plain, shared} {
			if !credentialless {
				v.allow("Cross-Origin", "NS_ERROR", "blocked")
			}
			v.navigate(sent(t, site, withFigure, apart...))
			v.until("the page is kept apart", `crossOriginIsolated`)
			if site == plain && !credentialless {
				v.until("there is the figure", figureIsThere)
				continue
			}
			v.until(fmt.Sprint(site == shared, ": the lab trains"), last(0, "step", "step")+" > 2")
		}
	})
}

// What a lab says of a failure is there to be read, to its last word, however high the lab is, and nothing lies over it: neither the word that it loads nor
// buttons.
func TestFailuresAreReadable(t *testing.T) {
	broken := func(policy string) string {
		return serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
			if policy != "" {
				w.Header().Set("Content-Security-Policy", policy)
			}
			watched(true)(w, r, files)
		})
	}
	missing := serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		if strings.Contains(r.URL.Path, ".wasm") {
			http.NotFound(w, r)
			return
		}
		watched(true)(w, r, files)
	})
	inChromium(t, func(t *testing.T, v visitor) {
		v.size(390, 844)
		v.allow("") // whatever a browser says of it
		for name, c := range map[string]struct{ site, attributes, says string }{
			"a file that is missing":    {missing, `panels="losses"`, "could not be loaded"},
			"a policy":                  {broken("script-src http: 'unsafe-inline'; worker-src blob:"), `panels="losses"`, "any folder."},
			"a policy for the Worker":   {broken("script-src http: 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'none'"), `panels="losses"`, "any folder."},
			"training that has stopped": {broken(""), `panels="losses" spec="g.opt=sgd&g.lr=1&g.momentum=0.99&d.opt=sgd&d.lr=1&d.momentum=0.99&r1=100&r2=100"`, "Restart"},
			"what was not taken":        {broken(""), `panels="losses" spec="data=unicorns&g.lr=banana" lang="tlh"`, "a number from 0 to 10"},
			"in a frame of some height": {missing, `panels="losses" height="160"`, "could not be loaded"},
		} {
			v.navigate(article(t, c.site, element(c.attributes)))
			v.until(name+": it can be read", fmt.Sprintf(`frames_()[0] && (say(0, 'watch:read %s'), last[0]?.['watch:read']?.clear)`, c.says))
		}
	})
}
