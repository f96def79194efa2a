package experiment

// formatFlag is the text of a flag.
func formatFlag(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// parseFlag reads what formatFlag writes.
func parseFlag(text string) (on, ok bool) { return text == "on", text == "on" || text == "off" }
