// Which colours a page has behind one of its elements. Hosts of notes switch theirs by a class or an attribute of html or body as often as by the
// reader's browser, and each by names of its own, and fade; what they all change is the colour that is painted there, which nothing tells of: it is looked at.

// painted is whether a colour, as a browser computes it, is 'light' or 'dark'; empty where it hardly covers what is behind.
function painted(colour) {
  const [kind] = colour.split('('), n = (colour.match(/-?[\d.]+(e-?\d+)?%?/g) ?? []).map(t => parseFloat(t) / (t.endsWith('%') ? 100 : 1));
  if (kind === 'color') n.splice(0, n.length - (colour.includes('/') ? 4 : 3)); // the name of a space may hold a digit
  if (n.length < 3 || (n[3] ?? 1) < 0.5) return '';
  const lightness = { oklch: n[0], oklab: n[0], lch: n[0] / 100, lab: n[0] / 100, color: luma(n), rgb: luma(n) / 255, rgba: luma(n) / 255 }[kind];
  return lightness < 0.5 ? 'dark' : 'light';
}

const luma = ([r, g, b]) => 0.299 * r + 0.587 * g + 0.114 * b;

// schemeBehind is 'light' or 'dark': of the nearest colour behind an element, or of the canvas where nothing is painted.
function schemeBehind(element) {
  for (let e = element; e; e = e.parentElement ?? e.getRootNode().host) {
    const scheme = painted(getComputedStyle(e).backgroundColor);
    if (scheme) return scheme;
  }
  const able = getComputedStyle(document.documentElement).colorScheme; // of what the page says that it has been made for
  const dark = able.includes('dark') && (!able.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? 'dark' : 'light';
}
