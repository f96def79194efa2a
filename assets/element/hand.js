// What a lab in a sandbox cannot do itself, and hands to the page around it.

// saveFile hands the reader a file.
function saveFile(name, bytes) {
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = Object.assign(document.createElement('a'), { href: address, download: String(name).replace(/[^\w.-]/g, '_') });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// codes are the keys that labs do not keep, by which decks turn their slides, in the numbers that some decks still ask for.
const codes = { PageUp: 33, PageDown: 34, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Escape: 27, b: 66, '.': 190 };

// pressKey presses a key of the page for a reader, or a clicker, whose focus is in a lab.
function pressKey(element, key, code) {
  if (!(key in codes)) return;
  for (const type of ['keydown', 'keyup']) {
    const event = new KeyboardEvent(type, { key, code: String(code), bubbles: true, composed: true, cancelable: true });
    for (const number of ['keyCode', 'which']) Object.defineProperty(event, number, { value: codes[key] });
    element.dispatchEvent(event);
  }
}
