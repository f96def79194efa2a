// Loads the programs. They come compressed: as files beside the page, or within it where the page is a single file.
'use strict';

// What a page that loads at once needs is fetched from here on; a rel=preload would do so too, but a browser without a cache, as WebKit's in private,
// does not find it again.
const early = new Map;
for (const { href } of document.querySelectorAll('link[data-early]')) {
  if (origin === 'null') break; // a file, or a sandbox, where nothing can be fetched
  const response = fetch(href);
  response.catch(() => {}); // told by who waits for it
  early.set(href, response);
}

// taken is the answer to an early fetch, which can be read once, or to a fetch of its own.
function taken(url) {
  const response = early.get(url) ?? fetch(url);
  early.delete(url);
  return response;
}

// compileProgram compiles the program that an element names: a link to its file, or a script whose text is the file in base64.
// progress(done) hears the share of the bytes that have come, where the server says how many there are. It compiles while it downloads.
async function compileProgram(id, progress = () => {}) {
  const place = document.getElementById(id);
  if (!globalThis.WebAssembly) throw explained('this browser has no WebAssembly, or its settings switch it off');
  const packed = place.href ? await download(place.href, progress) : new Blob([fromBase64(place.textContent)]).stream();
  // What it is follows from its bytes: not every server knows the type of a .wasm.
  const response = new Response(await unpack(packed, place.href), { headers: { 'Content-Type': 'application/wasm' } });
  if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

// loadBytes promises what few visits need, as an ArrayBuffer: the file that an element links to, or its text in base64.
async function loadBytes(id) {
  const place = document.getElementById(id);
  if (!place) throw new Error('this page comes without it');
  if (!place.href) return fromBase64(place.textContent).buffer;
  if (origin === 'null' && !globalThis.ganvasLab) throw new Error('a page in a sandbox may fetch nothing'); // and asking leaves an error on the console
  const response = await fetch(place.href);
  if (!response.ok) throw new Error(`${place.href} could not be loaded (${response.status})`);
  return response.arrayBuffer();
}

// readImages reads all files of one set of images, and calls told(done, total), in images, on the way. It promises the answer,
// {kind: 'images', set, told} or {kind: 'error', text}.
function readImages(files, told) { return askReader({ images: [...files] }, [], told); }

// askReader asks the program that few visits need, wasm/reader. It promises the answer, and calls told(done, total) on the way.
function askReader(question, handed = [], told = () => {}) {
  return new Promise(yes => {
    const reader = openReader(said => {
      if (said.kind === 'progress') return void told(said.done, said.total);
      reader.terminate();
      yes(said);
    });
    reader.postMessage(question, handed);
  });
}

// openReader starts that program, a Worker of its own that stays, and returns it; heard is called with what it posts.
function openReader(heard) {
  const worker = startTrainer(compileProgram('reader-program'));
  worker.onmessage = e => { if (e.data.kind !== 'begun') heard(e.data); };
  return worker;
}

// elsewhere is the way out for who cannot change the server.
const elsewhere = 'Without that, ganvas.html works from any folder';

// explained is an error that says what to do, where loading the page again would not help.
function explained(text) { return Object.assign(new Error(text), { explained: true }); }

// explain is an error of an engine, or what stands behind it: WebKit says only when a program starts that the server's policy forbids it, others when
// one is compiled or a Worker made.
function explain(e) {
  if (e.explained || !/unsafe-eval|Content.?Security.?Policy|CSP/i.test(e.message)) return e;
  return explained("the server's policy forbids WebAssembly. Whoever runs the server can allow it: in the header Content-Security-Policy, script-src needs " +
    `'wasm-unsafe-eval', and worker-src needs blob:. ${elsewhere}`);
}

// download streams a file. Browsers that cannot unpack get the file as it was before it was compressed, which lies beside it. A frame in a sandbox may
// fetch only what a server shares, and asking leaves an error on the console: there programs come as scripts, and in a folder those of labs do.
async function download(url, progress) {
  const packed = 'DecompressionStream' in globalThis;
  if (origin === 'null' && (globalThis.ganvasLab || location.protocol !== 'file:')) return new Response(await fromScript(url)).body;
  if (location.protocol === 'file:') throw explained('a browser loads no programs from a folder: open ganvas.html, or ask a web server for this page');
  if (!packed) url = url.replace(/\.gz$/, '');
  const response = await taken(url).catch(e => { throw new Error(`${url} could not be loaded (${e.message})`); });
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`);
  const total = +response.headers.get('Content-Length');
  if (!total || response.headers.get('Content-Encoding')) return response.body;
  let come = 0;
  return response.body.pipeThrough(new TransformStream({
    transform(part, on) { progress((come += part.length) / total); on.enqueue(part); },
  }));
}

// unpack inflates what begins as gzip does, and leaves programs: some servers have files named .gz unpacked by the browser.
async function unpack(stream, url) {
  const reader = stream.getReader();
  const first = await reader.read();
  if (first.value && first.value[0] !== 0x1f && first.value[0] !== 0) {
    throw explained(`${url} is not the program: the server answers with something else, such as a page that says so. Whoever runs the server can see whether the file was uploaded, and is handed out as it is. ${elsewhere}`);
  }
  const whole = new ReadableStream({
    start(on) { if (!first.done) on.enqueue(first.value); },
    async pull(on) {
      const { done, value } = await reader.read();
      if (done) on.close(); else on.enqueue(value);
    },
  });
  return first.value?.[0] === 0x1f ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}

// fromScript is the same file, compressed, out of a script.
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
