package embed

// Panels are the pictures and tables that a lab can show, in the order of reading.
var Panels = []Item{
	{"plane", "The plane", "Real and generated samples, and what the discriminator says of each place."},
	{"machine", "The machine", "What flows between generator and discriminator: noise, the grid that the generator bends, samples, the discriminator’s verdicts, losses, and back."},
	{"losses", "Losses", "Both players' losses over the steps."},
	{"verdicts", "Verdicts", "What the discriminator says of real and of generated samples, on average."},
	{"measures", "Measures", "How good the samples are, in numbers, each beside what a perfect generator scores."},
}
