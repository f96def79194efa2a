// Package dom is the page that people touch: it mounts real HTML controls from the tables of ui/control into the
// elements of assets/index.html, keeps them in step with an app.Model, and turns hands on them into app.Msgs.
//
// It is not the pictures (ui/view draws them behind the page), and it decides nothing: what a Msg does is app.Update's to say.
// What needs no browser (ticks, texts, throttling) is in files without a build tag, and tested as such.
package dom

// PanelRect is where a picture belongs: a placeholder of the page, in CSS pixels from the top left corner of #stage.
type PanelRect struct {
	Name       string // the placeholder's data-panel: "distribution" or "losses"
	X, Y, W, H float64
}
