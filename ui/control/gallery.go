package control

import (
	"ganvas/core/form"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/random"
)

// Exhibit is a named experiment as the gallery shows it.
type Exhibit struct {
	experiment.Preset
	Question string   // its title
	Topics   []string // under which it is found
}

// Fails says whether the experiment shows what goes wrong.
func (e Exhibit) Fails() bool { return e.Cure != "" }

// Of reports whether it is found under a topic.
func (e Exhibit) Of(topic string) bool { return topic == AllTopics || slices.Contains(e.Topics, topic) }

// RivalTopic has what is no GAN, OwnTopic what shows how it is with one's own data.
const (
	RivalTopic = "Rivals"
	OwnTopic   = "Own data"
)

// AllTopics leaves every experiment.
const AllTopics = "All"

// questions are the gallery's words on each experiment of experiment.Presets.
var questions = map[string]struct {
	question string
	topics   []string
}{
	"works":       {"Do two networks find all eight modes?", []string{"First steps"}},
	"equilibrium": {"Can the game end in a draw?", []string{"First steps", "Theory"}},
	"textbook":    {"What does the first paper’s figure show?", []string{"First steps", "Theory"}},
	"collapse":    {"Why do all samples look alike?", []string{"Mode collapse"}},
	"vanishing":   {"Why does the generator stop?", []string{"Losses"}},
	"circling":    {"Why do the players circle?", []string{"Theory"}},
	"dirac":       {"What does the smallest GAN do?", []string{"Theory", "Penalties"}},
	"clipping":    {"Does clipping work?", []string{"Losses", "Penalties"}},
	"gaps":        {"Why are there samples between the modes?", []string{"Mode collapse", "First steps"}},
	"memorising":  {"Does it learn by heart?", []string{OwnTopic}},

	"digits":          {"How soon can one read its digits?", []string{"Images", "First steps"}},
	"digits-mlp":      {"Can images do without convolutions?", []string{"Images"}},
	"dcgan":           {"What did DCGAN change?", []string{"Images"}},
	"dcgan-large":     {"Is a larger network better?", []string{"Images"}},
	"digits-residual": {"Do deeper players learn as easily?", []string{"Images"}},
	"exercise":        {"What do networks built by hand learn?", []string{"Images"}},

	"by-heart":     {"What if it only repeats the data?", []string{RivalTopic}},
	"mixture-fit":  {"Can ellipses cover the data?", []string{RivalTopic}},
	"one-by-one":   {"What if x comes first and then y?", []string{RivalTopic}},
	"vae-bound":    {"What does a VAE blur?", []string{RivalTopic}},
	"flow-bends":   {"Can a plane be bent into moons?", []string{RivalTopic}},
	"noise-away":   {"How does noise become data?", []string{RivalTopic}},
	"no-judge":     {"Does it need a discriminator?", []string{RivalTopic}},
	"no-generator": {"Does it need a generator?", []string{RivalTopic}},
	"codes":        {"Can a GAN say where a point comes from?", []string{RivalTopic}},
}

// Exhibits are the gallery, in the order of experiment.Presets.
func Exhibits() []Exhibit {
	var all []Exhibit
	for _, p := range form.Presets() {
		q := questions[p.Key]
		all = append(all, Exhibit{p, q.question, q.topics})
	}
	return all
}

// Topics are what the gallery can be left with, all first.
func Topics() []string {
	all := []string{AllTopics}
	for _, e := range Exhibits() {
		for _, t := range e.Topics {
			if !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
	}
	return all
}

// thumbPoints is how many points a thumbnail shows.
const thumbPoints = 220

// Thumb is a small picture of an experiment's data as SVG, in the style sheet's colours. It is what the generator has to imitate, not what it
// makes of it. The data's points are those of any seed.
func Thumb(p experiment.Preset) string {
	s, err := form.Parse(p.Query)
	if err != nil {
		return ""
	}
	if e, ok := data.Find(s.Data); ok {
		if images, ok := e.Source.(data.Imaged); ok {
			return imagesSVG(images, p.Key)
		}
	}
	return CloudSVG(s.Data)
}

// CloudSVG is a small picture of the data with a key, or empty where there are no such data.
func CloudSVG(key string) string {
	e, ok := data.Find(key)
	if !ok {
		return ""
	}
	if images, ok := e.Source.(data.Imaged); ok {
		return imagesSVG(images, key)
	}
	if data.Size(e.Source) == 1 {
		return barsSVG(e.Source)
	}
	xy := make([]float32, 2*thumbPoints)
	e.Source.Sample(random.New(1, "thumbnail"), xy)
	scale := 100 / (4.4 * e.Source.Scale())
	var b strings.Builder
	b.WriteString(`<svg viewBox="-50 -50 100 100"><path d="`)
	for i := 0; i < len(xy); i += 2 {
		b.WriteString("M" + tenth(xy[i]*scale) + " " + tenth(-xy[i+1]*scale) + "h0")
	}
	b.WriteString(`"/></svg>`)
	return b.String()
}

// barsSVG is a histogram of data of one dimension.
func barsSVG(source data.Source) string {
	const bars = 40
	numbers, counts, most := make([]float32, 20*thumbPoints), [bars]int{}, 0
	source.Sample(random.New(1, "thumbnail"), numbers)
	w := data.WindowOf(source)
	for _, v := range numbers {
		if i := int((v - w.Low[0]) / (w.High[0] - w.Low[0]) * bars); i >= 0 && i < bars {
			counts[i]++
			most = max(most, counts[i])
		}
	}
	var b strings.Builder
	b.WriteString(`<svg viewBox="-50 -50 100 100"><path d="`)
	for i, n := range counts {
		if n > 0 {
			b.WriteString("M" + tenth(-48.75+2.5*float32(i)) + " 45v" + tenth(-90*float32(n)/float32(most)))
		}
	}
	b.WriteString(`"/></svg>`)
	return b.String()
}

func tenth(v float32) string { return strconv.FormatFloat(float64(v), 'f', 1, 32) }
