package plot

// Theme is the palette of the whole product, in one of its two designs. The page's style sheet is written from it (CSS) and
// the panels draw with it, so a colour means the same everywhere: blue is real data, orange is generated, nothing else is saturated.
type Theme struct {
	Key string // "light" or "dark": the page's data-theme

	Page   Colour // the background, and the field where D = 1/2
	Raised Colour // cards, bars, inputs
	Sunk   Colour // what is under the pointer, and what is pressed
	Rule   Colour // hairlines: frames, separators
	Edge   Colour // the outline of a control
	Grid   Colour // lines of reference inside a chart
	Text   Colour // words, numbers, gradients, and the discriminator: a judge in black
	Quiet  Colour // secondary words: tick labels, captions

	Real      Hue // data, and nothing else
	Generated Hue // what the generator makes, and so the generator
}

// Hue is one family of colour, from the strongest use to the faintest.
type Hue struct {
	Ink   Colour // dots and curves
	Word  Colour // the same in running text, dark enough (or light enough) to read
	Field Colour // the discriminator's field at the end of its scale
}

// Light is ink on paper: fit for print and for slides.
var Light = Theme{
	Key:    "light",
	Page:   Colour{0xff, 0xff, 0xff},
	Raised: Colour{0xf5, 0xf6, 0xf8},
	Sunk:   Colour{0xec, 0xef, 0xf3},
	Rule:   Colour{0xdd, 0xe1, 0xe7},
	Edge:   Colour{0x7f, 0x88, 0x94},
	Grid:   Colour{0xe9, 0xec, 0xf0},
	Text:   Colour{0x15, 0x19, 0x1e},
	Quiet:  Colour{0x52, 0x5b, 0x66},
	Real: Hue{
		Ink:   Colour{0x1f, 0x6f, 0xc4},
		Word:  Colour{0x15, 0x5a, 0x9f},
		Field: Colour{0xbe, 0xda, 0xf8},
	},
	Generated: Hue{
		Ink:   Colour{0xd4, 0x60, 0x00},
		Word:  Colour{0xa3, 0x47, 0x00},
		Field: Colour{0xff, 0xda, 0xb5},
	},
}

// Dark is light on a blackboard.
var Dark = Theme{
	Key:    "dark",
	Page:   Colour{0x0f, 0x12, 0x16},
	Raised: Colour{0x18, 0x1c, 0x22},
	Sunk:   Colour{0x20, 0x25, 0x2d},
	Rule:   Colour{0x2b, 0x32, 0x3b},
	Edge:   Colour{0x71, 0x7c, 0x8a},
	Grid:   Colour{0x1f, 0x25, 0x2d},
	Text:   Colour{0xe9, 0xed, 0xf2},
	Quiet:  Colour{0xab, 0xb5, 0xc1},
	Real: Hue{
		Ink:   Colour{0x57, 0xa8, 0xf6},
		Word:  Colour{0x86, 0xc0, 0xfb},
		Field: Colour{0x14, 0x42, 0x70},
	},
	Generated: Hue{
		Ink:   Colour{0xff, 0x9a, 0x3d},
		Word:  Colour{0xff, 0xb6, 0x74},
		Field: Colour{0x62, 0x36, 0x0a},
	},
}

// Themes are both designs.
var Themes = []Theme{Light, Dark}
