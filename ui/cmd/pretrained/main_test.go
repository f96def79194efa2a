package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"ganvas/core/form"
	"ganvas/core/script"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// mostBytes is what the picture that an experiment opens with may take.
const mostBytes = 20 << 10

// folder has what make pretrained has written.
const folder = "../../../assets/gallery"

// Each experiment of the gallery opens with what its run shows at that step: the bytes that training it anew gives. Where tests are to be short, of the runs that
// take a moment.
func TestPicturesAreThoseOfTheirRuns(t *testing.T) {
	for _, p := range form.Presets() {
		if !app.Pretrained(p) {
			continue
		}
		t.Run(p.Key, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join(folder, p.Key+".bin"))
			if err != nil {
				t.Fatalf("%v: make pretrained makes it", err)
			}
			if len(b) > mostBytes {
				t.Errorf("%d bytes, more than %d", len(b), mostBytes)
			}
			kept, err := wire.DecodeSnapshot(b)
			if err != nil {
				t.Fatal(err)
			}
			way, _ := script.Parse(kept.Script)
			if spec, _ := form.Parse(p.Query); way.Spec != spec.String() || kept.Step != uint64(p.Steps) || way.Text() != p.Turns {
				t.Fatalf("the file is of step %d of %s: make pretrained makes it anew", kept.Step, kept.Script)
			}
			if os.Getenv("GANVAS_SLOW") == "" && p.Steps > 1000 {
				return
			}
			s, err := shown(p, p.Query, p.Turns)
			if err != nil {
				t.Fatal(err)
			}
			want := opening(s)
			want.Measures, kept.Measures = nil, nil // which promise no bits
			if !bytes.Equal(kept.Encode(nil), want.Packed().Encode(nil)) {
				t.Error("the file is of another run: make pretrained makes it anew")
			}
		})
	}
}

// The gallery's cards are there for every experiment that opens with a picture, and no file is left of one that is gone.
func TestCardsAreOfTheCatalogue(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(folder, app.Cards+".bin"))
	if err != nil {
		t.Fatal(err)
	}
	cards, err := plot.DecodeOutcomes(b)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.bin"))
	if len(files) != len(cards)+1 {
		t.Errorf("%d files for %d cards", len(files), len(cards))
	}
	i := 0
	for _, p := range form.Presets() {
		if !app.Pretrained(p) {
			continue
		}
		if i >= len(cards) || cards[i].Key != p.Key || cards[i].Says == "" || (cards[i].Cured != nil) != (p.Cure != "") {
			t.Fatalf("card %d is not that of %s", i, p.Key)
		}
		i++
	}
}
