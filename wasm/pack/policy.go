//go:build !js

package main

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
)

// A page may load what came with it, and nothing from anywhere else. WebAssembly needs leave to compile; the trainer's Worker is
// made from a Blob.
const (
	sitePolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
		"connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'"
	paperPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)

// singlePolicy allows the given scripts and styles, which stand in the page, and no connection at all.
func singlePolicy(scripts, styles []string) string {
	return "default-src 'none'; script-src 'wasm-unsafe-eval'" + hashes(scripts) + "; style-src" + hashes(styles) +
		"; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'"
}

// hashes are the sources that stand for texts in a page.
func hashes(texts []string) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(" '" + integrity([]byte(t)) + "'")
	}
	return b.String()
}

// integrity is a file's hash in the notation of browsers.
func integrity(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// policyName is the script that gives a page of the site its policy: assets/policy.js says why a page does not simply have it.
const policyName = "policy.js"

// withPolicyScript has a page begin with the script, whose address from there is given.
func withPolicyScript(page, policy, script string) (string, error) {
	return atHead(page, `<script src="`+script+`" data-policy="`+policy+`"></script>`)
}

// withPolicy has a page begin with a policy.
func withPolicy(page, policy string) (string, error) {
	return atHead(page, `<meta http-equiv="Content-Security-Policy" content="`+policy+`">`)
}

// atHead puts an element at the head of a page, before anything that it is about.
func atHead(page, element string) (string, error) {
	for _, e := range elements(page) {
		if e.Data == "meta" && e.attr("charset") != "" {
			return page[:e.inner] + "\n" + element + page[e.inner:], nil
		}
	}
	return "", errors.New("a page does not begin with its charset")
}
