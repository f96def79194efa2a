package embed

// Panels are the pictures and tables that a lab can show, in the order of reading.
var Panels = []Item{
	{"plane", "The plane", "Real and generated samples, and what the discriminator says of each place."},
	{"losses", "Losses", "Both players' losses over the steps."},
	{"verdicts", "Verdicts", "What the discriminator says of real and of generated samples, on average."},
	{"measures", "Measures", "How good the samples are, in numbers, each beside what a perfect generator scores."},
}
