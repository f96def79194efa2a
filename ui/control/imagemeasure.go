package control

// readImages is how many images measures look at.
const readImages = 512

// ImageMeasures is the catalogue of measures of images in words, as Measures is that of points. A test holds it to be core/imagemetric's.
var ImageMeasures = []Measure{
	{"inception", "Inception score",
		"How many classes the images fill, as far as a classifier is sure of each. One perfect image of every class is enough for the best score.", Higher, quick, 0},
	{"frechet", "Fréchet distance",
		"How far the features of generated images are from those of real ones, as two normal distributions.", Lower, quick, 0},
	{"precision", "Precision",
		"The share of generated images whose features lie among those of real ones.", Near, slow, 0},
	{"recall", "Recall",
		"The share of real images whose features lie among those of generated ones.", Near, slow, 0},
	{"classes", "Classes covered",
		"How many classes have at least a fifth of their fair share of the generated images.", Higher, quick, 0},
	{"agreement", "Read as asked",
		"The share of generated images that a classifier reads as the class they were asked for.", Higher, quick, 0},
	{"memorisation", "Memorisation",
		"How often a generated image is closer to the training images than fresh data is: one half is right, one is learning by heart.", Near, slow, 0},
}

// ImageMeasureOf is the words of a measure of images, or those of MeasureOf where it is none.
func ImageMeasureOf(key string) Measure {
	for _, m := range ImageMeasures {
		if m.Key == key {
			return m
		}
	}
	return MeasureOf(key)
}
