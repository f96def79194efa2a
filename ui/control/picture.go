package control

// shortNames are those of data where there is room for a picture and a word or two. What is not among them has its whole name.
var shortNames = map[string]string{
	"ring8": "Ring of 8", "ring8-sharp": "8, sharp", "gaussians": "Gaussians", "disjoint": "3 blobs", "moons": "Moons", "checkerboard": "Checkers", "dirac": "One point",
	"mixture1": "2 bumps", "normal1": "Normal", "uniform1": "Uniform", "skewed1": "Skewed", "two1": "2 numbers",
	"digits-8": "8×8 digits", "digits-stacked": "Stacked", "figures-colour": "Coloured", "csv": "Your own",
}

// Pictured reports whether the choices of a control are chosen by their pictures: those of the data.
func (c Control) Pictured() bool { return c.Key == "data" }

// Picture is a choice of a Pictured control as a small picture, as SVG, and its name below it.
func (c Control) Picture(key string) (svg, name string) {
	if name = shortNames[key]; name == "" {
		name = c.OptionLabel(key)
	}
	if svg = CloudSVG(key); svg == "" { // points that nobody knows yet
		svg = `<svg viewBox="-50 -50 100 100"><path d="M0 -20V20M-20 0H20"/></svg>`
	}
	return svg, name
}
