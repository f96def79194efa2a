// Package train builds, runs and photographs an experiment.
//
// A Spec becomes a set of procedures over named variables (program.go): the moves of the two players, the tick that closes
// a step, the photograph, and a sampler for measures. A Trainer compiles them, runs them on a machine, and reads what a
// Snapshot shows. A run's state is a function of its Spec and its commands alone: it does not depend on how many steps are run at a
// time, nor on the machine.
//
// Training sees coordinates in the data's Frame, at about unit variance; snapshots and measures are in the data's own units.
package train
