// Package family is what families of models of points in the plane share, core/gan among them: data as training and pictures see them,
// the common fields of a Spec, the step of an optimiser with its averages, probes of samples and densities, and measures. It is no family
// itself; core/rival has those that are not two players.
//
// A family is a Kind: fields, defaults, and a function that traces a Spec with a Builder. Training sees coordinates in the data's Frame, at
// about unit variance; probes, densities and measures are in the data's own units.
package family
