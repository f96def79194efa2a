// The trainer's Worker. Its script is made of what the page has loaded already, and its program is compiled by the page: so it
// asks for no file, and starts from a folder, a single file or without a connection all the same.
'use strict';

// startTrainer starts the Worker; program promises its compiled program. What is said to it meanwhile waits there.
function startTrainer(program) {
  const script = new Blob([`${goRuntime}\n(${trainer})();`], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(script));
  program.then(
    compiled => worker.postMessage({ program: compiled }),
    e => worker.onmessage({ data: { kind: 'error', answer: true, fatal: true, text: `The trainer has failed: ${e.message || e}.` } }));
  return worker;
}

// trainer is what runs in the Worker, and sees nothing of this page.
function trainer() {
  const inbox = self.inbox = [];
  self.onmessage = e => { if (e.data.program) run(e.data.program); else inbox.push(e); };

  async function run(program) {
    self.postMessage({ kind: 'begun' });
    try {
      const go = new (goRuntime(self))();
      await go.run(await WebAssembly.instantiate(program, go.importObject));
      throw new Error('it has come to an end');
    } catch (e) {
      self.postMessage({ kind: 'error', answer: true, fatal: true, text: `The trainer has failed: ${e.message || e}.` });
    }
  }
}
