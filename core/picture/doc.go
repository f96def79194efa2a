// Package picture is the catalogue of what can be shown of a run: the panels, what each needs of a family's probes, and the layers of the plane. A
// family fills a panel by having the probe that it is of; the page shows the panels that are filled, and asks for their probes alone; ui/view draws
// them.
package picture
