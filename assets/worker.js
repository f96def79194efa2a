// The trainer's Worker: runs worker.wasm, and keeps what the page says until that is there to listen.
'use strict';

self.inbox = [];
self.onmessage = e => self.inbox.push(e);
importScripts('go.js');

(async () => {
  const go = new (goRuntime(self))();
  const { instance } = await instantiate('worker.wasm', go.importObject);
  await go.run(instance);
  throw new Error('it has come to an end');
})().catch(e => self.postMessage({ kind: 'error', answer: true, fatal: true, text: `The trainer has failed: ${e.message || e}.` }));
