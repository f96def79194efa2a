//go:build !js

package browsertest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// Tasks of courses, each done in the page as its reader would do it.

// csvOf is n rows of a table, with a line of names.
func csvOf(names string, n int, row func(r *rand.Rand, i int) []float64) string {
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString(names + "\n")
	for i := range n {
		for k, v := range row(r, i) {
			if k > 0 {
				b.WriteByte(',')
			}
			b.WriteString(strconv.FormatFloat(v, 'f', 5, 64))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// figure is a number of the sheet of samples: the last one of the row with a label, or of a column from 1.
func figure(v visitor, table, label string, column int) float64 {
	v.Helper()
	text := v.text(fmt.Sprintf(`[...document.querySelectorAll('#%s tbody tr')].find(r => r.firstElementChild.innerText === %q)?.children[%d].innerText ?? 'nothing'`, table, label, column))
	x, err := strconv.ParseFloat(strings.NewReplacer("\u2212", "-", ",", "").Replace(text), 64)
	if err != nil {
		v.Fatalf("of %q the page says %q", label, text)
	}
	return x
}

// about fails unless a number is within a tolerance.
func about(t *testing.T, what string, got, want, off float64) {
	t.Helper()
	if !(math.Abs(got-want) <= off) {
		t.Errorf("%s is %g, want %g within %g", what, got, want, off)
	}
}

// trainedTo trains a page that stands until a step, and lets it stand there.
func trainedTo(v visitor, to int) {
	v.Helper()
	v.text(fmt.Sprintf(`(e => (e.value = '%d', e.form.requestSubmit(), 0))(document.getElementById('goto'))`, to))
	v.until(fmt.Sprintf("step %d", to), fmt.Sprintf(`%s === %d && `, step, to)+playing(false))
}

// inNumbers opens the sheet of samples in numbers.
func inNumbers(v visitor) {
	v.Helper()
	v.text(`(document.getElementById('samples').hidden && document.getElementById('do-samples').click(), 0)`)
	v.until("samples in numbers", `document.querySelectorAll('#samples-figures tbody tr').length > 0`)
}

// A linear generator learns a Gaussian of the plane from a file: A Aᵀ and b are read, and the covariance beside the data's, and all of it is saved.
func TestCourseRecoversAGaussian(t *testing.T) {
	site := serve(t)
	v := newChromium(t)
	v.navigate(site + "/?g=&g.init=identity&g.lr=0.01&g.ema=0.99&d=32,32&d.lr=0.01&batch=256&steps=2500&view.play=0")
	v.until("the page is there", `document.documentElement.dataset.js > 0`)
	// x = 3 + 2 z₁, y = -1 + z₁ + ½ z₂.
	offer(v, "gauss.csv", csvOf("x,y", 4000, func(r *rand.Rand, _ int) []float64 {
		a, b := r.NormFloat64(), r.NormFloat64()
		return []float64{3 + 2*a, -1 + a + b/2}
	}))
	v.until("the points are in use", spec+`.startsWith('data=csv')`)
	trainedTo(v, 2500)
	inNumbers(v)
	v.until("the weights", `document.querySelectorAll('#samples-linear tbody tr').length === 2`)
	// Of 2,000 samples a mean is off by 2 % of a deviation, a variance by 3 %.
	v.text(`(e => (e.value = '2048', e.dispatchEvent(new Event('change'))))(document.getElementById('samples-n'))`)
	about(t, "the mean of x", figure(v, "samples-figures", "mean of x", 2), 3, .25)
	about(t, "the variance of x", figure(v, "samples-figures", "variance of x", 2), 4, .6)
	about(t, "the covariance", figure(v, "samples-figures", "covariance of x and y", 2), 2, .35)
	about(t, "the variance of y", figure(v, "samples-figures", "variance of y", 2), 1.25, .2)
	row := func(name string) (a1, a2, b float64) {
		return figure(v, "samples-linear", name, 1), figure(v, "samples-linear", name, 2), figure(v, "samples-linear", name, 3)
	}
	a, b, c := row("x")
	d, e, f := row("y")
	about(t, "b of x", c, 3, .25)
	about(t, "b of y", f, -1, .15)
	about(t, "A Aᵀ of x and y", a*d+b*e, 2, .35)
	about(t, "A Aᵀ of x and x", a*a+b*b, 4, .6)
	about(t, "A Aᵀ of y and y", d*d+e*e, 1.25, .2)
	v.text(catchDownload)
	pressed(v, "samples-moments")
	v.until("a file", `window.file`)
	if text := v.text(`file.then(f => f[1])`); !strings.HasPrefix(text, "of,column,mean,x,y\ndata,x,") || strings.Count(text, "\n") != 5 {
		t.Errorf("the moments are saved as %q", text)
	}
}

// A mixture in one dimension is a picture of a line: densities, D over x under the keyboard, pictures of the way, and the sheet of numbers.
func TestCourseMixtureOnALine(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?data=mixture1&view.play=0&view.layers=real,generated,field,boundary,optimal,manifold,arrows")
		v.until("a line", `document.documentElement.dataset.picture === 'line' && document.documentElement.dataset.js > 0`)
		trainedTo(v, 400)
		focusOn(v, "plane")
		v.press("ArrowLeft")
		v.until("D and D* are read", `/x = .*, D = .*, D\* = /.test(document.getElementById('reading').innerText)`)
		inks := `(() => {
			const c = document.querySelector('.strip'), d = c.getContext('2d').getImageData(0, 0, c.height, c.height).data, all = new Set();
			for (let i = 0; i < d.length; i += 4) all.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);
			return all.size;
		})()`
		v.until("the strip has histograms and D", inks+` >= 4`)
		inNumbers(v)
		if n := figure(v, "samples-figures", "mean of x", 2); math.IsNaN(n) {
			t.Error("the mean is not known")
		}
		v.text(catchDownload)
		pressed(v, "samples-save")
		v.until("a file", `window.file`)
		if text := v.text(`file.then(f => f[1])`); !strings.HasPrefix(text, "x\n") || strings.Count(text, "\n") != 501 {
			t.Errorf("the samples are saved as %.80q, %d lines", text, strings.Count(text, "\n"))
		}
	})
}

// Two segments at a distance, one of a file and one of a generator whose weights are typed and held: JSD is log 2 at any distance, and W₁ is the distance.
func TestCourseTwoSegments(t *testing.T) {
	site := serve(t)
	v := newChromium(t)
	v.navigate(site + "/?z=1&noise=uniform&g=&g.lr=0&g.ema=0&g.weights=0,0.5/0.5,0.5&view.play=0")
	v.until("the page is there", `document.documentElement.dataset.js > 0`)
	offer(v, "segment.csv", csvOf("x,y", 512, func(_ *rand.Rand, i int) []float64 { return []float64{0, (float64(i) + .5) / 512} }))
	v.until("the points are in use", spec+`.startsWith('data=csv') && `+spec+`.includes('g.weights=0,0.5/0.5,0.5')`)
	for _, phi := range []float64{.5, .125} {
		if phi < .5 { // by hand
			pressed(v, "phrase-g")
			pressed(v, "do-settings")
			v.until("all settings", visible("#settings"))
			pressed(v, "find-g.weights")
			v.until("the weights", visible("#f-g-weights"))
			v.text(fmt.Sprintf(`(e => (e.value = '0,%g/0.5,0.5', e.dispatchEvent(new Event('input', { bubbles: true })), e.dispatchEvent(new Event('change', { bubbles: true })), 0))(document.getElementById('f-g-weights'))`, phi))
			v.until("it waits", `!document.getElementById('staged').hidden`)
			v.text(`([...document.querySelectorAll('#staged button')].find(e => e.innerText.includes('Restart')).click(), 0)`)
			v.until("it runs", spec+fmt.Sprintf(`.includes('g.weights=0,%g/')`, phi))
		}
		trainedTo(v, 20)
		v.until("JSD is log 2", `Math.abs(+document.documentElement.dataset.js - Math.log(2)) < 1e-6`)
		pressed(v, "do-numbers")
		pressed(v, "do-survey")
		v.until("all is measured", `document.querySelector('[data-measure=w1] td')?.innerText > ''`)
		inNumbers(v)
		v.until("W₁ in the data's units is the distance", fmt.Sprintf(`[...document.querySelectorAll('#samples-units p')].some(p => Math.abs(+/W₁ is .* there, ([\d.]+) in/.exec(p.innerText)?.[1] - %g) < %g)`, phi, .03+.1*phi))
	}
}

// N(4, 1.25²) from N(0, 1) by stochastic gradients: mean and deviation of 500 samples are read.
func TestCourseNormalBySGD(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?data=normal1&g.opt=sgd&g.lr=0.05&d.opt=sgd&d.lr=0.3&view.play=0")
		v.until("the page is there", `document.documentElement.dataset.js > 0`)
		trainedTo(v, 3000)
		inNumbers(v)
		// Of 500 samples the mean is off by .056 and the deviation by .04.
		about(t, "the mean", figure(v, "samples-figures", "mean of x", 2), 4, .3)
		about(t, "the deviation", figure(v, "samples-figures", "standard deviation of x", 2), 1.25, .25)
		if said := v.text(`document.querySelector('#samples-figures thead').innerText`); !strings.Contains(said, "500 samples") {
			t.Errorf("the table is of %q", said)
		}
	})
}

