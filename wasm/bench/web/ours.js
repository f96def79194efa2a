// Our two machines, in Go's program: what it returns as {error} is thrown.
'use strict';

async function ours(machine) {
  importScripts('wasm_exec.js');
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(fetch('ours.wasm'), go.importObject);
  await new Promise(started => { self.started = started; go.run(instance); });
  const engine = self.bench;
  const call = name => (...args) => {
    const v = engine[name](...args);
    if (v?.error) throw new Error(v.error);
    return v;
  };
  return {
    open: key => call('open')(key, machine),
    trace: call('trace'), step: call('step'), losses: call('losses'), compile: call('compile'), profile: call('profile'),
  };
}
