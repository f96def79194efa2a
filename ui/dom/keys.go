package dom

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
