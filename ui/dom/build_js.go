//go:build js && wasm

package dom

// build mounts every part of the page.
func (ui *UI) build() {
	ui.address = newAddress(ui)
	if ui.lab == nil {
		ui.reader = newReader(ui)
	}
	ui.charts = newCharts(ui)
	ui.parts = []part{
		newRoot(ui),
		newTransport(ui),
		newTools(ui),
		newLayers(ui),
		newStatus(ui),
		newMeasures(ui),
		newBanner(ui),
		newLoading(ui),
		newPlane(ui),
		newLine(ui),
		newWalls(ui),
		ui.charts,
	}
	if ui.lab != nil {
		ui.parts = append(ui.parts, newGroups(ui))
		if ui.lab.Shows("machine") {
			ui.parts = append(ui.parts, newSmallMachine(ui))
		}
	} else {
		ui.parts = append(ui.parts, newFirstWords(ui), newScale(ui), newNumbers(ui), newSentence(ui), newTimeline(ui), newUntil(ui), newChartTools(ui), newBend(ui), newStepping(ui), newMachine(ui), newPresets(ui), newEditor(ui), newSettings(ui), newDrawing(ui), newLaboratory(ui), newSamples(ui), newAxes(ui), newIllness(ui), newInspector(ui), newInside(ui), newLatentMap(ui),
			newHelp(ui), ui.reader, newSheets(ui), newTitle(ui))
	}
	ui.parts = append(ui.parts, ui.address)
	ui.layout = newLayout(ui)
	ui.announcer = newAnnouncer(ui)
	ui.listenKeys()
	ui.listenPoints()
	ui.listenScheme()
}
