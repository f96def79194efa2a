// Makes elements for the page's program, for which a call into JavaScript costs more than what it does there: so one call makes one.
'use strict';

// makeElement returns a new element with a text, put into parent unless that is null. Its attributes are names and values by turns, each ended
// by U+001F.
function makeElement(parent, tag, text, attributes) {
  const element = document.createElement(tag);
  const parts = attributes.split('\x1f');
  for (let i = 0; i + 1 < parts.length; i += 2) element.setAttribute(parts[i], parts[i + 1]);
  if (text) element.textContent = text;
  parent?.append(element);
  return element;
}
