package plot

// Theme is the palette of the whole product, in one of its two designs. The page's style sheet is written from it (CSS) and
// the panels draw with it, so a colour means the same everywhere: blue is real, orange is generated, nothing else is saturated.
type Theme struct {
	Key  string // "light" or "dark": the page's data-theme
	Dark bool   // dense samples glow by adding light; otherwise they are ink

	Page   Colour // the background, and the field where D = 1/2
	Raised Colour // cards, bars, inputs
	Rule   Colour // hairlines: frames, separators
	Grid   Colour // lines of reference inside a chart
	Text   Colour // words, numbers and gradients
	Quiet  Colour // secondary words: tick labels, captions

	Real      Hue // data, and the discriminator that sides with it
	Generated Hue // the generator and all that it makes
}

// Hue is one family of colour, from the strongest use to the faintest.
type Hue struct {
	Ink   Colour // dots and curves
	Word  Colour // the same in running text, dark enough (or light enough) to read
	Field Colour // the discriminator's field where it is certain
	Line  Colour // iso-lines on that field
}

// Light is ink on paper: fit for print and for slides.
var Light = Theme{
	Key:    "light",
	Page:   Colour{0xff, 0xff, 0xff},
	Raised: Colour{0xf6, 0xf7, 0xf9},
	Rule:   Colour{0xd5, 0xd9, 0xe0},
	Grid:   Colour{0xe9, 0xec, 0xf0},
	Text:   Colour{0x1b, 0x20, 0x28},
	Quiet:  Colour{0x5a, 0x63, 0x70},
	Real: Hue{
		Ink:   Colour{0x1c, 0x6d, 0xc1},
		Word:  Colour{0x15, 0x5a, 0xa3},
		Field: Colour{0xb9, 0xd7, 0xf5},
		Line:  Colour{0x6f, 0xa9, 0xe0},
	},
	Generated: Hue{
		Ink:   Colour{0xdd, 0x6b, 0x00},
		Word:  Colour{0xa8, 0x4c, 0x00},
		Field: Colour{0xff, 0xd9, 0xad},
		Line:  Colour{0xee, 0xa8, 0x5c},
	},
}

// Dark is light on a blackboard: dense samples glow.
var Dark = Theme{
	Key:    "dark",
	Dark:   true,
	Page:   Colour{0x0d, 0x11, 0x17},
	Raised: Colour{0x16, 0x1b, 0x23},
	Rule:   Colour{0x2f, 0x37, 0x42},
	Grid:   Colour{0x1f, 0x26, 0x30},
	Text:   Colour{0xe8, 0xec, 0xf1},
	Quiet:  Colour{0x9a, 0xa5, 0xb3},
	Real: Hue{
		Ink:   Colour{0x4d, 0xa3, 0xf7},
		Word:  Colour{0x7c, 0xbb, 0xfa},
		Field: Colour{0x10, 0x35, 0x5e},
		Line:  Colour{0x2c, 0x66, 0xa3},
	},
	Generated: Hue{
		Ink:   Colour{0xff, 0x96, 0x32},
		Word:  Colour{0xff, 0xb0, 0x66},
		Field: Colour{0x52, 0x2c, 0x08},
		Line:  Colour{0x9c, 0x5a, 0x1a},
	},
}

// Themes are both designs.
var Themes = []Theme{Light, Dark}
