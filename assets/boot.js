// Starts the program twice: first in the trainer's Worker, which it hands the page's address, to open the experiment of that at once; then
// here, as the page, for which it has asked for the first snapshot. It finds what is here in window.ganvas. Marks in the browser's timeline say
// when each has got how far.
'use strict';

(() => {
  const ganvas = window.ganvas = { inbox: [], failed: '' };

  const lab = window.ganvasLab; // of a page that is a lab: assets/lab.js
  // A lab says itself when it begins; a page that comes back goes first to the step where it was, which ui/dom has left in the history.
  const still = lab || matchMedia('(prefers-reduced-motion: reduce)').matches || history.state?.at;

  const bar = document.getElementById('loading-bar');
  const compiling = compileProgram('ganvas-program', done => { if (bar) bar.value = done; }).then(program => {
    performance.mark('program compiled');
    return program;
  });
  const worker = ganvas.worker = changingTrainer(compiling);
  // The program keeps this thread for long, and while it is kept no Worker starts: so it waits for the Worker's first word.
  const begun = new Promise(yes => {
    worker.onmessage = e => { ganvas.inbox.push(e); yes(); };
    worker.onerror = e => worker.onmessage({ data: { kind: 'error', verb: 'pull', fatal: true,
      text: `The trainer has failed: ${e.message || workerless().message}.` } }); // its script is the page's own: nothing but a policy keeps it from loading
    setTimeout(yes, 1000); // the page can do without
  });
  worker.postMessage({ command: 'start?' + new URLSearchParams({ address: location.search + location.hash, still: still ? 1 : 0 }) });
  worker.postMessage({ command: 'pull' });

  (async () => {
    const stage = document.getElementById('stage');
    const host = ganvas.host = stageHost(stage, keepPainted(ganvas, stage, compiling));
    const go = new (goRuntime(host.global))();
    const program = await compiling;
    await begun;
    await go.run(await WebAssembly.instantiate(program, go.importObject));
    throw new Error('it has come to an end');
  })().catch(error => {
    const e = explain(error);
    ganvas.failed = `The page has failed: ${e.message || e}.${e.explained ? '' : ' Loading it again may help.'}`;
    console.error(ganvas.failed);
    const status = document.querySelector('[data-boot]');
    if (status) { status.hidden = false; status.textContent = ganvas.failed; }
    document.documentElement.dataset.failed = '';
    lab?.tell({ type: 'ganvas:error', version: 1, text: ganvas.failed });
  });

  // What the program calls when it has drawn a snapshot for the first time. What can wait has waited until then.
  ganvas.pictured = () => {
    performance.mark('first picture');
    keepOffline();
  };

  // Has the browser keep the site for reading without a connection, where there is a site and the browser may.
  function keepOffline() {
    if (lab || !document.getElementById('ganvas-program').href) return;
    try {
      navigator.serviceWorker?.register('sw.js').catch(() => {});
    } catch { /* a sandboxed frame */ }
  }
})();
