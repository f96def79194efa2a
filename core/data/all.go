package data

// All is the catalogue of the plane, in the order of a menu.
var All = []Entry{
	{"ring8", "Ring of 8, soft", "Eight round blobs on a circle: learnt in seconds.", Ring8},
	{"ring8-sharp", "Ring of 8, sharp", "The ring of mode-collapse papers: eight tiny blobs far apart.", Ring8Sharp},
	{"grid25", "Grid of 25", "Twenty-five tiny blobs: the hard test of covering every mode.", Grid25},
	{"line", "Line", "GAN Lab's line: the simplest shape to learn.", Line},
	{"gaussians", "Two Gaussians", "GAN Lab's two Gaussians: one round, one tall.", Gaussians},
	{"ring", "Ring", "GAN Lab's ring: one closed curve, which a line of noise cannot close.", Ring},
	{"disjoint", "Three blobs", "GAN Lab's disjoint shape: three separate blobs.", Disjoint},
	{"circles", "Circles", "Two circles, one inside the other.", Circles},
	{"moons", "Two moons", "Two half circles that reach around each other.", Moons},
	{"spiral", "Spiral", "Two spiral arms, denser at the centre.", Spiral},
	{"swissroll", "Swiss roll", "One long rolled-up band, seen from the side.", SwissRoll},
	{"pinwheel", "Pinwheel", "Five bent blades.", Pinwheel},
	{"checkerboard", "Checkerboard", "Eight squares with sharp edges, touching at their corners.", Checkerboard},
	{"dirac", "One point (Dirac-GAN)", "The smallest GAN: all data in one point, and players of one number each, whose game is drawn as it is played (Mescheder et al., 2018).", Dirac},
}

// Lines is the catalogue of one dimension, in the order of a menu.
var Lines = []Entry{
	{"mixture1", "Two bumps on a line", "Two normal bumps in one dimension: densities, D and the way from noise to samples in one picture.", Mixture1},
	{"normal1", "A normal distribution", "N(4, 1.25²) in one dimension: a linear generator makes it of N(0, 1), and its two weights are to be found.", Normal1},
	{"uniform1", "A uniform distribution", "Numbers from -1 to 1, all equally likely: where the data end, D* jumps.", Uniform1},
	{"skewed1", "A skewed distribution", "The gamma distribution of shape 2: steep on one side, a long tail on the other.", Skewed1},
	{"two1", "Two numbers", "-1 or 1: a continuous generator cannot leave the gap between them quite empty.", Two1},
}

// Images is the catalogue of images, in the order of a menu: each an Imaged source.
var Images = []Entry{
	{"digits", "Digits", "Ten digits as many people write them, 28 pixels wide and high, drawn as they are needed: like MNIST, without a download.", Digits},
	{"digits-8", "Small digits", "The ten digits on 8 by 8 pixels: learnt on the smallest machines.", Digits8},
	{"signs", "Signs", "Eight signs on 8 by 8 pixels: the quickest images to learn.", Signs},
	{"digits-stacked", "Stacked digits", "A digit in red, one in green and one in blue: a thousand modes, of which the generator is told nothing (Metz et al., 2017).", StackedDigits},
	{"figures", "Figures", "A square, an ellipse or a triangle, anywhere, of any size, at any angle: these factors are known of every image (after dSprites, Matthey et al., 2017).", Figures},
	{"figures-colour", "Coloured figures", "The figures in any colour on a ground of any other, 32 pixels wide and high, as CIFAR-10's images are.", FiguresColour},
}

// Find returns the entry with the given key, of any catalogue.
func Find(key string) (Entry, bool) {
	for _, catalogue := range [...][]Entry{All, Lines, Images} {
		for _, e := range catalogue {
			if e.Key == key {
				return e, true
			}
		}
	}
	return Entry{}, false
}
