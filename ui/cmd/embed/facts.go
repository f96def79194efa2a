package main

import (
	"strings"

	"ganvas/assets"
	"ganvas/core/experiment"
	"ganvas/core/picture"
	"ganvas/ui/app"
	"ganvas/ui/embed"
	"ganvas/ui/recipe"
)

// facts are what the pages tell.
type facts struct {
	Options           []option
	Panels            []embed.Item
	Buttons, Settings []embed.Item
	Layers            []layer
	Speeds            []embed.Item
	Languages         []embed.Item
	Presets           []experiment.Preset
	Fields            []experiment.Field
	Commands          []embed.Command
	Events            any
	Version           int
	Posters           string // the keys of the data that the site has a picture of
	Recipes           []recipe.Recipe
	Default           map[string]bool // keys of what is shown where nothing is asked for
}

// option is an option with its default.
type option struct {
	embed.Option
	Default string
}

// layer is a layer of the plane with its words.
type layer struct {
	picture.Layer
	app.LayerWords
}

func layers() (all []layer) {
	for _, y := range picture.AllLayers {
		all = append(all, layer{y, app.WordsOf(y)})
	}
	return all
}

// optionKeys are the keys of a lab's options.
func optionKeys() (keys []string) {
	for _, o := range embed.All {
		keys = append(keys, o.Key)
	}
	return keys
}

func learn() facts {
	was := embed.Defaults()
	f := facts{
		Panels: embed.Panels, Buttons: embed.Buttons, Settings: embed.Settings(), Layers: layers(), Languages: embed.Languages,
		Presets: experiment.Presets, Fields: experiment.Fields, Commands: embed.Commands, Events: embed.EventTypes, Version: embed.Version,
		Posters: strings.Join(assets.Posters(), " "), Recipes: recipe.All, Default: map[string]bool{},
	}
	for _, o := range embed.All {
		f.Options = append(f.Options, option{o, o.Get(&was)})
	}
	for _, rate := range app.Speeds {
		f.Speeds = append(f.Speeds, embed.Item{Key: app.SpeedKey(rate), Label: app.SpeedText(rate)})
	}
	for _, key := range append(append(was.Panels, was.Controls...), app.SpeedKey(app.Speeds[was.Speed])) {
		f.Default[key] = true
	}
	for _, y := range picture.AllLayers {
		if was.Layers.Has(y.Bit) {
			f.Default["layer "+y.Key] = true
		}
	}
	return f
}
