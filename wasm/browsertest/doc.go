// Package browsertest holds the tests of the built page in a real browser. They wait on what the page says of itself, never on
// frames or on time. Without Chromium or without a built page they are skipped, and say so; make test provides both. What must hold in
// every browser is tried in Firefox too, by a visitor, where there is one, and the heart of it in WebKit.
package browsertest
