// The trainer's Worker. Its script is made of what the page has loaded already, and its program is the page's, compiled once for both: so it
// asks for no file, and starts from a folder, a single file or without a connection all the same.
'use strict';

// startTrainer starts the Worker; program promises its compiled program. What is said to it meanwhile waits there.
function startTrainer(program) {
  const script = new Blob([`${goRuntime}\n(${trainer})();`], { type: 'text/javascript' });
  const worker = makeWorker(URL.createObjectURL(script));
  addEventListener('securitypolicyviolation', e => {
    if (e.blockedURI.startsWith('blob')) fail(workerless());
  });
  const fail = e => worker.onmessage({ data: { kind: 'error', verb: 'pull', fatal: true, text: `The trainer has failed: ${explain(e).message || e}.` } });
  if (worker.refused) setTimeout(() => fail(workerless()));
  program.then(compiled => worker.postMessage({ program: compiled }), fail);
  return worker;
}

// changingTrainer is a trainer whose Worker changes: the page's own program trains GANs, and where a message asks for another family, a program that knows
// all takes the Worker's place and keeps it. program promises the page's own.
function changingTrainer(program) {
  const trainer = { onmessage() {}, onerror() {}, postMessage };
  const rival = /family(=|%(25)*3d)(?!gan\b)/i; // a link may have been escaped on its way; a needless change does no harm
  let worker = null, all = false, pulls = 0; // not answered yet

  function begin(program, changed) {
    worker?.terminate();
    worker = startTrainer(program);
    worker.onerror = e => trainer.onerror(e);
    worker.onmessage = e => {
      const { kind, verb, text } = e.data;
      if (kind === 'snapshot' || kind === 'error' && verb === 'pull') pulls--;
      if (kind === 'begun' && changed) return;
      trainer.onmessage(kind === 'ready' && changed ? { data: { kind: 'machine', text } } : e);
    };
  }

  function postMessage(message, handed = []) {
    const changes = !all && rival.test(message.command);
    if (changes) {
      all = true;
      begin(compileProgram('rivals-program'), worker);
    }
    if (!worker) begin(program);
    worker.postMessage(message, handed);
    if (message.command.startsWith('pull')) pulls++;
    else if (changes) for (let i = 0; i < pulls; i++) worker.postMessage({ command: 'pull' }); // what the Worker before owes
  }
  return trainer;
}

// makeWorker makes the Worker, or, where the server's policy has the browser refuse that at once, something in its place that is silent.
function makeWorker(url) {
  try {
    return new Worker(url);
  } catch {
    return { refused: true, onmessage() {}, postMessage() {}, terminate() {} };
  }
}

function workerless() {
  return explained("the server's policy forbids its Worker. Whoever runs the server can allow it: in the header Content-Security-Policy, worker-src needs blob:, " +
    `and script-src 'wasm-unsafe-eval'. ${elsewhere}`);
}

// trainer is what runs in the Worker, and sees nothing of this page.
function trainer() {
  const inbox = self.inbox = [];
  // The program holds ebiten too, which makes itself a canvas when it starts, and then draws nothing here.
  const element = { style: {}, addEventListener() {}, appendChild() {}, setAttribute() {} };
  self.window = element;
  self.document = { ...element, body: element, head: element, documentElement: element, createElement: () => element, hasFocus: () => false };
  self.Document = class { get hidden() { return true; } };
  self.onmessage = e => { if (e.data.program) run(e.data.program); else inbox.push(e); };

  async function run(program) {
    self.postMessage({ kind: 'begun' });
    try {
      const go = new (goRuntime(self))();
      await go.run(await WebAssembly.instantiate(program, go.importObject));
      throw new Error('it has come to an end');
    } catch (e) {
      self.postMessage({ kind: 'error', verb: 'pull', fatal: true, text: `The trainer has failed: ${e.message || e}.` });
    }
  }
}
