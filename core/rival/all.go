// Package rival lists the families that are no two players: what a GAN is to be compared with. Each is a package below.
//
// It stands apart from core/gan so that a program that trains GANs alone does not carry the others: nothing that a first visit downloads
// imports it.
package rival

import (
	"ganvas/core/family"
	"ganvas/core/rival/autoregressive"
	"ganvas/core/rival/bigan"
	"ganvas/core/rival/diffusion"
	"ganvas/core/rival/empirical"
	"ganvas/core/rival/flow"
	"ganvas/core/rival/mixture"
	"ganvas/core/rival/particles"
	"ganvas/core/rival/statistic"
	"ganvas/core/rival/vae"
	"ganvas/core/run"
)

// All is the catalogue, in the order of a lecture: from densities that are written down to samples alone.
var All = []family.Entry{
	empirical.Entry,
	mixture.Entry,
	autoregressive.Entry,
	vae.Entry,
	flow.Entry,
	diffusion.Entry,
	statistic.Entry,
	particles.Entry,
	bigan.Entry,
}

// Families are those of the catalogue behind a first one, which is meant where a Spec names none.
func Families(first run.Family) []run.Family {
	list := []run.Family{first}
	for _, e := range All {
		list = append(list, e.Family)
	}
	return list
}

// Find returns the entry of a family by its key.
func Find(key string) (family.Entry, bool) {
	for _, e := range All {
		if e.Key == key {
			return e, true
		}
	}
	return family.Entry{}, false
}
