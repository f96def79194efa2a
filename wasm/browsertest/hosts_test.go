//go:build !js

package browsertest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ganvas/core/lesson"
	"ganvas/core/lesson/markdown"
	"ganvas/ui/recipe"
	"ganvas/ui/recipe/recipetest"
	"ganvas/ui/scorm"
)

// recipeOf is the text of a host's first file, with labs of a site.
func recipeOf(t *testing.T, host, site string) string {
	t.Helper()
	for _, r := range recipe.All {
		if r.Host == host {
			return strings.ReplaceAll(r.Files[0].Text, recipe.Site, site+"/")
		}
	}
	t.Fatalf("there is no recipe for %s", host)
	return ""
}

// modules serves npm's modules that hosts need below /modules/, and a page's text at /.
func modules(t *testing.T, page string) (address string) {
	t.Helper()
	folder := recipetest.Modules()
	if folder == "" {
		t.Skip("SKIPPED: npm's modules that the hosts need are not there (make test installs them)")
	}
	mux := http.NewServeMux()
	mux.Handle("/modules/", http.StripPrefix("/modules/", http.FileServer(http.Dir(folder))))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Notes</title><script>`+ears+`</script></head><body>`+page+`</body></html>`)
	})
	return start(t, httptest.NewServer(mux))
}

// What the recipe for learning management says is pasted into TinyMCE, their editor, and comes out with the link; where the editor has emptied the
// frame's sandbox the lab says so, and where sandbox is taken out as the recipe says it trains.
func TestTheEditorOfLearningManagement(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(modules(t, `<textarea id="text"></textarea><script src="/modules/tinymce/tinymce.min.js"></script>`))
		v.text(`tinymce.init({ selector: '#text', license_key: 'gpl', plugins: 'code media', promotion: false }).then(() => 0)`)
		v.allow("sandboxed", "Blocked script", "allow-scripts")
		text := v.text(fmt.Sprintf(`(tinymce.activeEditor.setContent(%q), tinymce.activeEditor.getContent())`, recipeOf(t, "Moodle", site)))
		if link := site + "/lab.html?data=moons&panels=plane,losses"; strings.Count(html.UnescapeString(text), link) != 2 || !strings.Contains(text, recipe.Caption+"</a>") {
			t.Errorf("of the frame and its link are left: %s", text)
		}
		if !strings.Contains(text, `sandbox=""`) {
			t.Errorf("the editor leaves the sandbox as it is, and the recipe says that it does not: %s", text)
		}
		read(v, article(t, site, text))
		v.until("the frame is there", `document.querySelector('iframe')`)
		page := article(t, site, strings.Replace(text, `sandbox=""`, "", 1))
		read(v, page)
		v.text(`(document.querySelector('iframe').scrollIntoView({ block: 'center' }), 0)`)
		v.until("without sandbox the lab trains", last(0, "step", "step")+" > 2")
	})
}

// A lesson in a learning management system: its page opens in the system's, what the learner solves is told, and they come back to where they were.
func TestLessonInLearningManagement(t *testing.T) {
	text, err := os.ReadFile("../../assets/lessons/what-is-a-gan.md")
	if err != nil {
		t.Fatal(err)
	}
	file, err := markdown.Parse("what-is-a-gan", string(text))
	if err != nil {
		t.Fatal(err)
	}
	l := file.Lesson
	asks := slices.IndexFunc(l.Steps, func(s lesson.Step) bool { return s.Question != nil })
	right := slices.IndexFunc(l.Steps[asks].Question.Choices, func(c lesson.Choice) bool { return c.Right })
	whole, err := os.ReadFile(filepath.Join(dist, "ganvas.html"))
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	if err := scorm.Write(&packed, l, whole); err != nil {
		t.Fatal(err)
	}
	files, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	folder := recipetest.Modules()
	if folder == "" {
		t.Skip("SKIPPED: npm's scorm-again is not there (make test installs it)")
	}
	mux := http.NewServeMux()
	mux.Handle("/modules/", http.StripPrefix("/modules/", http.FileServer(http.Dir(folder))))
	mux.Handle("/course/", http.StripPrefix("/course/", http.FileServer(http.FS(files))))
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Learning management</title>
			<script src="/modules/scorm-again/dist/scorm12.min.js"></script>
			<script>window.API = new Scorm12API({ autocommit: false, logLevel: 4 });
			window.begin = kept => { API.reset(); API.loadFromJSON({ core: { student_id: '7' }, suspend_data: kept }); unit.src = '/course/index.html'; };
			window.inside = () => unit.contentDocument?.getElementById('ganvas')?.contentDocument;</script></head>
			<body style="margin: 0"><iframe id="unit" title="The unit" style="width: 100vw; height: 100vh; border: 0"></iframe></body></html>`)
	})
	system := start(t, httptest.NewServer(mux))
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(system)
		v.text(`(begin(''), 0)`)
		v.until("the lesson is there", `inside()?.querySelector('#lesson-next')`)
		v.until("its first visit is told", `API.cmi.core.lesson_status === 'incomplete' && API.cmi.core.lesson_location === '1'`)
		for at := range asks {
			v.text(`(inside().getElementById('lesson-next').click(), 0)`)
			v.until("the next step is told", fmt.Sprintf(`API.cmi.core.lesson_location === '%d'`, at+2))
		}
		v.until("there is the question", fmt.Sprintf(`inside().querySelectorAll('.choice').length > %d`, right))
		v.text(fmt.Sprintf(`(inside().querySelectorAll('.choice summary')[%d].click(), 0)`, right))
		v.until("the right answer is told", `API.cmi.core.score.raw > 0`)
		kept := v.text(`API.cmi.suspend_data`)
		v.navigate(system)
		v.text(fmt.Sprintf(`(begin(%q), 0)`, kept))
		v.until("the learner is back where they were", fmt.Sprintf(`API.cmi.core.lesson_location === '%d' && API.cmi.core.score.raw > 0`, asks+1))
		v.until("and so is the lesson", fmt.Sprintf(`[...inside()?.querySelectorAll('#lesson section.step') ?? []].find(e => !e.hidden)?.querySelector('h2').innerText === %q`, l.Steps[asks].Title))
	})
}

