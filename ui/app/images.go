package app

import (
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/imageset"
)

// ImagesDropped brings a set of images of the reader's own, as package imageset writes it, with what is to be said of it.
type ImagesDropped struct {
	Name string
	Set  []byte
	Told string
}

func (ImagesDropped) msg() {}

// MaxSaved is how many bytes of the reader's own data a saved file takes along: what can be opened again.
const MaxSaved = 16 << 20

// imagesDropped takes a set of images as the data of a new run, whose networks are of their size.
func (m Model) imagesDropped(msg ImagesDropped) (Model, []Effect) {
	set, err := imageset.Parse(msg.Set)
	if err != nil {
		return m.unchanged(msg.Name + " cannot be read as images: " + err.Error() + ".")
	}
	spec, err := experiment.ForImages(set.Shape[:], max(1, len(set.Classes)), set.Len())
	if err != nil {
		return m.unchanged("There is no network for the images of " + msg.Name + ": " + err.Error() + ".")
	}
	left := m
	m.CSV, m.CSVName, m.Drawn, m.ownUsual = msg.Set, msg.Name, "", spec
	m.Spec, m.Drafts = spec, nil
	m.Playing = m.Playing || !m.Calm
	return left.departed(m.open(strings.TrimSpace("The data are now the images of " + msg.Name + ". " + msg.Told)))
}
