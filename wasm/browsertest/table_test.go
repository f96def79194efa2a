//go:build !js

package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// flowers is a table of three classes and three columns of numbers.
func flowers() string {
	var b strings.Builder
	b.WriteString("length;width;height;kind\n")
	for i := range 90 {
		fmt.Fprintf(&b, "%d,%d;%d,%d;%d,%d;%s\n", i%3+4, i%10, i%5+1, i%7, i%4+2, i%9, []string{"rose", "lily", "iris"}[i%3])
	}
	return b.String()
}

const (
	tableOpen   = `document.getElementById('table')?.open === true`
	tableClosed = `!document.getElementById('table')?.open`
	tableSays   = `document.querySelector('#table [data-part=says]').textContent`
)

// pressTable presses one of the dialog's buttons, which is named by a selector in it.
func pressTable(v visitor, selector string) {
	v.Helper()
	v.text(fmt.Sprintf(`(document.querySelector('#table ' + %q).click(), '')`, selector))
}

// A table of more than two columns is looked at first: its columns are chosen by one press each, nothing changes on Cancel or Escape, and what was
// chosen is trained on, with its classes, and kept in the saved file.
func TestTableIsChosenFrom(t *testing.T) {
	address := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(address + "/?data=moons&seed=3&view.play=0")
		v.until("the page is there", spec+` === 'data=moons&seed=3'`)
		offer(v, "flowers.csv", flowers())
		v.until("the dialog", tableOpen)
		v.until("90 points", tableSays+`.startsWith('90 points. No row left out.')`)
		v.until("the guess", `document.querySelector('#table [data-part=guess]').textContent.includes('x is length, y is width; its class is kind')`)
		pressTable(v, "#table-press-1-2")
		v.until("height is y, and has the keyboard still", `document.querySelector('#table-press-1-2').getAttribute('aria-pressed') === 'true' &&
			document.querySelector('#table [data-part=cloud] svg').getAttribute('aria-label').includes('height')`)
		pressTable(v, "[data-do=cancel]")
		v.until("it is closed, and nothing has changed", tableClosed+` && `+spec+` === 'data=moons&seed=3'`)

		offer(v, "flowers.csv", flowers())
		v.until("the dialog again", tableOpen)
		pressTable(v, "#table-press-2-2")
		pressTable(v, "#table-scale-one")
		v.until("three columns of one scale", `document.querySelector('#table-scale-one').getAttribute('aria-pressed') === 'true' &&
			document.querySelector('#table-press-2-2').getAttribute('aria-pressed') === 'true'`)
		pressTable(v, "[data-do=use]")
		v.until("the points are in use", tableClosed+` && `+spec+`?.startsWith('data=csv') && document.getElementById('notice').textContent.includes('3 classes by kind')`)
		v.text(catchDownload)
		v.text(`(document.getElementById('do-save').click(), '')`)
		v.until("a file", `window.file`)
		if text := v.text(`file.then(f => f[1])`); !strings.Contains(text, "# columns: x, y, further, class\n# scale: one\n") {
			t.Errorf("the saved file is %.300q", text)
		}
		v.text(`(document.getElementById('do-columns').click(), '')`)
		v.until("the columns can be chosen again", tableOpen)
	})
}