// moonsCSV is two half circles with noise and their labels, as scikit-learn makes them.
func moonsCSV(n int) string {
	return csvOf("x1,x2,label", n, func(r *rand.Rand, i int) []float64 {
		a := math.Pi * r.Float64()
		x, y := math.Cos(a), math.Sin(a)
		if i%2 == 1 {
			x, y = 1-x, .5-y
		}
		return []float64{x + .08*r.NormFloat64(), y + .08*r.NormFloat64(), float64(i % 2)}
	})
}

// make_moons with its labels: the column is taken for the class, and a conditional generator puts its samples where they were asked for.
func TestCourseConditionalMoons(t *testing.T) {
	site := serve(t)
	v := newChromium(t)
	v.navigate(site + "/?view.play=0")
	v.until("the page is there", `document.documentElement.dataset.js > 0`)
	offer(v, "moons.csv", moonsCSV(1200))
	v.until("the points are in use, with the label as class", spec+`.startsWith('data=csv') && `+notice+`.includes('in 2 classes by label')`)
	pressed(v, "phrase-data")
	v.until("classes may be told", visible("#f-condition-projection"))
	pressed(v, "f-condition-projection")
	v.until("it waits for a restart", `!document.querySelector('#editor .apply').disabled`)
	v.text(`(document.querySelector('#editor .apply').click(), 0)`)
	v.until("it runs", spec+`.includes('condition=projection')`)
	trainedTo(v, 1500)
	v.until("samples lie where they were asked for", `+document.documentElement.dataset.label_accuracy > .9`)
	inNumbers(v)
	v.text(catchDownload)
	pressed(v, "samples-save")
	v.until("a file", `window.file`)
	if text := v.text(`file.then(f => f[1])`); !strings.HasPrefix(text, "x1,x2,class\n") {
		t.Errorf("the samples are saved as %.80q", text)
	}
}

