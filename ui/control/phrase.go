package control

import (
	"ganvas/core/form"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/experiment"
)

// Phrase is a part of the sentence that says what runs. Pressed, it opens a small editor of its fields.
type Phrase struct {
	Key    string   // stable
	Before string   // the words of the sentence before it
	After  string   // a word that belongs to it: "noise"
	None   string   // what it says where all its fields are 0
	Keys   []string // the fields of its editor, in order; all that matter of Group where it says so
	Title  string   // of its editor
	Symbol string   // beside the title
	Doc    string   // what the editor's fields do together, or empty
	Group  string   // the group whose other settings are one press away
}

// Sentence is what runs, in seven phrases: "G with 3 layers of 32 imitates Ring of 8 from normal noise, against D ...".
var Sentence = []Phrase{
	{Key: "g", Before: "G with", Keys: []string{"g", "g.act"}, Title: "Generator G", Symbol: "G(z)", Group: "generator",
		Doc: "From noise to a sample."},
	{Key: "data", Before: "imitates", Keys: []string{"data", "condition"}, Title: "Real data", Symbol: "x ~ p", Group: "data",
		Doc: "What the generator has to imitate."},
	{Key: "noise", Before: "from", After: "noise", Keys: []string{"noise", "z", "blobs"}, Title: "Noise", Symbol: "z", Group: "noise",
		Doc: "What the generator starts from."},
	{Key: "d", Before: ", against D with", Keys: []string{"d", "d.act"}, Title: "Discriminator D", Symbol: "D(x)", Group: "discriminator",
		Doc: "From a sample to one number: how real it looks."},
	{Key: "game", Before: ", in the", After: "game", Keys: []string{"loss"}, Title: "Game", Symbol: "min max", Group: "game"},
	{Key: "penalty", Before: "with", None: "no penalty", Keys: []string{"r1", "r2"}, Title: "Penalties", Symbol: "γ/2 E‖∇a‖²", Group: "game",
		Doc: "They keep D’s slope small and damp the swinging of the game."},
	{Key: "rates", Before: "; rates", Keys: []string{"g.lr", "d.lr"}, Title: "Learning rates", Symbol: "η", Group: "training",
		Doc: "How far each player moves at a step. The band marks usual values."},
}

// rivalSentence is what runs where that is no GAN: "Model: Normalising flow, for Two moons, with splines, 2 couplings ...".
var rivalSentence = []Phrase{
	{Key: "family", Before: "Model:", Keys: []string{form.Key}, Title: "Model", Symbol: "q(x)", Group: "model",
		Doc: "What learns the data. Another starts anew."},
	{Key: "data", Before: ", for", Keys: []string{"data", "rows"}, Title: "Real data", Symbol: "x ~ p", Group: "data",
		Doc: "What is to be learnt."},
	{Key: "model", Before: ", with", Title: "Model", Symbol: "q(x)", Group: "model"},
	{Key: "rates", Before: "; rate", Keys: []string{"lr"}, Title: "Learning rate", Symbol: "η", Group: "training",
		Doc: "How far the model moves at a step."},
}

// SentenceOf is the sentence of a Spec's family.
func SentenceOf(s *experiment.Spec) []Phrase {
	e, rival := form.Of(*s)
	if !rival {
		return Sentence
	}
	out := slices.Clone(rivalSentence)
	for i := range out {
		if out[i].Key == "model" {
			out[i].Doc = e.Doc + " " + e.Says.Words()
			for _, f := range e.Grammar.Fields {
				if f.Group == "model" {
					out[i].Keys = append(out[i].Keys, f.Key)
				}
			}
		}
	}
	if lr := e.Grammar.Fields.Find("lr"); lr == nil || !lr.Used(s) { // it learns without
		out = out[:len(out)-1]
	}
	return out
}

// FindPhrase is the phrase of a Spec's sentence with a key, and whether there is one.
func FindPhrase(s *experiment.Spec, key string) (Phrase, bool) {
	all := SentenceOf(s)
	i := slices.IndexFunc(all, func(p Phrase) bool { return p.Key == key })
	if i < 0 {
		return Phrase{}, false
	}
	return all[i], true
}