// Of a file of many sets one is chosen by one press, is looked at, and is trained on.
func TestOneOfManySets(t *testing.T) {
	address := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(address + "/?data=moons&seed=3&view.play=0")
		v.until("the page is there", spec+` === 'data=moons&seed=3'`)
		var b strings.Builder
		b.WriteString("dataset,x,y\n")
		for i := range 180 {
			fmt.Fprintf(&b, "%s,%d.5,%d.25\n", []string{"star", "dino", "away"}[i%3], i%13, i*7%11)
		}
		offer(v, "sets.csv", b.String())
		v.until("the dialog, with all rows", tableOpen+` && `+tableSays+`.startsWith('180 points')`)
		pressTable(v, "#table-only-2")
		v.until("one set", tableSays+`.startsWith('60 points') && document.querySelector('#table-only-2').getAttribute('aria-pressed') === 'true' &&
			document.querySelector('#table [data-part=guess]').textContent.includes('only rows whose dataset is dino')`)
		pressTable(v, "[data-do=use]")
		v.until("it is in use", tableClosed+` && `+spec+`?.startsWith('data=csv') && `+notice+`.includes('60 points of x and y, dataset dino')`)
		v.until("it trains on three quarters of it", spec+`.includes('rows=45')`)
		v.text(`(document.getElementById('do-columns').click(), '')`)
		v.until("another can be chosen", tableOpen)
		pressTable(v, "#table-only-3")
		v.until("another set", tableSays+`.startsWith('60 points') && document.querySelector('#table-only-3').getAttribute('aria-pressed') === 'true'`)
	})
}

// A table of two columns opens at once, and one that is pasted does as one that is dropped.
func TestPlainTablesOpenAtOnce(t *testing.T) {
	address := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(address + "/?data=moons&view.play=0")
		v.until("the page is there", spec+`?.startsWith('data=moons')`)
		v.text(fmt.Sprintf(`(() => {
			const event = new Event('paste', { bubbles: true, cancelable: true });
			event.clipboardData = { files: [], getData: () => %q };
			document.body.dispatchEvent(event);
		})()`, ownPoints()))
		v.until("the pasted points are in use", spec+`?.startsWith('data=csv') && document.getElementById('notice').textContent.includes('400 points of x and y')`)
		v.until("the columns may be chosen", `!document.getElementById('do-columns').hidden`)
		offer(v, "nothing.csv", "a,b\nc,d\ne,f\n")
		v.until("what is wrong is said, and nothing has changed", spec+`?.startsWith('data=csv') && document.getElementById('notice').textContent.includes('nothing.csv cannot be read')`)
	})
}

// Each of the tables beside the repository is read as its README says: at once, in the dialog, or not at all, with a word.
func TestTablesAsPeopleHaveThem(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "cases")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the optional folder of tables is not beside the repository: %v", err)
	}
	address := serve(t)
	v := newTab(t, wide, address+"/?data=moons&view.play=0")
	v.until("the page is there", spec+`?.startsWith('data=moons')`)
	for _, c := range []struct{ file, says string }{
		{"semi-decimal-nohead.csv", "60 points"}, {"tab-decimal-nohead.tsv", "60 points"}, {"latlon-building.csv", "300 points"},
		{"id-first.csv", "60 points"}, {"int-labels.csv", "60 points"}, {"cr-only.csv", "60 points"}, {"title-line.csv", "60 points"},
		{"na.csv", "1 row left out"}, {"outlier.csv", "61 points"}, {"one-col.csv", "60 numbers"}, {"own/iris-like.csv", "150 points"},
		{"own/datasaurus-like.csv", "426 points"}, {"own/mix1d-one.csv", "numbers"}, {"own/wine-like.data", "178 points"}, {"own/points.json", "200 points"},
	} {
		text, err := os.ReadFile(filepath.Join(dir, c.file))
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		value[any](v, `(document.querySelector('#notice .shut')?.click(), document.querySelector('#table [data-do=cancel]')?.click(), 0)`)
		value[any](v, fmt.Sprintf(`(() => {
			const given = new DataTransfer, input = document.getElementById('open');
			given.items.add(new File([%q], %q));
			input.files = given.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
			return 0;
		})()`, string(text), filepath.Base(c.file)))
		v.until(c.file+" says "+c.says, fmt.Sprintf(`(%s ? (document.getElementById("table-title").textContent === %q ? %s : "") : document.getElementById('notice').textContent).includes?.(%q)`,
			tableOpen, filepath.Base(c.file), tableSays, c.says))
	}
}