// The swiss roll of three columns: x and z are trained on as a plane; all three are, and shown along any two and along their principal axes.
func TestCourseSwissRoll(t *testing.T) {
	site := serve(t)
	v := newChromium(t)
	roll := csvOf("x,y,z", 1000, func(r *rand.Rand, _ int) []float64 {
		a := 1.5 * math.Pi * (1 + 2*r.Float64())
		return []float64{a * math.Cos(a), 21 * r.Float64(), a * math.Sin(a)}
	})
	v.navigate(site + "/?view.play=0")
	v.until("the page is there", `document.documentElement.dataset.js > 0`)
	offer(v, "roll.csv", roll)
	v.until("the dialog", tableOpen)
	pressTable(v, "#table-press-1-2") // z is y
	v.until("x and z", `document.querySelector('#table [data-part=guess]').textContent.includes('y is z')`)
	pressTable(v, "[data-do=use]")
	v.until("the points are in use", tableClosed+` && `+notice+`.includes('1,000 points of x and z')`)
	trainedTo(v, 200)
	inNumbers(v)
	if got := v.text(`[...document.querySelectorAll('#samples-figures tbody th')].map(e => e.innerText).join()`); !strings.HasPrefix(got, "mean of x,mean of z,") {
		t.Errorf("the sheet has %q", got)
	}
	if v.text(`document.getElementById('axes').hidden`) != "true" {
		t.Error("axes can be chosen of two columns")
	}

	offer(v, "roll.csv", roll)
	v.until("the dialog again", tableOpen)
	pressTable(v, "#table-press-2-2") // z too
	v.until("three columns", `document.querySelector('#table-press-2-2').getAttribute('aria-pressed') === 'true'`)
	pressTable(v, "[data-do=use]")
	v.until("three columns are in use", tableClosed+` && `+notice+`.includes('1,000 points of x, y and z')`)
	v.until("axes can be chosen", visible("#axes #axis-y"))
	trainedTo(v, 50)
	choose := func(id, value string) {
		v.text(fmt.Sprintf(`(e => (e.value = %q, e.dispatchEvent(new Event('change', { bubbles: true })), 0))(document.getElementById(%q))`, value, id))
	}
	choose("axis-y", "3")
	v.until("x and z are shown, and the link has it", `location.search.includes('view.axes=1,3') && document.getElementById('axis-x').value === '1'`)
	v.until("the picture is of x and z", `document.querySelector('[data-panel=distribution]').getAttribute('aria-label').includes('y = ')`)
	choose("axis-x", "principal")
	v.until("principal axes", `document.getElementById('axis-y').value === 'principal' && location.search.includes('view.axes=principal')`)
	trainedTo(v, 80)
	inNumbers(v)
	v.until("all columns are in numbers", `[...document.querySelectorAll('#samples-figures tbody th')].map(e => e.innerText).join().startsWith('mean of x,mean of y,mean of z,')`)
}
