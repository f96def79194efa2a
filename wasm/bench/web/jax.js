// jax-js on its wasm device: the whole step in one jit, random numbers included. Arrays are counted by hand there: a function
// takes its arguments over, and .ref keeps one for another use.
import { init, defaultDevice, jit, valueAndGrad, numpy as np, nn, random, tree, blockUntilReady } from './npm/@jax-js/jax/dist/index.js';

export default async function jax() {
  await init('wasm');
  defaultDevice('wasm');
  let gan;
  return {
    async open(key) { gan = build(await self.setup(key)); },
    async step(n) {
      for (let i = 0; i < n; i++) gan.step();
      await blockUntilReady(tree.ref(gan.state()));
    },
    trace(steps) {
      const out = [];
      for (let i = 0; i < steps; i++) out.push(...gan.trace());
      return out;
    },
    losses: () => gan.losses(),
  };
}

// Returns step(), trace(), losses() and state().
function build(s) {
  const { model, arrays } = s;
  const make = a => np.array(a.values).reshape(a.shape);
  const params = p => self.layers(s, p).map(l => l.map(make));
  const zeros = p => self.layers(s, p).map(l => l.map(a => np.zeros(a.shape)));
  const adam = model.Optimiser === 'adam';
  const player = p => ({
    params: params(p),
    ...(adam && { mean: zeros(p), square: zeros(p), power1: np.array([1]), power2: np.array([1]) }),
  });

  const network = (params, x) => params.reduce((x, [w, b], i) => np.matmul(i ? nn.relu(x) : x, w).add(b), x);
  const generate = (g, z) => np.tanh(network(g, z));
  const mean = x => np.mean(x);

  const game = {
    ns: {
      d: (real, fake) => mean(nn.softplus(real.neg())).add(mean(nn.softplus(fake))),
      g: fake => mean(nn.softplus(fake.neg())),
    },
    wgan: { d: (real, fake) => mean(fake).sub(mean(real)), g: fake => mean(fake).neg() },
  }[model.Loss];

  // ∇D at x, written out: reverse mode over grad() gives wrong derivatives by the weights in this version (finite differences and
  // all other engines agree on others), and stops them for arguments that grad() is not by.
  function slope(d, x) {
    const masks = [], rows = x.shape[0];
    for (const [w, b] of d.slice(0, -1)) {
      const h = np.matmul(x, w.ref).add(b);
      const mask = np.greater(h.ref, 0).astype(np.float32);
      masks.push(mask.ref);
      x = h.mul(mask);
    }
    x.dispose();
    d.at(-1)[1].dispose();
    return d.reduceRight((s, [w], i) => {
      const back = np.matmul(s, w.transpose());
      return i ? back.mul(masks[i - 1]) : back;
    }, np.ones([rows, 1]));
  }

  // (|∇D| - 1)² between real and generated samples.
  function penalty(d, real, fake, mix) {
    const x = mix.ref.mul(real).add(np.subtract(1, mix).mul(fake));
    const length = np.sqrt(np.sum(np.square(slope(d, x)), 1).add(1e-12));
    return mean(np.square(length.sub(1))).mul(model.Penalty);
  }

  function lossD(d, real, fake, mix) {
    if (!model.Penalty) return game.d(network(tree.ref(d), real), network(d, fake));
    const extra = penalty(tree.ref(d), real.ref, fake.ref, mix);
    return game.d(network(tree.ref(d), real), network(d, fake)).add(extra);
  }
  const lossG = (g, d, z) => game.g(network(d, generate(g, z)));

  // One parameter's way down: [θ, m, v].
  function descend(p, g, m, v, scale1, scale2) {
    const { Rate: rate, Beta1: b1, Beta2: b2 } = model;
    m = m.mul(b1).add(g.ref.mul(1 - b1));
    v = v.mul(b2).add(np.square(g).mul(1 - b2));
    const step = m.ref.mul(scale1).div(np.sqrt(v.ref.mul(scale2)).add(model.Epsilon));
    return [p.sub(step.mul(rate)), m, v];
  }

  function move(player, grads) {
    const each = f => player.params.map((l, i) => l.map((_, j) => f(i, j)));
    if (!adam) return { params: each((i, j) => player.params[i][j].sub(grads[i][j].mul(model.Rate))) };
    const power1 = player.power1.mul(model.Beta1), power2 = player.power2.mul(model.Beta2);
    const scale1 = np.reciprocal(np.subtract(1, power1.ref)), scale2 = np.reciprocal(np.subtract(1, power2.ref));
    const all = each((i, j) => descend(player.params[i][j], grads[i][j], player.mean[i][j], player.square[i][j], scale1.ref, scale2.ref));
    scale1.dispose(); scale2.dispose();
    const pick = k => all.map(l => l.map(t => t[k]));
    return { params: pick(0), mean: pick(1), square: pick(2), power1, power2 };
  }

  function updateD(g, d, z, real, mix) {
    const fake = generate(tree.ref(g.params), z);
    const args = model.Penalty ? [real, fake, mix] : [real, fake];
    const [loss, grads] = valueAndGrad(lossD)(tree.ref(d.params), ...args);
    return [loss, move(d, grads)];
  }
  function updateG(g, d, z) {
    const [loss, grads] = valueAndGrad(lossG)(tree.ref(g.params), tree.ref(d.params), z);
    return [loss, move(g, grads)];
  }

  // A step, given where its inputs come from; it takes over the players.
  function run(g, d, inputs) {
    const last = {};
    for (let i = 0; i < model.UpdatesD; i++) {
      last.d?.dispose();
      [last.d, d] = updateD(g, d, ...inputs.d());
    }
    for (let i = 0; i < model.UpdatesG; i++) {
      last.g?.dispose();
      [last.g, g] = updateG(g, d, inputs.g());
    }
    return { g, d, losses: last };
  }

  const perD = model.Penalty ? 3 : 2, keys = 1 + model.UpdatesD * perD + model.UpdatesG;
  const random1 = jit(({ g, d, key }, table) => {
    const all = random.split(key, keys);
    let used = 1;
    const take = () => all.ref.slice(used++);
    const draw = (k, shape) => model.Noise === 'uniform' ? random.uniform(k, shape) : random.normal(k, shape);
    const rows = k => np.take(table.ref, np.floor(random.uniform(k, [model.Batch]).mul(model.Rows)).astype(np.int32), 0);
    const out = run(g, d, {
      d: () => [draw(take(), [model.Batch, model.G[0]]), rows(take()), ...(model.Penalty ? [random.uniform(take(), [model.Batch, 1])] : [])],
      g: () => draw(take(), [model.Batch, model.G[0]]),
    });
    out.key = all.ref.slice(0);
    all.dispose(); table.dispose();
    return out;
  });
  const fixed1 = jit(({ g, d }, f) => {
    const out = run(g, d, {
      d: () => [f.noiseD.ref, f.real.ref, ...(model.Penalty ? [f.mix.ref] : [])],
      g: () => f.noiseG.ref,
    });
    tree.dispose(f);
    return out;
  });

  const table = make(arrays.table);
  const fixed = {
    noiseD: make(arrays['check/d.noise']), noiseG: make(arrays['check/g.noise']), real: make(arrays['check/real']),
    ...(model.Penalty && { mix: make(arrays['check/mix']) }),
  };
  let state = { g: player('g'), d: player('d') }, key = random.key(1), last;
  const take = out => {
    tree.dispose(last);
    last = out.losses;
    state = { g: out.g, d: out.d };
    if (out.key) key = out.key;
  };
  const losses = () => [last.d.ref.js(), last.g.ref.js()];
  return {
    step() { take(random1({ ...state, key }, table.ref)); },
    trace() { take(fixed1(state, tree.ref(fixed))); return losses(); },
    losses,
    state: () => state,
  };
}
