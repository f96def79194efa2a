//go:build !js

package browsertest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// resident is the memory that a process and all its descendants hold, in bytes, or 0 where the system does not tell.
func resident(t *testing.T, pid int) (bytes int) {
	t.Helper()
	children := map[int][]int{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range stats {
		text, err := os.ReadFile(name)
		if err != nil {
			continue // it has ended meanwhile
		}
		// The name, in parentheses, may hold spaces; the state and the parent come after it.
		rest := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
		own, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		parent, err := strconv.Atoi(rest[1])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		children[parent] = append(children[parent], own)
	}
	family := []int{pid}
	for i := 0; i < len(family); i++ {
		bytes += residentAlone(family[i])
		family = append(family, children[family[i]]...)
	}
	return bytes
}

func residentAlone(pid int) int {
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/statm")
	if err != nil {
		return 0
	}
	pages, _ := strconv.Atoi(strings.Fields(string(text))[1])
	return pages * os.Getpagesize()
}
