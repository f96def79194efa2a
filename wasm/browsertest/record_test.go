//go:build !js

package browsertest

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

// record is what a browser says of a page while a test goes on.
type record struct {
	*testing.T
	mu       sync.Mutex
	problems []string // what the page wrote to the console as an error, what its policy refused, and exceptions that nobody caught
	allowed  []string // what a problem may be about
	met      []string // the problems that were allowed
	asked    []string // the URLs of its requests
}

func (r *record) complains(problem string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if slices.ContainsFunc(r.allowed, func(about string) bool { return strings.Contains(problem, about) }) {
		r.met = append(r.met, problem)
	} else {
		r.problems = append(r.problems, problem)
	}
}

func (r *record) asks(url string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked = append(r.asked, url)
}

// allow takes problems well from now on whose text holds one of these. It is said before what brings them is done: they may come at any time after.
func (r *record) allow(about ...string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.allowed = append(r.allowed, about...)
}

// told reports whether a problem that was allowed has come whose text holds what.
func (r *record) told(what string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.ContainsFunc(r.met, func(p string) bool { return strings.Contains(p, what) })
}

// console is what has been listed in problems so far.
func (r *record) console() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.problems)
}

// requests are the URLs that the page has asked for so far.
func (r *record) requests() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.asked)
}

// judge fails the test where there were problems that it did not expect.
func (r *record) judge() {
	for _, p := range r.console() {
		r.Error("on the console: ", p)
	}
}
