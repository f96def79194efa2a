#!/bin/sh
# Wraps Go's own wasm_exec.js, which must be that of the Go version that builds, in a function: it keeps to the globalThis that
# it is given, so that two programs on one page, or one behind a stand-in, do not meet. With it comes what both sides need
# to load a program.
set -eu
cat <<'JS'
function goRuntime(globalThis) {
// The one name that wasm_exec.js uses without saying of what: what the program prints goes through it.
const fs = { writeSync: (...args) => globalThis.fs.writeSync(...args) };
JS
cat "$1"
cat <<'JS'
return globalThis.Go;
}

// Compiles while it downloads, where the server names the type of what it serves. progress(done) hears the share of the bytes that
// have come, where the server says how many there are.
async function instantiate(url, imports, progress = () => {}) {
  let response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`);
  const total = +response.headers.get('Content-Length');
  if (response.body && total && !response.headers.get('Content-Encoding')) {
    let come = 0;
    const count = new TransformStream({ transform(part, on) { progress((come += part.length) / total); on.enqueue(part); } });
    response = new Response(response.body.pipeThrough(count), { headers: response.headers });
  }
  if (response.headers.get('Content-Type') === 'application/wasm') return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
JS
