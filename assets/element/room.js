// How high a lab will be that is as high as it needs: so much room is kept before it is there, so that nothing moves when it comes. It is the boxes of
// lab.css added up, for a frame of a width in pixels, and what the element's attributes ask for.
function roomOf(width, panels, controls, bar) {
  const inner = width - 16, parts = panels.split(','), shown = controls.split(',').filter(k => k !== 'none');
  const has = key => shown.includes(key) || shown.includes('all');
  const machine = parts.includes('machine') ? (width <= 495 ? 416 : 320) : 0, inRow = machine && !parts.includes('plane'); // then charts stand side by side
  const charts = parts.map(p => ({ losses: 152, verdicts: 152, measures: 160 }[p] ?? 0)).reduce((h, p) => inRow ? Math.max(h, p) : h + p, 0);
  const beside = parts.includes('plane') && charts > 0 && width >= 560, across = beside ? (inner - 16) / 1.8 : inner;
  let room = 20 + (bar ? 36 : 0);
  if (parts.includes('plane')) room += Math.min(across, 544) + (has('layers') ? 24 * Math.ceil(440 / across) : 0);
  room = machine + (beside ? Math.max(room, charts + 12) : room + (charts ? charts - (width < 560 ? 4 : 8) : 0));
  const buttons = { transport: 160, players: 150, speed: 210, status: 170, seed: 200, page: 200 };
  const hands = Object.keys(buttons).reduce((w, key) => w + (has(key) ? buttons[key] : 0), 0);
  return room + 32 * Math.ceil(hands / inner) + settingsRoom(shown.filter(k => k !== 'layers' && !(k in buttons)), inner);
}

// settingsRoom is how much of that settings take: groups are closed, but for those of which single settings are asked for, and stand in as many columns as
// have room. A row is as high as its highest.
function settingsRoom(keys, width) {
  if (!keys.length) return 0;
  const all = keys.includes('all'), columns = Math.max(1, Math.floor((width + 20) / 324)), singles = {};
  for (const key of keys) {
    const group = key.includes('.') ? key.split('.')[0] + '.' : key;
    singles[group] = (singles[group] ?? 0) + 1;
  }
  const heights = all ? Array(7).fill(53) : Object.entries(singles).map(([group, n]) => group.endsWith('.') ? 44 + 43 * n : 53);
  let room = all ? 24 : 4; // one of all takes two lines to say what it holds
  for (let i = 0; i < heights.length; i += columns) room += Math.max(...heights.slice(i, i + columns));
  return room;
}
