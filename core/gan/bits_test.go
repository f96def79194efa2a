package gan

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"ganvas/core/plan"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// hashed is a hash of all parameters of both players, and of their averages, in the order of the layers.
func hashed(r *run.Run) string {
	h := sha256.New()
	for _, player := range []string{"g", "d"} {
		for _, scope := range []string{"/", ".average/"} {
			for _, v := range r.Model().State {
				if !strings.HasPrefix(v.Name, player+scope) {
					continue
				}
				for _, x := range r.Slots().Read(v.Name) {
					_ = binary.Write(h, binary.LittleEndian, math.Float32bits(x))
				}
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// A run keeps its bits from version to version: testdata/weights.txt has a hash of all weights after 500 steps for every preset, every
// data set's defaults and 40 Specs drawn at random, written down when the trainer was another program than this. Every fifth is tried by
// default, some of each kind; where GANVAS_SLOW is set all are, on both machines.
func TestWeightsKeepTheirBits(t *testing.T) {
	file, err := os.Open("testdata/weights.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	machines := map[string]func(*plan.Program) (plan.Machine, error){"SIMD": native.New}
	slow := os.Getenv("GANVAS_SLOW") != ""
	if slow {
		machines["reference"] = nil
	}
	lines := 0
	for s := bufio.NewScanner(file); s.Scan(); lines++ {
		if !slow && lines%5 != 0 {
			continue
		}
		hash, rest, _ := strings.Cut(s.Text(), " ")
		steps, spec, _ := strings.Cut(rest, " ")
		for name, machine := range machines {
			r := openOn(t, spec, machine)
			train(t, r, 500)
			if got := hashed(r); got != hash || fmt.Sprint(r.Step()) != steps {
				t.Errorf("%q on the %s machine: %s at step %d, want %s at step %s", spec, name, got, r.Step(), hash, steps)
			}
		}
	}
	if lines < 60 {
		t.Errorf("only %d Specs", lines)
	}
}
