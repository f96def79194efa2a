//go:build !js

package browsertest

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"sync"
	"testing"
	"time"
)

// clock knows how long the tests with a browser take.
var clock = struct {
	sync.Mutex
	taken map[string]time.Duration
	begun map[string]time.Time
}{taken: map[string]time.Duration{}, begun: map[string]time.Time{}}

// timed notes how long the rest of a test takes.
func timed(t *testing.T) {
	begun := time.Now()
	clock.Lock()
	defer clock.Unlock()
	clock.begun[t.Name()] = begun
	t.Cleanup(func() {
		clock.Lock()
		defer clock.Unlock()
		clock.taken[t.Name()] += time.Since(begun)
		delete(clock.begun, t.Name())
	})
}

// tellTimes prints which tests are at work, and the longest of those that have been.
func tellTimes() {
	clock.Lock()
	defer clock.Unlock()
	var all time.Duration
	for _, d := range clock.taken {
		all += d
	}
	fmt.Printf("%d tests with a browser have taken %v\n", len(clock.taken), all.Round(time.Second))
	for name, begun := range clock.begun {
		fmt.Printf("  at work: %s, for %v\n", name, time.Since(begun).Round(time.Second))
	}
	names := slices.SortedFunc(maps.Keys(clock.taken), func(a, b string) int { return cmp.Compare(clock.taken[b], clock.taken[a]) })
	for _, name := range names[:min(len(names), 20)] {
		fmt.Printf("  %6.1f s %s\n", clock.taken[name].Seconds(), name)
	}
}

// TestMain says where the time has gone when some test has failed or time is up, which is a little before go test ends all with the stacks of all
// goroutines and no word about the tests before.
func TestMain(m *testing.M) {
	flag.Parse()
	if f := flag.Lookup("test.timeout"); f != nil {
		if limit, err := time.ParseDuration(f.Value.String()); err == nil && limit > time.Minute {
			time.AfterFunc(limit-20*time.Second, func() {
				fmt.Println("The time is up.")
				tellTimes()
				os.Exit(1)
			})
		}
	}
	code := m.Run()
	if code != 0 || testing.Verbose() {
		tellTimes()
	}
	os.Exit(code)
}
