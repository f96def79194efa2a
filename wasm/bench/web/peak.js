// How fast the engine multiplies and adds, registers alone: one step is one run of the module that core/simd writes for it.
'use strict';

function peak() {
  let run;
  return {
    async open() {
      const { instance } = await WebAssembly.instantiateStreaming(fetch('peak.wasm'));
      run = instance.exports.run;
    },
    step(n) { run(n); },
    losses: () => [],
  };
}
