// A lab in somebody else's page: loads nothing before it is seen, tells how high it is, and hands on what the page around it says.
// ui/embed says what an address and a message may hold; this only has to know where one ends.
'use strict';

(() => {
  const fields = ['type', 'version', 'id', 'key', 'value', 'spec', 'rate', 'n', 'who'];
  const longest = 8192, waiting = 64; // of a field's text, and messages before there is a program to hear them

  const root = document.documentElement;
  // What is laid out or decided before there is a program is looked up here, in the browser's way; ui/embed reads the address.
  const address = new Map(new URLSearchParams(location.search.toLowerCase().replaceAll('&amp;', '&')));
  const asked = (key, otherwise) => address.get(key) ?? otherwise;

  const lab = window.ganvasLab = {
    seen: false, inbox: [], tell, asked, onVisibility: null, onMessage: null, onTell: null, onSlide: false,
  };

  // What the style sheet needs to keep the lab's layout from its first frame on.
  for (const key of ['panels', 'controls', 'lock', 'bar']) root.dataset[key] = asked(key, { panels: 'plane', controls: 'transport,layers' }[key] ?? '').replaceAll(',', ' ');
  const theme = asked('theme', ''), height = asked('height', 'fit');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  root.dataset.height = height;
  if (/^\d{3,4}$/.test(height)) root.style.setProperty('--tall', height + 'px');

  function tell(event) {
    lab.onTell?.(event);
    if (parent !== window) parent.postMessage(event, '*'); // anyone may read: see ui/embed
  }

  tell({ type: 'ganvas:born', version: 1 });

  if (height === 'auto') {
    let told = 0;
    new ResizeObserver(() => {
      const now = Math.ceil(document.body.getBoundingClientRect().height);
      if (now !== told) tell({ type: 'ganvas:size', version: 1, height: told = now });
    }).observe(document.body);
  }

  // A page around it that knows more of what its reader sees says so: the element by the frame's name and by messages, a deck by its own.
  let onScreen = false, started = false, starved = true, shown = !window.name.endsWith('unseen') && asked('autoplay') !== 'slide';
  const look = () => {
    lab.seen = onScreen && !starved && shown && !document.hidden;
    if (lab.seen || asked('autoplay') === 'on') start();
    lab.onVisibility?.(lab.seen);
    dispatchEvent(new Event('ganvas:visibility')); // see assets/paint.js
  };
  new IntersectionObserver(entries => { onScreen = entries[entries.length - 1].isIntersecting; look(); }).observe(root);
  addEventListener('visibilitychange', look, true);
  watchFrames();

  // Firefox does not tell a frame of another site that it has been scrolled out of sight; it only gives it hardly any frames to draw. So a lab
  // whose frames stay away, though its timers come, is not seen, until frames come one upon the other again.
  function watchFrames() {
    const quick = 300, needed = 2, patience = 3;
    let awaited = false, missed = 0, last = -Infinity, inTime = 0;
    const set = now => { if (now !== starved) { starved = now; look(); } };
    const ask = () => { awaited = true; requestAnimationFrame(came); };
    const came = () => {
      const now = performance.now();
      inTime = now - last < quick ? inTime + 1 : 0;
      last = now;
      awaited = false;
      missed = 0;
      if (!starved) return;
      if (inTime >= needed) set(false); else ask();
    };
    setInterval(() => {
      if (document.hidden) missed = 0; // which browsers do tell
      else if (!awaited) ask();
      else if (++missed >= patience) set(true);
    }, quick);
    ask();
  }

  function show(is) { shown = is; look(); }

  function start() {
    if (started) return;
    started = true;
    const boot = document.createElement('script');
    boot.src = document.getElementById('boot').href;
    document.head.append(boot);
  }

  addEventListener('message', e => {
    if (parent === window || e.source !== parent) return;
    if (e.data === 'slide:start' || e.data === 'slide:stop') { lab.onSlide = true; show(e.data === 'slide:start'); }
    const text = plain(e.data);
    if (!text) return;
    if (text.type === 'ganvas:wake') start();
    if (text.type === 'ganvas:seen') show(text.value !== 'false');
    if (text.type === 'ganvas:spare' && !lab.seen) window.ganvas?.host?.giveBack();
    if (lab.onMessage) lab.onMessage(e.origin, text);
    else if (lab.inbox.length < waiting) lab.inbox.push([e.origin, text]);
  });

  // plain is a message as texts, of the few fields that there are; of a stranger's object nothing else is touched. Null if it is none of ours.
  function plain(data) {
    if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return null; // a Blob has a type too
    if (typeof data.type !== 'string' || !data.type.startsWith('ganvas:')) return null;
    const text = {};
    for (const field of fields) {
      const v = data[field];
      if (v === undefined) continue;
      text[field] = ['string', 'number', 'boolean'].includes(typeof v) ? String(v).slice(0, longest) : `[${typeof v}]`;
    }
    return text;
  }
})();
