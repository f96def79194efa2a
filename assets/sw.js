// The service worker: after one visit the site works without a connection. wasm/pack writes a line before this one that defines
// site: its version, which follows from all of its bytes, and the hash of each of its files. Lessons are kept from their first reading on.
//
// A version is kept whole or not at all, and a page is of one version: the next one waits until no page of this one is open, or until the
// only one that is is loaded again.
'use strict';

const home = new URL('./', location);
const mine = `ganvas ${home.pathname} `; // other sites may share the origin
const kept = mine + site.version;

self.addEventListener('install', e => e.waitUntil(keep()));
self.addEventListener('activate', e => e.waitUntil(takeOver()));
self.addEventListener('message', e => { if (e.data === 'take over') self.skipWaiting(); });
self.addEventListener('fetch', e => {
  const names = namesOf(e.request);
  if (names) e.respondWith(answer(e.request, names));
});

async function keep() {
  const cache = await caches.open(kept);
  try {
    await Promise.all(Object.entries(site.files).map(([name, hash]) => keepFile(cache, name, hash)));
  } catch (e) {
    await caches.delete(kept);
    throw e;
  }
}

// keepFile fetches a file and keeps it if it is the one that belongs to this version. A hash that is empty is in the file's name.
async function keepFile(cache, name, hash) {
  if (!('DecompressionStream' in self)) name = name.replace(/\.wasm\.gz$/, '.wasm');
  const fresh = /\.[0-9a-f]{8}\./.test(name) ? 'default' : 'no-cache';
  const response = await fetch(new URL(name, home), { integrity: hash, cache: fresh });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // A copy, for browsers refuse a response that came by a redirection where they ask for a page.
  await cache.put(new URL(name, home), new Response(response.body, { headers: response.headers }));
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter(n => n.startsWith(mine) && n !== kept).map(n => caches.delete(n)));
  await clients.claim();
}

// namesOf are the files that a request may mean: servers differ in what they let out of an address.
function namesOf(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return null;
  const path = url.pathname.slice(home.pathname.length);
  return path === '' || path.endsWith('/') ? [path + 'index.html'] : [path, path + '.html'];
}

// answer answers with a file as its server has sent it. It adds no headers by which threads could share memory: a page that is loaded again with others than
// it had comes as a page of another group of windows, and in Chromium its place in the history has then forgotten its step.
async function answer(request, names) {
  if (request.mode === 'navigate' && registration.waiting && (await clients.matchAll()).length < 2) {
    registration.waiting.postMessage('take over');
    return new Response('', { headers: { 'Content-Type': 'text/html', Refresh: '0' } });
  }
  const cache = await caches.open(kept);
  for (const name of names) {
    const file = await cache.match(new URL(name, home));
    if (file) return file;
    if (name in site.lessons) {
      try {
        await keepFile(cache, name, site.lessons[name]);
        return await cache.match(new URL(name, home));
      } catch { } // what the server has, or its silence, is the answer then
    }
  }
  return fetch(request);
}
