// Starts the trainer's Worker, and the experiment that the address asks for, before the page's own program has arrived; then
// starts that program. It finds what is here in window.ganvas.
'use strict';

(() => {
  const ganvas = window.ganvas = { inbox: [], opened: '', failed: '' };

  // Keys that begin with "view." are the page's own; all others are the experiment's.
  const parts = location.search.slice(1).split('&').filter(Boolean);
  ganvas.opened = parts.filter(p => !p.startsWith('view.')).join('&');
  const rate = parts.findLast(p => p.startsWith('view.speed='))?.slice('view.speed='.length);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches || parts.includes('view.play=0');

  const worker = ganvas.worker = new Worker('worker.js');
  worker.onmessage = e => ganvas.inbox.push(e);
  worker.postMessage({ command: 'open?' + ganvas.opened });
  if (!still) worker.postMessage({ command: 'play?' + (rate ? 'rate=' + rate : '') });

  const host = ganvas.host = stageHost(document.getElementById('stage'),
    () => ganvas.onGraphics?.(false), () => ganvas.onGraphics?.(true));

  (async () => {
    const go = new (goRuntime(host.global))();
    const bar = document.getElementById('loading-bar');
    const { instance } = await instantiate('page.wasm', go.importObject, done => { if (bar) bar.value = done; });
    await go.run(instance);
    throw new Error('it has come to an end');
  })().catch(e => {
    ganvas.failed = `The page has failed: ${e.message || e}. Loading it again may help.`;
    console.error(ganvas.failed);
    const status = document.querySelector('[data-boot]');
    if (status) { status.hidden = false; status.textContent = ganvas.failed; }
  });
})();
