// A Worker with one engine, by the Worker's name. An engine is {open(model), trace(steps), step(n), losses()}: open makes a model from
// its first values, trace takes steps on fixed inputs and returns the losses after each, step takes n steps on random ones.
'use strict';

const actions = {
  // Loads the engine and the model.
  async open(key) {
    this.engine ??= await load(self.name);
    await this.engine.open(key);
  },

  trace(steps) { return this.engine.trace(steps); },

  // Steps for that many milliseconds, in calls of about 5 ms where steps are shorter; returns how many, how long and the losses.
  async run(ms) {
    const start = performance.now();
    let steps = 0, n = 1, end = start;
    while (end - start < ms) {
      const before = end;
      await this.engine.step(n);
      steps += n;
      end = performance.now();
      if (end - before < 5) n *= 2;
    }
    const losses = await this.engine.losses();
    return { steps, ms: performance.now() - start, losses };
  },

  // Loads the engine alone.
  async load() { this.engine ??= await load(self.name); },

  // The way to the first step; the engine need only have been loaded.
  compile() { return this.engine.compile(); },

  profile(key) { return this.engine.profile(key); },
};

self.onmessage = async e => {
  try {
    self.postMessage(await actions[e.data.action](...e.data.args) ?? null);
  } catch (error) {
    self.postMessage({ error: String(error?.message ?? error).split('\n')[0] });
  }
};

async function load(name) {
  if (name === 'peak') { importScripts('peak.js'); return peak(); }
  if (name === 'simd' || name === 'simd2' || name === 'go') { importScripts('ours.js'); return ours(name); }
  importScripts('setup.js');
  if (name === 'jax') return (await import('./jax.js')).default();
  importScripts('tensorflow.js');
  return tensorflow(name);
}
