// Loads the two programs. They come compressed: as files beside the page, or within it where the page is a single file.
'use strict';

// compileProgram compiles the program that an element names: a link to its file, or a script whose text is the file in base64.
// progress(done) hears the share of the bytes that have come, where the server says how many there are. It compiles while it downloads.
async function compileProgram(id, progress = () => {}) {
  const place = document.getElementById(id);
  const packed = place.href ? await download(place.href, progress) : new Blob([fromBase64(place.textContent)]).stream();
  // What it is follows from its bytes: not every server knows the type of a .wasm.
  const response = new Response(await unpack(packed), { headers: { 'Content-Type': 'application/wasm' } });
  if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

// readTable reads a table of any kind in a Worker of its own, by a program that is loaded only for that: see wasm/reader. It promises the
// answer, {kind: 'table', text, told} or {kind: 'error', text}.
function readTable(table) {
  const reader = startTrainer(compileProgram('reader-program'));
  return new Promise(yes => {
    reader.onmessage = e => {
      if (e.data.kind === 'begun') return;
      reader.terminate();
      yes(e.data);
    };
    reader.postMessage({ table }, [table]);
  });
}

// download streams a file. Browsers that cannot unpack get the file as it was before it was compressed, which lies beside it.
async function download(url, progress) {
  if (!('DecompressionStream' in globalThis)) url = url.replace(/\.gz$/, '');
  const response = await fetch(url).catch(e => {
    if (globalThis.ganvasLab) return fromScript(url).then(bytes => new Response(bytes));
    if (location.protocol !== 'file:') throw new Error(`${url} could not be loaded (${e.message})`);
    throw new Error('a browser loads no programs from a folder: open ganvas.html, or ask a web server for this page');
  });
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`);
  const total = +response.headers.get('Content-Length');
  if (!total || response.headers.get('Content-Encoding')) return response.body;
  let come = 0;
  return response.body.pipeThrough(new TransformStream({
    transform(part, on) { progress((come += part.length) / total); on.enqueue(part); },
  }));
}

// unpack inflates what begins as gzip does, and leaves the rest: some servers have files named .gz unpacked by the browser.
async function unpack(stream) {
  const reader = stream.getReader();
  const first = await reader.read();
  const whole = new ReadableStream({
    start(on) { if (!first.done) on.enqueue(first.value); },
    async pull(on) {
      const { done, value } = await reader.read();
      if (done) on.close(); else on.enqueue(value);
    },
  });
  return first.value?.[0] === 0x1f ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}

// fromScript is the same file, compressed, out of a script: a sandboxed frame may not fetch unless the server says so, nor may a page in a folder, but
// both may load a script.
function fromScript(url) {
  const script = document.createElement('script');
  script.src = url.replace(/\.gz$/, '') + '.js';
  return new Promise((yes, no) => {
    script.onload = () => yes(new Blob([fromBase64(script.packed)]));
    script.onerror = () => no(new Error(`${url} could not be loaded`));
    document.head.append(script);
  });
}

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const characters = atob(text), bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
