package probe

import (
	"strconv"
	"strings"
)

// Probes of single images. They are computed only where they are asked for, and are of what an Aim is at.
const (
	Subject        = "subject"         // [height, width, channels] bytes, the image that is looked at
	SubjectVerdict = "subject.verdict" // [1], D(x) of it
	Nearest        = "nearest"         // [height, width, channels] bytes, the image of training that is nearest to it by its pixels
	NearestTold    = "nearest.told"    // [NearestNumbers]
	InsideG        = "inside.g"        // the numbers of the generator's stages where it makes the subject, as core/anatomy lays them out; none of a real image
	InsideD        = "inside.d"        // and of the discriminator's, which judges it
	InsideWeightsG = "inside.g.weights"
	InsideWeightsD = "inside.d.weights"
	LatentMap      = "latent.map"   // [MapSide, MapSide, height, width, channels] bytes, images of a plane of noise, rows from above
	LatentPath     = "latent.path"  // [2, PathSteps, height, width, channels] bytes, from A to B: straight, and on the sphere
	LatentSum      = "latent.sum"   // [height, width, channels] bytes, of the noise A - B + C
	LatentPlaces   = "latent.three" // [3, 2], where A, B and C are on the map
)

// What is in NearestTold.
const (
	NearestDistance = iota // the square root of the sum of the pixels' squared differences, of pixels from 0 to 1
	NearestUsual           // the median of that between some images of training and the others
	NearestVerdict         // D(x) of the nearest image
	NearestClass           // its class, or -1
	NearestRow             // which image of training it is, counted from 0
	NearestNumbers
)

const (
	MapSide   = 13 // images along each side of the map
	PathSteps = 9  // and along a path, both ends included
)

// Inspected are the probes of an image that is looked at; Insides those of what both players do with it; Latents those of the latent plane.
var (
	Inspected = []string{Subject, SubjectVerdict, Nearest, NearestTold}
	Insides   = []string{Subject, SubjectVerdict, InsideG, InsideD, InsideWeightsG, InsideWeightsD}
	Latents   = []string{Subject, SubjectVerdict, LatentMap, LatentPath, LatentSum, LatentPlaces}
)

// SubjectKind says what is looked at.
type SubjectKind string

// The kinds.
const (
	OfGenerated SubjectKind = "g" // a place in the wall of generated images
	OfReal      SubjectKind = "r" // a place in the wall of real ones
	OfMap       SubjectKind = "m" // the point of the latent plane
)

// Aim is what a reader looks at among images.
type Aim struct {
	Kind SubjectKind
	At   int // the place in its wall, row by row
	// Three are the places in the wall of generated images of A, B and C. The latent plane is A + u(B-A) + v(C-A), or, of noise of two dimensions,
	// the noise itself, (u, v).
	Three [3]int
	U, V  float64 // the point of the latent plane
}

// FirstAim is what is looked at before a reader chooses.
var FirstAim = Aim{Kind: OfGenerated, Three: [3]int{0, 11, 22}}

// String is the aim as ParseAim reads it: "g,23,0,11,22,0.5,0.25".
func (a Aim) String() string {
	parts := []string{string(a.Kind), strconv.Itoa(a.At)}
	for _, n := range a.Three {
		parts = append(parts, strconv.Itoa(n))
	}
	for _, x := range []float64{a.U, a.V} {
		parts = append(parts, strconv.FormatFloat(x, 'g', -1, 64))
	}
	return strings.Join(parts, ",")
}

// ParseAim reads what String writes; anything else is FirstAim.
func ParseAim(text string) Aim {
	parts := strings.Split(text, ",")
	if len(parts) != 7 {
		return FirstAim
	}
	a := Aim{Kind: SubjectKind(parts[0])}
	if a.Kind != OfGenerated && a.Kind != OfReal && a.Kind != OfMap {
		return FirstAim
	}
	for i, n := range []*int{&a.At, &a.Three[0], &a.Three[1], &a.Three[2]} {
		v, err := strconv.ParseUint(parts[1+i], 10, 16)
		if err != nil {
			return FirstAim
		}
		*n = int(v)
	}
	for i, x := range []*float64{&a.U, &a.V} {
		v, err := strconv.ParseFloat(parts[5+i], 64)
		if err != nil || !(v >= -1e3 && v <= 1e3) {
			return FirstAim
		}
		*x = v
	}
	return a
}

// Within is the aim at walls of so many images.
func (a Aim) Within(generated, real int) Aim {
	for i := range a.Three {
		a.Three[i] %= max(1, generated)
	}
	n := generated
	if a.Kind == OfReal {
		n = real
	}
	a.At %= max(1, n)
	return a
}

// MapReach is from where to where the map of the latent plane goes along each side, by the noise's key and its dimensions.
func MapReach(noise string, dims int) (from, to float64) {
	if dims == 2 {
		reach := float64(NoiseReach(noise))
		return -reach, reach
	}
	return -1, 2
}

// MapAt is the coordinate of step i along a side of the map.
func MapAt(from, to float64, i int) float64 { return from + (to-from)*float64(i)/(MapSide-1) }
