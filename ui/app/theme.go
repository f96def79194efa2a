package app

// Theme is the colour scheme that was chosen.
type Theme string

// The themes. Auto follows the browser.
const (
	Auto  Theme = ""
	Light Theme = "light"
	Dark  Theme = "dark"
)
