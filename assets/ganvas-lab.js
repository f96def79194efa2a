// <ganvas-lab spec="data=moons" panels="plane,losses" height="420"> puts a lab of Ganvas into a page: a sandboxed frame, made when the reader comes near
// it. One script tag is all it takes, and what stands inside the element is shown until then. Attributes are the keys of a lab's
// address (see embedding.html), spec is the experiment's own part of it, label the frame's name for screen readers.
//
// It passes what the lab tells as events ("ganvas:step", its fields in detail), and has play(rate), pause(), reset(), set(key, value), open(spec),
// train(n, who), ask(): promises of the lab's answer.
'use strict';

(() => {
  if (customElements.get('ganvas-lab')) return;

  const script = document.currentScript ?? document.querySelector('script[src*="ganvas-lab.js"]');
  const site = new URL('.', script.src);
  const options = '{{options}}'.split(' '); // of ui/embed: they are written in when the site is built
  const told = ['ready', 'step', 'measure', 'state', 'done', 'error', 'size', 'rest'].map(t => 'ganvas:' + t);
  const near = '300px', waiting = 64, shortest = 40, highest = 10000;

  const look = new CSSStyleSheet();
  look.replaceSync(':host { display: block; } :host([hidden]) { display: none; } iframe { display: block; width: 100%; border: 0; color-scheme: normal; }');

  const open = new Set(); // the elements that have a frame
  addEventListener('message', e => { for (const lab of open) if (lab.from(e.source)) lab.hear(e.data); });

  const nearness = new IntersectionObserver(entries => {
    for (const e of entries) if (e.isIntersecting) e.target.load();
  }, { rootMargin: near });

  class GanvasLab extends HTMLElement {
    static observedAttributes = ['spec', 'label', ...options];
    #frame = null; #ready = false; #queue = []; #answers = new Map(); #asked = 0; #due = false;

    connectedCallback() {
      if (!this.shadowRoot) {
        this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
        this.shadowRoot.adoptedStyleSheets = [look];
      }
      if (this.getAttribute('autoplay') === 'on') this.load(); else nearness.observe(this);
    }

    disconnectedCallback() {
      nearness.unobserve(this);
      open.delete(this);
      this.#frame?.remove();
      this.#frame = null;
      this.#forget('the lab was taken out of the page');
      this.shadowRoot.replaceChildren(document.createElement('slot'));
    }

    attributeChangedCallback(name, was, is) {
      if (was === is || !this.#frame || this.#due) return;
      this.#due = true; // several that change together load the lab once
      queueMicrotask(() => { this.#due = false; if (this.#frame) this.#point(); });
    }

    // load makes the frame now, near or not.
    load() {
      if (this.#frame || !this.isConnected) return;
      nearness.unobserve(this);
      this.#frame = document.createElement('iframe');
      // A file has no origin anyway, and in a sandbox may not load even its own scripts.
      if (site.protocol !== 'file:') this.#frame.setAttribute('sandbox', 'allow-scripts');
      this.#frame.referrerPolicy = 'no-referrer';
      this.#point();
      open.add(this);
      this.shadowRoot.replaceChildren(this.#frame);
    }

    get src() {
      const pairs = [];
      for (const key of options) {
        if (key === 'origin') pairs.push(['origin', this.#origins()]);
        else if (key === 'height') pairs.push(['height', this.#tall() ? 'fit' : 'auto']);
        else if (this.hasAttribute(key)) pairs.push([key, this.getAttribute(key)]);
      }
      const own = pairs.filter(([, v]) => v !== '').map(([k, v]) => k + '=' + encodeURIComponent(v).replaceAll('%2C', ','));
      const spec = (this.getAttribute('spec') ?? '').replace(/^[^?]*\?/, '');
      return new URL('lab.html', site).href + '?' + [spec, ...own].filter(Boolean).join('&');
    }

    // This page may command its labs.
    #origins() {
      const given = this.getAttribute('origin')?.split(',') ?? [];
      if (origin !== site.origin || origin === 'null') given.push(origin);
      return [...new Set(given)].join(',');
    }

    #tall() { return +(/^\s*(\d+)(px)?\s*$/.exec(this.getAttribute('height') ?? '')?.[1] ?? 0); }

    #point() {
      this.#ready = false;
      this.#forget('the lab is loaded anew');
      this.#frame.title = this.getAttribute('label') ?? 'A lab: two networks that learn from each other';
      this.#frame.style.height = (this.#tall() || Math.min(this.clientWidth || 480, 544) + 90) + 'px';
      if (this.#frame.src !== this.src) this.#frame.src = this.src;
    }

    from(source) { return this.#frame !== null && source === this.#frame.contentWindow; }

    hear(data) {
      if (typeof data !== 'object' || data === null || !told.includes(data.type)) return;
      if (data.type === 'ganvas:size' && !this.#tall() && data.height >= shortest) this.#frame.style.height = Math.min(data.height, highest) + 'px';
      if (data.type === 'ganvas:ready') {
        this.#ready = true;
        for (const m of this.#queue.splice(0)) this.#send(m);
      }
      if (data.type === 'ganvas:rest') this.#ready = false;
      const answer = this.#answers.get(data.to);
      if (answer) {
        this.#answers.delete(data.to);
        if (data.type === 'ganvas:error') answer.no(new Error(data.text)); else answer.yes(data);
      }
      this.dispatchEvent(new CustomEvent(data.type, { detail: data, bubbles: true }));
    }

    #forget(why) {
      this.#queue = [];
      for (const { no } of this.#answers.values()) no(new Error(why));
      this.#answers.clear();
    }

    #send(message) { this.#frame.contentWindow.postMessage(message, '*'); } // a sandboxed frame has no origin to name

    // say posts a message to the lab, as soon as it listens, and promises its answer. A lab that rests wakes when it is seen.
    say(message) {
      this.load();
      if (!this.#frame) return Promise.reject(new Error('the lab is not in the page'));
      const id = 'lab' + ++this.#asked, whole = { version: 1, ...message, id };
      const answer = new Promise((yes, no) => {
        if (!this.#ready && this.#queue.length >= waiting) { no(new Error('the lab does not listen yet, and too much waits for it')); return; }
        this.#answers.set(id, { yes, no });
        if (this.#ready) this.#send(whole); else this.#queue.push(whole);
      });
      answer.catch(() => {}); // who does not wait for it hears of an error by its event
      return answer;
    }

    play(rate) { return this.say({ type: 'ganvas:play', rate }); }
    pause() { return this.say({ type: 'ganvas:pause' }); }
    reset() { return this.say({ type: 'ganvas:reset' }); }
    set(key, value) { return this.say({ type: 'ganvas:set', key, value }); }
    open(spec) { return this.say({ type: 'ganvas:open', spec }); }
    train(n, who) { return this.say({ type: 'ganvas:train', n, who }); }
    ask() { return this.say({ type: 'ganvas:ask' }); }
  }

  // Attributes as properties; lang is HTML's own already.
  for (const key of ['spec', 'label', ...options]) {
    if (key in HTMLElement.prototype) continue;
    Object.defineProperty(GanvasLab.prototype, key, {
      enumerable: true, configurable: true,
      get() { return this.getAttribute(key) ?? ''; },
      set(v) { if (v === null || v === undefined) this.removeAttribute(key); else this.setAttribute(key, v); },
    });
  }
  customElements.define('ganvas-lab', GanvasLab);
})();
