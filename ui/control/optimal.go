package control

import "ganvas/core/probe"

// modelMeasures are those of models that have a density.
var modelMeasures = []Measure{
	{probe.Heldout, "Mean log density, held out",
		"The model’s mean log density at points of the data that training has not seen, in nats. A perfect model has minus the data’s entropy, and none has more on average.", Higher, quick, 0},
}

// optimalMeasures are the measures that come with the optimal discriminator, where that is shown.
var optimalMeasures = []Measure{
	{"value", "Value of the discriminator",
		"V(G, D) = E log D(x) + E log(1-D(G(z))): how well the present discriminator tells data from fakes, by the original game. Undecided scores -1.386.", Direction{}, quick, 0},
	{"value_optimal", "Value of the best discriminator",
		"V(G, D*) = -log 4 + 2 JSD, with D* = p/(p+q) on the field's grid: the most that a discriminator can score that says one number in each cell. A finer one could score more.", Direction{}, quick, 0},
	{"gap", "Gap to the best",
		"What the present discriminator's value lacks of the best one's, in nats. Sampling alone gives as much as the perfect generator's column says.", Direction{}, quick, 0},
	{"optimal_noise", "Noise of D*",
		"The standard error of the drawn D*, which knows the generator by a finite number of its samples: 20,480 on the plane, 163,840 on a line.", Direction{}, quick, 0},
}
