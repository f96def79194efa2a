package main

import (
	"strings"

	"ganvas/assets"
)

// addElement adds the element twice: as a script, which any page may load from any site, and as a module for what is built of modules.
//
// A script knows its site by its own address. One that a tool has put into the page has none, and names it in data-site.
func addElement(files map[string][]byte) error {
	text, err := assets.Element()
	text = strings.Replace(text, "{{options}}", strings.Join(optionKeys(), " "), 1)
	files["ganvas-lab.js"] = []byte("'use strict';\n\n(() => {\n" + text +
		"const script = document.currentScript ?? document.querySelector('script[src*=\"ganvas-lab.js\"]');\ndefineLab(script.dataset.site ?? script.src);\n})();\n")
	files["ganvas-lab.mjs"] = []byte(text + "export { defineLab };\nif (/^https?:/.test(import.meta.url)) defineLab(import.meta.url);\n")
	return err
}
