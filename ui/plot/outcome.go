package plot

import (
	"strings"

	"ganvas/core/wire"
)

// Outcome is what an experiment of the gallery comes to, small enough for all of them to travel in one file.
type Outcome struct {
	Key   string  // of the experiment
	Says  string  // what was measured, for people
	Real  []uint8 // the data, as Small or SmallLine has them
	Shot  Shot
	Cured *Shot // where the experiment has a cure
}

// The parts of an outcome, which end the names of its arrays.
const (
	saysPart    = " says"
	realPart    = " real"
	curedPart   = " cured"
	samplesPart = " samples"
	fieldPart   = " field"
	madePart    = " made"
	verdictPart = " d"
	bestPart    = " best"
	mapPart     = " map"
	fromPart    = " from"
)

// EncodeOutcomes are outcomes as bytes: those of a Snapshot, whose arrays are theirs.
func EncodeOutcomes(all []Outcome) []byte {
	var s wire.Snapshot
	for _, o := range all {
		add := func(part string, b []byte) {
			if len(b) > 0 {
				s.Arrays = append(s.Arrays, wire.Bytes(o.Key+part, b, len(b)))
			}
		}
		add(saysPart, []byte(o.Says))
		add(realPart, o.Real)
		o.Shot.parts("", add)
		if o.Cured != nil {
			o.Cured.parts(curedPart, add)
		}
	}
	return s.Encode(nil)
}

// DecodeOutcomes reads what EncodeOutcomes writes. The error says why it cannot.
func DecodeOutcomes(b []byte) ([]Outcome, error) {
	s, err := wire.DecodeSnapshot(b)
	if err != nil {
		return nil, err
	}
	var all []Outcome
	for _, a := range s.Arrays {
		key, ok := strings.CutSuffix(a.Name, saysPart)
		if !ok {
			continue
		}
		o := Outcome{Key: key, Says: string(a.Bytes), Real: s.Bytes(key + realPart), Shot: shotIn(s, key)}
		if cured := shotIn(s, key+curedPart); cured.Samples != nil || cured.Line != nil {
			o.Cured = &cured
		}
		all = append(all, o)
	}
	return all, nil
}

func (s Shot) parts(prefix string, add func(part string, b []byte)) {
	add(prefix+samplesPart, s.Samples)
	field := make([]byte, len(s.Field))
	for i, v := range s.Field {
		field[i] = byte(v)
	}
	add(prefix+fieldPart, field)
	if l := s.Line; l != nil {
		add(prefix+madePart, l.Made)
		add(prefix+verdictPart, l.Field)
		add(prefix+bestPart, l.Best)
		add(prefix+mapPart, l.Map)
		add(prefix+fromPart, l.From)
	}
}

// shotIn is the shot whose arrays have names with a prefix. A field of another grid than a shot's is left out.
func shotIn(s *wire.Snapshot, prefix string) (shot Shot) {
	part := func(name string) []byte { return s.Bytes(prefix + name) }
	shot.Samples = part(samplesPart)
	if field := part(fieldPart); len(field) == shotSide*shotSide {
		for _, v := range field {
			shot.Field = append(shot.Field, int8(v))
		}
	}
	if made := part(madePart); made != nil {
		shot.Line = &LineShot{Made: made, Field: part(verdictPart), Best: part(bestPart), Map: part(mapPart), From: part(fromPart)}
		shot.Line.From = shot.Line.From[:min(len(shot.Line.From), len(shot.Line.Map))]
		shot.Line.Map = shot.Line.Map[:len(shot.Line.From)]
	}
	return shot
}
