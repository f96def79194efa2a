// Package gan is the family of two players: a generator that makes samples of noise, and a discriminator that tells them from data.
//
// A Spec becomes a run.Model: the objectives of both players and the procedures in which they learn (objective.go), the probes that show
// them (probe.go), and the measures of the samples. The package reaches no machine: core/run does.
//
// What examples are is a space: points of the plane (plane.go) or images (images.go), each with its table, its probes and its measures. Training
// sees points in the data's Frame, at about unit variance, and images in the range of the Spec's pixels; probes and measures are in the data's own
// units, of images those of bytes.
package gan
