// Package run trains a model of any family: it knows no players, no losses and no data.
//
// A family (core/gan is one) reads a Spec and answers with a Model, which is a value: lists of named things.
//
//	Spec ─ Family.Read ─▶ Experiment ─ Model ─▶ Run ─ Snapshot ─▶ wire.Snapshot
//	                                    │ State       what training changes: all that a checkpoint holds
//	                                    │ Constants   data tables, grids, labels: written once
//	                                    │ Knobs       live numbers: one field, one write
//	                                    │ Ways        how a step is trained: both players, or one alone
//	                                    │ Record      the figures of each step, as columns
//	                                    └ Probes      what can be looked at, computed when it is asked for
//
// A Run compiles the model's procedures, drives a machine, and keeps the history of its records. What happens in it is a function of its
// script alone (core/script): it does not depend on how many steps are run at a time, nor on the machine, nor on what was looked at.
// So any step can be gone back to, by the nearest checkpoint and replay, and checkpoints are no more than caches.
package run
