package dom

import (
	"ganvas/core/picture"
)

// usesKey reports whether an element with this tag has its own use for a key: whatever is typed or chosen in an input, and the space
// that presses a button.
func usesKey(tag, key string) bool {
	switch tag {
	case "INPUT", "SELECT", "TEXTAREA", "EDITABLE":
		return true
	case "BUTTON", "SUMMARY", "A":
		return key == " "
	}
	return false
}

// layerOfKey is the layer that a digit turns, and whether there is one.
func layerOfKey(key string) (picture.Layer, bool) {
	if len(key) != 1 || key[0] < '1' || int(key[0]-'1') >= len(picture.AllLayers) {
		return picture.Layer{}, false
	}
	return picture.AllLayers[key[0]-'1'], true
}
