// Package embed is a lab: the page as it stands inside somebody else's page, usually in an iframe. It says what a lab's address may
// ask for (Options), what the page around it may say (Commands), and what it is told (Events).
//
// It reaches no browser: wasm/page listens and answers, assets/lab.js decides what is loaded when, assets/ganvas-lab.js is the element that
// makes the iframe. All text that comes from outside is read here, where tests and fuzzers can throw anything at it.
//
// # Who may do what
//
// A lab hears its parent window alone. Any parent may read: what a lab tells are the numbers of a simulation whose settings the parent wrote
// into the address itself, so there is nothing to keep from it. A parent may command only where its origin is the lab's own
// site or is listed in origin=: a copied iframe on somebody's page does not hand them the reader's controls unless they say so
// in the address, where it can be seen. This is no defence against the author of the parent, who writes that address; against that, only the header
// frame-ancestors helps, which the server of the lab sends.
//
// A command can turn knobs, start and stop. It cannot run code, load anything, or write HTML: every value is checked against a table, and what is
// shown is shown as text.
package embed

// Version is the version of the messages.
const Version = 1

// Item is one thing that an author can pick.
type Item struct {
	Key   string // stable, in addresses
	Label string // for people
	Doc   string // one sentence
}

func keys(items []Item) []string {
	var out []string
	for _, x := range items {
		out = append(out, x.Key)
	}
	return out
}
