// Package plot is the geometry and the colours of every picture: themes, scales, ticks, contours, dots, strokes, meshes.
//
// It is pure: it reads snapshots and gives numbers, never touches a screen, and is tested natively. Package view hands its
// batches to the GPU; the page's text (tick labels, legends) is placed by the same frames.
//
// Conventions: data coordinates have y up, pixels have y down; a Size says how many pixels and how many of them make one
// CSS pixel, so lengths such as line widths are stated in CSS pixels and are sharp on every screen. Colours are sRGB; in
// vertices they are premultiplied by their opacity.
package plot
