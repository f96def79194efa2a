package experiment

import (
	"strings"

	"ganvas/core/data"
)

// Conditions are what the players are told about the class of a sample.
var Conditions = []Option{
	{"none", "Nothing", "Nobody knows which class a sample is of."},
	{"concat", "As input", "Generator and discriminator get the class as further inputs, one for each class: 1 for its own and 0 for the others."},
	{"projection", "By projection", "The generator gets the class as input; in the discriminator each class has its own direction of features (Miyato and Koyama, 2018)."},
}

// conditionField is whether the players are told which class a sample is of.
func conditionField() Field {
	return Field{Key: "condition", Label: "Class labels", Symbol: "y", Doc: "Whether the players are told which class each sample is of: for blobs, which blob.",
		Group: "data", Kind: Choice, Choices: Conditions, place: func(s *Spec) any { return &s.Condition }}
}

// validateCondition: classes are of single samples.
func (s Spec) validateCondition() error {
	if s.Condition == "projection" && s.Pack > 1 {
		return refuse("condition", s.Condition, "none or concat where samples are judged together, each of its own class")
	}
	return nil
}

// fitCondition: classes are of data that have some.
func (s Spec) fitCondition(classes int) error {
	if s.Condition != "none" && classes == 0 {
		return refuse("condition", s.Condition, "none with data that has no classes; those with classes are "+labelledData())
	}
	return nil
}

func labelledData() string {
	var keys []string
	for _, e := range catalogue() {
		if data.ClassesOf(e.Source) > 0 {
			keys = append(keys, e.Key)
		}
	}
	return strings.Join(keys, ", ")
}