// Next to nothing on a page of notes moves as a lab comes, whatever recipe it is written by: the element keeps its height free before its frame is there, to the
// pixel where it is stated, and as good as that where the lab is to be as high as it needs.
func TestNothingMovesAsALabComes(t *testing.T) {
	site := labs(t, true)
	b := newTab(t, wide, "about:blank")
	moves := func(body string) float64 {
		read(b, article(t, site, `<script>window.moved = 0;
			new PerformanceObserver(l => l.getEntries().forEach(e => { moved += e.value })).observe({ type: 'layout-shift', buffered: true })</script>
			<script src="SITE/ganvas-lab.js"></script><p>Before.</p>`+body+strings.Repeat(`<p>After.</p>`, 30)))
		b.until("the lab trains", last(0, "step", "step")+" > 2")
		return get[float64](b, `moved`)
	}
	for _, body := range []string{recipeOf(t, "Plain HTML", site), element(`spec="data=moons" height="60vh"`)} {
		if moved := moves(body); moved > 0 {
			t.Errorf("%s: the page has moved by %v of itself", body, moved)
		}
	}
	for _, asked := range []string{`panels="plane"`, `panels="machine"`, `panels="plane,machine"`, `panels="machine,losses,verdicts"`, `panels="plane,machine,losses"`, `panels="plane,losses"`, `panels="plane,losses,measures"`, `panels="losses,verdicts"`,
		`controls="none"`, `panels="plane,losses" controls="transport,layers,players,speed,status"`, `bar="on"`,
		`controls="g.lr,d.lr"`, `panels="plane,losses" controls="transport,g.lr,d.lr,batch"`, `panels="plane,losses,measures" controls="all" bar="on"`} {
		for _, width := range []int{360, 800} {
			body := fmt.Sprintf(`<div style="width: %dpx">`, width) + element(`spec="data=moons" `+asked) + `</div>`
			if moved := moves(body); moved >= .05 {
				t.Errorf("%s: the page has moved by %v of itself", body, moved)
			}
		}
	}
	for _, r := range recipe.All {
		for _, f := range r.Files {
			i := strings.Index(f.Text, "<ganvas-lab")
			if i < 0 || r.Host == "reveal.js" || strings.HasSuffix(f.Name, ".mdx") {
				continue
			}
			body := strings.ReplaceAll(f.Text[i:], recipe.Site, site+"/")
			if moved := moves(body); moved >= .05 {
				t.Errorf("%s: the page has moved by %v of itself", r.Host, moved)
			}
		}
	}
}
