//go:build !js

package browsertest

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ganvas/ui/recipe/recipetest"
)

// Notes that tools have made of the recipes have a lab that trains, as often as their reader goes to another page and comes back, and one at a time:
// one frame, one Worker, one graphics context.
func TestNotesOfEachTool(t *testing.T) {
	site := labs(t, true)
	for _, d := range recipetest.Documents {
		if !d.Opens() {
			continue
		}
		t.Run(d.Name(), func(t *testing.T) {
			folder := filepath.Join(d.Make(t, site+"/"), filepath.FromSlash(d.Root))
			notes := elsewhere(start(t, httptest.NewServer(heard(folder)))) + "/"
			v := newTab(t, wide, "about:blank")
			page := notes + d.Page
			v.navigate(page)
			trainsInNotes(v)
			for range 10 {
				if d.Away == "" {
					v.navigate(notes + "elsewhere")
					v.navigate(page)
				} else {
					v.text(`(() => { window.left = location.href; ` + d.Away + ` })()`)
					v.until("it is gone to", `location.href !== left`)
					v.text(`history.back()`)
					v.until("it is come back from", `location.href === left`)
				}
				v.until("there is a lab", `document.querySelector('ganvas-lab')`)
			}
			v.text(`(last.length = 0)`) // what the labs before have told
			trainsInNotes(v)
			if n := get[int](v, `frames_().filter(Boolean).length`); n < 1 || n > 2 { // a recipe for slides has two ways
				t.Errorf("there are %d frames", n)
			}
			if workers := v.text(`workers.filter(n => n > 0).length`); workers != "1" {
				t.Errorf("there are %s Workers", workers)
			}
			if contexts := v.text(`JSON.stringify(contexts.filter(n => n))`); contexts != "[1]" {
				t.Errorf("there are graphics contexts %s", contexts)
			}
			if problems := v.text(`JSON.stringify(heard.filter(h => h.type === 'watch:problem' || h.type === 'watch:refused'))`); problems != "[]" {
				t.Errorf("in the lab: %s", problems)
			}
		})
	}
}

// trainsInNotes has the first lab of notes be seen until it has trained.
func trainsInNotes(v visitor) {
	v.Helper()
	v.until("there is a lab", `document.querySelector('ganvas-lab')`)
	v.until("it is in sight", `(document.querySelector('ganvas-lab').scrollIntoView({ block: 'center', behavior: 'instant' }), frames_()[0])`)
	v.until("it trains", last(0, "step", "step")+" > 2")
}

// heard serves notes that hear their labs.
func heard(folder string) http.Handler {
	files := http.FileServer(http.Dir(folder))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Join(folder, filepath.FromSlash(r.URL.Path))
		if strings.HasSuffix(r.URL.Path, "/") {
			name = filepath.Join(name, "index.html")
		}
		switch text, err := os.ReadFile(name); {
		case r.URL.Path == "/elsewhere":
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte(`<!doctype html><link rel="icon" href="data:,"><title>Elsewhere</title>`))
		case r.URL.Path == "/favicon.ico":
			w.WriteHeader(http.StatusNoContent)
		case err == nil && filepath.Ext(name) == ".html":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte(strings.Replace(string(text), "<head>", "<head><script>"+ears+"</script>", 1)))
		default:
			files.ServeHTTP(w, r)
		}
	})
}