// PhraseOf is the phrase whose editor has a field, of two players or else of a rival, and whether there is one.
func PhraseOf(field string) (Phrase, bool) {
	f := form.Any(field)
	if f == nil {
		return Phrase{}, false
	}
	for _, p := range slices.Concat(Sentence, rivalSentence) {
		if slices.Contains(p.Keys, field) || p.Key == "model" && f.Group == "model" {
			return p, true
		}
	}
	return Phrase{}, false
}

// Controls are those of the phrase's editor: its fields, and of penalties what else is on.
func (p Phrase) Controls(s *experiment.Spec) []Control {
	var out []Control
	for _, f := range form.Fields(*s) {
		on := p.None != "" && f.Group == p.Group && f.Switch && f.Number(s) > 0
		if f.Used(s) && (on || slices.Contains(p.Keys, f.Key)) {
			out = append(out, Of(f))
		}
	}
	return out
}

// Text is what the phrase says of a Spec: "3 layers of 32".
func (p Phrase) Text(s *experiment.Spec) string {
	var words []string
	for _, c := range p.Controls(s) {
		if w := p.word(c, s); w != "" {
			words = append(words, w)
		}
	}
	switch {
	case len(words) == 0:
		return p.None
	case len(words) > 3:
		words = append(words[:2], strconv.Itoa(len(words)-2)+" more")
	}
	text := strings.Join(words, ", ")
	if i := strings.LastIndex(text, ", "); i >= 0 && p.Key != "g" && p.Key != "d" && p.Key != "data" {
		text = text[:i] + " and" + text[i+1:]
	}
	return strings.TrimSpace(text + " " + p.After)
}

// word is what one of the phrase's controls adds to it.
func (p Phrase) word(c Control, s *experiment.Spec) string {
	value := c.Get(s)
	if p.Key == "model" && c.Kind == experiment.Number {
		return c.Symbol + " " + value
	}
	if p.Key == "model" && c.Kind == experiment.Integer {
		return value + " " + lower(c.Label)
	}
	if p.Key == "data" && c.Kind == experiment.Integer {
		return "" // it stands beside the data in the editor
	}
	switch c.Widget {
	case Stack:
		return layersText(Rows(value))
	case Menu:
		if c.Key == form.Key {
			return c.OptionLabel(value)
		}
		if strings.HasSuffix(c.Key, ".act") {
			return "" // it stands beside the layers in the editor
		}
		if c.Key == "noise" && value == "constant" {
			return "no"
		}
		if c.Key == dataKey {
			return c.OptionLabel(value)
		}
		if c.Key == "condition" {
			return map[bool]string{true: "", false: "class by class"}[value == "none"]
		}
		return lower(c.OptionLabel(value))
	case Slider:
		if p.None == "" {
			return value
		}
		if c.Number(s) == 0 {
			return ""
		}
		return c.Label + " " + value
	}
	return "" // dimensions
}

const dataKey = "data"

// layersText says hidden layers: "3 layers of 32", "layers of 64, 32, 16".
func layersText(rows []Row) string {
	if len(rows) == 0 {
		return "no hidden layer"
	}
	if text := imageLayersText(rows); text != "" {
		return text
	}
	var each []string
	same := true
	for _, r := range rows {
		each = append(each, strings.TrimSpace(r.Width+" "+r.Activation))
		same = same && r == rows[0]
	}
	switch {
	case len(rows) == 1:
		return "1 layer of " + each[0]
	case same:
		return strconv.Itoa(len(rows)) + " layers of " + each[0]
	}
	return "layers of " + strings.Join(each, ", ")
}

// imageLayersText says how many convolutions there are, and whether they make images larger: "2 upward convolutions"; empty where there are none.
func imageLayersText(rows []Row) string {
	n, upward := 0, ""
	for _, r := range rows {
		switch kind, _, _ := strings.Cut(r.Width, strings.TrimLeft(r.Width, "abcdefghijklmnopqrstuvwxyz")); kind {
		case "conv":
			n++
		case "convt":
			n++
			upward = "upward "
		case "nearest", "bilinear":
			upward = "upward "
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + upward + "convolution"
	}
	return strconv.Itoa(n) + " " + upward + "convolutions"
}

// names are labels that begin with a person's name.
var names = []string{"Wasserstein"}

// lower is a label within a sentence.
func lower(label string) string {
	if slices.Contains(names, label) || label == "" {
		return label
	}
	return strings.ToLower(label[:1]) + label[1:]
}
