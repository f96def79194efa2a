// Package app is the page's state and how it changes: a Model, the Msgs that can happen to it, and Update, a pure function
// from a Model and a Msg to the next Model and the Effects that the page must carry out.
//
// It is not the page: it reaches no browser, draws nothing, keeps no clock. What only the browser knows (the time, chance, the colour
// scheme) arrives inside a Msg, and what only the browser can do (post a command, write the address) leaves as an
// Effect. So the whole behaviour of the page runs headless in tests.
//
// The run's state belongs to the worker. The Model holds the Spec that was asked for, what the last wire.Snapshot
// said, and what the controls show.
package app
