// What a lab asks of the page around it: to save a file and to open the whole page, which a sandbox forbids, and to turn its slides while the focus is
// in the lab. The element does it (assets/element/hand.js); in a bare frame the sandbox may allow it, and a deck has messages of its own.
'use strict';

(() => {
  const lab = window.ganvasLab, helped = window.name.startsWith('ganvas-lab'), root = document.documentElement;

  // save gives a file to the element, and reports whether there is one. A sandbox without it may let the browser save, and does not say so.
  lab.save = (name, bytes) => {
    if (helped) lab.tell({ type: 'ganvas:file', version: 1, name, bytes });
    else document.getElementById('unsaved').hidden = origin !== 'null' || parent === window;
    return helped;
  };

  // The link to the whole page brings what the lab now shows.
  const whole = document.getElementById('whole');
  lab.onTell = event => { if (event.page) whole.href = './' + event.page; };
  whole.addEventListener('click', e => {
    if (!helped) return;
    e.preventDefault();
    lab.tell({ type: 'ganvas:page', version: 1, query: new URL(whole.href).search || '?' });
  });

  // Fills the screen, where the frame may.
  const fill = document.getElementById('fill');
  fill.hidden = !document.fullscreenEnabled;
  fill.addEventListener('click', () => { if (document.fullscreenElement) document.exitFullscreen(); else root.requestFullscreen().catch(() => { fill.hidden = true; }); });

  // Keys that labs do not use are the page's.
  const turns = { PageDown: 'next', PageUp: 'prev', ArrowRight: 'right', ArrowLeft: 'left', ArrowDown: 'down', ArrowUp: 'up', Escape: 'toggleOverview', b: 'togglePause', '.': 'togglePause' };
  addEventListener('keydown', e => {
    const turn = turns[e.key], busy = e.target.closest?.('input, select, textarea, summary, #plane:focus');
    if (!turn || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || busy && !e.key.startsWith('Page')) return;
    if (helped) lab.tell({ type: 'ganvas:key', version: 1, key: e.key, code: e.code });
    else if (lab.onSlide) parent.postMessage(JSON.stringify({ method: turn }), '*'); // as reveal.js understands it
    else return;
    e.preventDefault();
  });
})();
