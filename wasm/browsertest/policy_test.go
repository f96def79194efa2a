//go:build !js

package browsertest

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// everyPage are all pages of the site, by their paths; the first is the whole page. The single file has a test of its own.
func everyPage(t *testing.T) (names []string) {
	t.Helper()
	serve(t) // missing says what is
	err := fs.WalkDir(os.DirFS(dist), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".html" && name != "ganvas.html" && name != "index.html" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 12 {
		t.Fatalf("only %q", names)
	}
	return append([]string{"index.html"}, names...)
}

// kinds are one page of each kind in the folders whose pages are made alike. TestExamples has the labs of all examples at work in every browser.
var kinds = []string{"embed-examples/article.html", "embed-examples/canvas.html", "embed-examples/reveal.html", "lessons/index.html", "lessons/lab.html", "lessons/what-is-a-gan.html"}

// ofEachKind are the pages that a browser is shown: all of them, or one of each kind.
func ofEachKind(v visitor, pages []string) []string {
	if seesAll(v) {
		return pages
	}
	return slices.DeleteFunc(slices.Clone(pages), func(name string) bool { return strings.Contains(name, "/") && !slices.Contains(kinds, name) })
}

// Every page of the site is read to its end, with its labs at work; its policy has nothing to refuse, and nothing is wrong on the console.
func TestPolicyOfEveryPage(t *testing.T) {
	pages, site := everyPage(t), labs(t, false)
	inAll(t, func(t *testing.T, v visitor) {
		beStrict(v)
		for _, name := range ofEachKind(v, pages) {
			v.navigate(site + "/" + name)
			v.until(name+" is there", `document.readyState === 'complete' && document.title !== ''`)
			switch {
			case name == "index.html":
				v.trained(3)
			case name == "lab.html":
				v.until("the lab trains", `+document.documentElement.dataset.step > 2`)
			default:
				workThroughLabs(v, name)
			}
			if refused := v.text(`JSON.stringify([...(window.refused ?? ['not watched']), ...heard.filter(h => h.type === 'watch:refused' || h.type === 'watch:problem')])`); refused != "[]" {
				t.Errorf("%s: refused %s", name, refused)
			}
		}
	})
}

// beStrict has what could not be loaded count as a problem on the console, as it does for who looks there.
func beStrict(v visitor) {
	if b, ok := v.(*tab); ok { // the others do so anyway
		b.strict = true
	}
}

// What make run serves leaves the console clean, and nothing behind that would hide the next build.
func TestServedByMakeRun(t *testing.T) {
	serve(t) // missing says what is
	program := filepath.Join(t.TempDir(), "serve")
	if out, err := exec.Command("go", "build", "-o", program, "ganvas/wasm/serve").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	c := exec.Command(program, "-dir", dist, "-port", "0", "-open=false")
	said, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	inAll(t, func(t *testing.T, v visitor) {
		beStrict(v)
		v.navigate(regexp.MustCompile(`http://\S+`).FindString(line))
		v.trained(3)
		v.until("the service worker has come and gone", `performance.getEntriesByName('first picture').length && navigator.serviceWorker.getRegistration().then(r => !r)`)
		if kept := v.text(`caches.keys().then(k => k.join())`); kept != "" {
			t.Errorf("the browser keeps %s", kept)
		}
	})
}

// workThroughLabs has each lab of a page be seen until it has trained.
func workThroughLabs(v visitor, name string) {
	v.Helper()
	if strings.Contains(name, "reveal") {
		v.press("ArrowRight") // to the slide of the lab
	}
	n := get[int](v, `document.querySelectorAll('iframe, ganvas-lab').length`)
	for i := range n {
		v.text(fmt.Sprintf(`([...document.querySelectorAll('iframe, ganvas-lab')][%d].scrollIntoView({ block: 'center' }), 0)`, i))
		v.until(name+": its lab is at work", fmt.Sprintf(`heard.some(h => h.i === %d && h.type === 'ganvas:ready')`, i))
	}
}

// In a sandboxed frame a page has no origin, so that what its policy calls 'self' can only be where it came from: every page of the site
// finds its styles, scripts and programs there, and nothing is refused that it needs; what it does not need is still refused.
func TestPolicyInASandbox(t *testing.T) {
	pages, site := everyPage(t), labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		for _, name := range ofEachKind(v, pages) {
			if strings.HasPrefix(name, "embed-examples/") {
				continue // pages of others, which have no policy of ours
			}
			v.navigate(article(t, site, `<iframe src="SITE/`+name+`" title="A page" width="900" height="600" sandbox="allow-scripts"></iframe>`))
			v.until(name+" is there", `window.last[0]?.['watch:born']`)
			if name == "lab.html" {
				v.until("the lab trains", last(0, "step", "step")+" > 2")
			} else if name == "index.html" {
				v.until("its Worker is there", `workers[0] === 1`)
			}
			v.until("it has settled", `new Promise(yes => setTimeout(yes, 700, true))`)
			if wrong := v.text(`JSON.stringify(heard.filter(h => h.type === 'watch:refused' || h.type === 'watch:problem'))`); wrong != "[]" {
				t.Errorf("%s: %s", name, wrong)
			}
			v.allow("script-src", "img-src", "connect-src", "violates", "Content-Security-Policy", "Content Security Policy")
			v.text(`(frames_()[0].contentWindow.postMessage('watch:bite', '*'), 0)`)
			for _, directive := range []string{"script-src", "img-src"} {
				v.until(name+": "+directive+" is refused", `heard.some(h => h.type === 'watch:refused' && h.text.startsWith('`+directive+`'))`)
			}
			v.until("all is told", `new Promise(yes => setTimeout(yes, 500, true))`)
			if v.text(`heard.some(h => h.pwned)`) == "true" {
				t.Errorf("%s: a script in the page was run", name)
			}
		}
	})
}
