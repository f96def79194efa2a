// Package opt is the catalogue of optimisers and of schedules, both written in the graph: an optimiser turns parameters and
// gradients into updates, and a schedule turns a step into a factor.
//
// Hyperparameters are scalar nodes, so that turning a knob never recompiles.
package opt

// Hyper names a hyperparameter of an optimiser, as Specs spell it.
type Hyper string

// The hyperparameters.
const (
	Rate     Hyper = "lr"
	Beta1    Hyper = "beta1"
	Beta2    Hyper = "beta2"
	Momentum Hyper = "momentum"
	Decay    Hyper = "decay"
)

// Entry is an optimiser in the catalogue.
type Entry struct {
	Key   string  // stable, in Specs and URLs: "adam"
	Label string  // for people: "Adam"
	Doc   string  // one sentence for people
	Uses  []Hyper // the hyperparameters that it reads
}

// All is the catalogue, in the order of a menu.
var All = []Entry{
	{"adam", "Adam", "Steps of about the learning rate, by the gradient's mean over its root mean square.", []Hyper{Rate, Beta1, Beta2}},
	{"adamw", "AdamW", "Adam with weights shrunk apart from the gradient.", []Hyper{Rate, Beta1, Beta2, Decay}},
	{"rmsprop", "RMSProp", "The gradient over its running root mean square.", []Hyper{Rate, Beta2}},
	{"adagrad", "Adagrad", "The gradient over the root of the sum of all its squares.", []Hyper{Rate}},
	{"sgd", "Gradient descent", "Straight down the minibatch's gradient.", []Hyper{Rate}},
	{"momentum", "Momentum", "A heavy ball: a velocity gathers gradients.", []Hyper{Rate, Momentum}},
	{"nesterov", "Nesterov", "Momentum that looks ahead along its velocity.", []Hyper{Rate, Momentum}},
}

// Find returns the optimiser with this key.
func Find(key string) (Entry, bool) {
	for _, e := range All {
		if e.Key == key {
			return e, true
		}
	}
	return Entry{}, false
}
