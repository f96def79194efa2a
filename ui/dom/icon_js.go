//go:build js && wasm

package dom

// icons are drawn in a square of 16 by 16, filled with the text's colour.
var icons = map[string]string{
	"play":     "M4 2.5v11l9.5-5.5z",
	"pause":    "M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z",
	"step":     "M3 2.5v11l7-5.5zM11 2.5h2.2v11H11z",
	"stepping": "M1.500 11.500h3.500V8.500h3.500V5.500h3.500V2.500h2.500v2.500h-1.500v3h-3.500v3H6v3H1.500z",
	"backward": "M12 2.5v11L2.5 8z",
	"reset":    "M8 2.2V0L4 3.2l4 3.2V4.1a4.2 4.2 0 1 1-4.2 4.2H1.9A6.1 6.1 0 1 0 8 2.2z",
	"new-seed": "M2.5 1h11A1.5 1.5 0 0 1 15 2.500v11a1.500 1.500 0 0 1-1.500 1.500h-11A1.500 1.500 0 0 1 1 13.500v-11A1.500 1.500 0 0 1 2.500 1zM4.800 3.400a1.400 1.400 0 1 0 0 2.800 1.400 1.400 0 0 0 0-2.800zM11.200 3.400a1.400 1.400 0 1 0 0 2.800 1.400 1.400 0 0 0 0-2.800zM8 6.600a1.400 1.400 0 1 0 0 2.800 1.400 1.400 0 0 0 0-2.800zM4.800 9.800a1.400 1.400 0 1 0 0 2.800 1.400 1.400 0 0 0 0-2.800zM11.200 9.800a1.400 1.400 0 1 0 0 2.800 1.400 1.400 0 0 0 0-2.800z",
	"more":     "M7.2 2.5h1.600v4.700h4.700v1.600H8.800v4.700H7.200V8.800H2.500V7.200h4.700z",
	"menu":     "M3 6.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zM8 6.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zM13 6.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3z",
	"present":  "M1 2h14v9.500H8.800V13H11v1.500H5V13h2.200v-1.500H1zm1.600 1.600v6.300h10.800V3.600z",
	"link":     "M6.500 9.500a3 3 0 0 1 0-4.200L8.800 3a3 3 0 0 1 4.200 4.200l-1.200 1.200-1.300-1.300 1.200-1.200a1.200 1.200 0 0 0-1.600-1.600L7.800 6.600a1.200 1.200 0 0 0 0 1.600zM9.500 6.500a3 3 0 0 1 0 4.200L7.200 13A3 3 0 0 1 3 8.800l1.200-1.200 1.300 1.300-1.200 1.200a1.200 1.200 0 0 0 1.600 1.600l2.300-2.300a1.200 1.200 0 0 0 0-1.600z",
	"save":     "M7 1h2v7h2.800L8 12.200 4.200 8H7zM2 13.200h12V15H2z",
	"theme":    "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.800v10.400a5.200 5.200 0 0 1 0-10.400z",
}

// icon is a drawing inside an element, to be changed by its name.
type icon struct{ path *element }

func (ui *UI) makeIcon(parent *element, name string) icon {
	const space = "http://www.w3.org/2000/svg"
	svg := &element{Value: ui.document.Call("createElementNS", space, "svg")}
	svg.set("viewBox", "0 0 16 16")
	svg.set("aria-hidden", "true")
	svg.set("class", "icon")
	path := &element{Value: ui.document.Call("createElementNS", space, "path")}
	path.set("fill-rule", "evenodd")
	svg.Call("append", path.Value)
	parent.Call("append", svg.Value)
	i := icon{path}
	i.show(name)
	return i
}

func (i icon) show(name string) { i.path.set("d", icons[name]) }
