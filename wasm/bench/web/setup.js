// A model's description and first values, which Go writes: {model, arrays: {name: {shape, values}}}.
'use strict';

async function setup(key) {
  const { model, arrays } = await (await fetch(`${key}.json`)).json();
  const values = new Float32Array(await (await fetch(`${key}.bin`)).arrayBuffer());
  const named = {};
  let at = 0;
  for (const { Name, Shape } of arrays) {
    const n = Shape.reduce((a, b) => a * b, 1);
    named[Name] = { shape: Shape, values: values.slice(at, at += n) };
  }
  return { model, arrays: named };
}

// The parameters of a player, [weight, bias] for each layer.
function layers({ model, arrays }, player) {
  const n = model[player.toUpperCase()].length - 1;
  return Array.from({ length: n }, (_, i) => [arrays[`${player}/${i}/weight`], arrays[`${player}/${i}/bias`]]);
}
