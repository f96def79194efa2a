package control

// labelMeasures are the words of what is measured where the players are told of classes.
var labelMeasures = []Measure{
	{"label_accuracy", "Label accuracy",
		"The share of fakes that are of the class they were asked for: nearest to its mode."},
}
