//go:build js && wasm

package dom

// build mounts every part of the page.
func (ui *UI) build() {
	ui.address = newAddress(ui)
	ui.reader = newReader(ui)
	ui.parts = []part{
		newRoot(ui),
		newTransport(ui),
		newTools(ui),
		newPresets(ui),
		newGroups(ui),
		newLayers(ui),
		newStatus(ui),
		newMeasures(ui),
		newBanner(ui),
		newLoading(ui),
		newHelp(ui),
		newPlane(ui),
		newCharts(ui),
		ui.reader,
		ui.address,
	}
	ui.layout = newLayout(ui)
	ui.announcer = newAnnouncer(ui)
	ui.listenKeys()
	ui.listenPoints()
	ui.listenScheme()
}
