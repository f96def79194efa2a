package dom

import (
	"path"
	"strings"
)

// imageKinds are the ends of names of files of images: IDX, as they are called and packed, arrays, batches, archives and pictures.
var imageKinds = []string{".gz", ".npy", ".npz", ".bin", ".zip", ".png", ".jpg", ".jpeg", ".idx", "-ubyte", ".idx1", ".idx3"}

// pixelColumns is how many columns a table has at least whose columns are pixels; a table of points has fewer.
const pixelColumns = 50

// ofImages says whether files are a set of images, by their names and by the first bytes of the first; else the first is points or something saved.
func ofImages(names []string, first []byte) bool {
	if len(names) > 1 {
		return true
	}
	name := strings.ToLower(path.Base(names[0]))
	for _, kind := range imageKinds {
		if strings.HasSuffix(name, kind) {
			return true
		}
	}
	line := string(first)
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	json := strings.HasPrefix(line, "[") || strings.HasPrefix(line, "{") // of points, which may stand on one line
	if !json && strings.Count(line, ",") >= pixelColumns {
		return true
	}
	return len(first) > 4 && first[0] == 0 && first[1] == 0 // IDX begins so, and no text does
}

// setName is what a set of files is called.
func setName(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return names[0] + " and " + count(uint64(len(names)-1)) + " more"
}
