// TensorFlow.js, new and old: the step as its users write it, but without what would cost it speed: generated samples are made
// outside the discriminator's gradient, and nothing is read back between steps.
'use strict';

async function tensorflow(name) {
  if (name === 'tfjs-0.12-cpu') {
    self.process = { versions: {} }; // the old one knows no Workers; so it takes this for a place without a page
    importScripts('npm/tfjs-core-0.12/dist/tf-core.min.js');
    tf.setBackend('cpu');
  } else {
    importScripts('npm/@tensorflow/tfjs/dist/tf.min.js');
    if (name === 'tfjs-wasm') {
      importScripts('npm/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js');
      tf.wasm.setWasmPaths('npm/@tensorflow/tfjs-backend-wasm/dist/');
    }
    if (!await tf.setBackend(name.replace('tfjs-', ''))) throw new Error(`it has no backend ${name}`);
    await tf.ready();
    if (name === 'tfjs-wasm' && !await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) throw new Error('it sees no SIMD');
  }
  let step, kept, trace;
  return {
    async open(key) {
      const s = await setup(key);
      ({ step, trace } = tfGAN(s, losses => { kept = losses; }));
    },
    step(n) { for (let i = 0; i < n; i++) tf.tidy(step); },
    trace(steps) {
      const out = [];
      for (let i = 0; i < steps; i++) { tf.tidy(trace); out.push(...kept); }
      return out;
    },
    losses() { tf.tidy(() => step(true)); return kept; },
  };
}

// Returns step(read) and trace(): read, or trace, tells the losses.
function tfGAN(s, tell) {
  const { model, arrays } = s;
  const make = a => tf.tensor(a.values, a.shape);
  const players = {};
  for (const p of ['g', 'd']) players[p] = layers(s, p).map(l => l.map(a => tf.variable(make(a))));
  const table = make(arrays.table);
  const fixed = Object.fromEntries(['real', 'mix', 'd.noise', 'g.noise'].map(k => [k, make(arrays[`check/${k}`])]));
  const optimiser = () => model.Optimiser === 'sgd' ? tf.train.sgd(model.Rate) : tf.train.adam(model.Rate, model.Beta1, model.Beta2, model.Epsilon);
  const optimisers = { g: optimiser(), d: optimiser() };

  // The new one's dense layers are fused, as in its layers package, but such layers have no second derivative.
  const plain = (params, x) => params.reduce((x, [w, b], i) => (i ? x.relu() : x).matMul(w).add(b), x);
  const fused = (params, x) => params.reduce((x, [w, b], i) =>
    tf.fused.matMul({ a: x, b: w, bias: b, activation: i < params.length - 1 ? 'relu' : 'linear' }), x);
  const network = tf.fused && !model.Penalty ? fused : plain;
  const generate = z => network(players.g, z).tanh();
  const judge = x => network(players.d, x);
  const one = tf.keep(tf.scalar(1));

  const game = {
    ns: {
      d: (real, fake) => real.neg().softplus().mean().add(fake.softplus().mean()),
      g: fake => fake.neg().softplus().mean(),
    },
    wgan: { d: (real, fake) => fake.mean().sub(real.mean()), g: fake => fake.mean().neg() },
  }[model.Loss];

  // (|∇D| - 1)² between real and generated samples.
  function penalty(real, fake, mix) {
    const x = mix.mul(real).add(one.sub(mix).mul(fake));
    const slope = tf.grad(x => judge(x).sum())(x);
    return slope.square().sum(1).add(tf.scalar(1e-12)).sqrt().sub(one).square().mean().mul(tf.scalar(model.Penalty));
  }

  const noise = () => model.Noise === 'uniform'
    ? tf.randomUniform([model.Batch, model.G[0]]) : tf.randomNormal([model.Batch, model.G[0]]);
  const rows = () => table.gather(tf.randomUniform([model.Batch], 0, model.Rows, 'int32'));
  const mix = () => model.Penalty ? tf.randomUniform([model.Batch, 1]) : null;

  function updateD(z, real, mix) {
    const fake = generate(z);
    return optimisers.d.minimize(() => {
      const loss = game.d(judge(real), judge(fake));
      return model.Penalty ? loss.add(penalty(real, fake, mix)) : loss;
    }, true, players.d.flat());
  }
  const updateG = z => optimisers.g.minimize(() => game.g(judge(generate(z))), true, players.g.flat());

  function run(read, noiseD, real, mix, noiseG) {
    let d, g;
    for (let i = 0; i < model.UpdatesD; i++) d = updateD(noiseD(), real(), mix());
    for (let i = 0; i < model.UpdatesG; i++) g = updateG(noiseG());
    if (read) tell([d.dataSync()[0], g.dataSync()[0]]);
  }
  return {
    step(read) { run(read, noise, rows, mix, noise); },
    trace() { run(true, () => fixed['d.noise'], () => fixed.real, () => fixed.mix, () => fixed['g.noise']); },
  };
}
