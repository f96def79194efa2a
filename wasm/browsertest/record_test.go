//go:build !js

package browsertest

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// record is what a browser says of a page while a test goes on.
type record struct {
	*testing.T
	mu       sync.Mutex
	problems []string // what the page wrote to the console as an error, what its policy refused, and exceptions that nobody caught
	asked    []string // the URLs of its requests
}

func (r *record) complains(problem string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.problems = append(r.problems, problem)
}

func (r *record) asks(url string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked = append(r.asked, url)
}

// expect waits for problems whose text holds what, and takes them off the list.
func (r *record) expect(what string) {
	r.Helper()
	for end := time.Now().Add(patience); !r.forgive(what); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			r.Errorf("nothing on the console about %q", what)
			return
		}
	}
}

// forgive takes the problems whose text holds what off the list, and reports whether there were any.
func (r *record) forgive(what string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := len(r.problems)
	r.problems = slices.DeleteFunc(r.problems, func(p string) bool { return strings.Contains(p, what) })
	return len(r.problems) < n
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
