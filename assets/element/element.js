// <ganvas-lab spec="data=moons" panels="plane,losses" height="420"> puts a lab of Ganvas into a page: a sandboxed frame, made when the reader comes near
// it. One script is all it takes, and what stands inside the element is shown until then. Attributes are the keys of a lab's
// address (see embedding.html), spec is the experiment's own part of it, label the frame's name for screen readers, height any length of CSS.
//
// It passes what the lab tells as events ("ganvas:step", its fields in detail), and has play(rate), pause(), reset(), set(key, value), open(spec),
// train(n, who), ask(): promises of the lab's answer. It tells the lab the page's colours and whether it can be seen, and does for it what a sandbox forbids.

let site; // where labs are loaded from

// defineLab registers the element, once, for labs of the site at an address; called again it changes the site. On a server, where there are no
// elements, it does nothing.
function defineLab(address) {
  if (!globalThis.customElements) return;
  site = new URL('.', address);
  if (customElements.get('ganvas-lab')) return;

  const options = '{{options}}'.split(' '); // of ui/embed: they are written in when the site is built
  const told = ['born', 'ready', 'step', 'measure', 'state', 'goal', 'done', 'error', 'size', 'rest', 'file', 'page', 'key'].map(t => 'ganvas:' + t);
  const near = '300px', waiting = 64, shortest = 40, highest = 10000, often = 300;
  const patience = 15000, grace = 2000; // milliseconds: how long a lab's page may take to come, and after its frame says that it has loaded

  const look = new CSSStyleSheet();
  look.replaceSync(':host { display: block; } :host([hidden]) { display: none; } div { overflow: hidden; } iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: normal; } [hidden] { display: none; }');

  const open = new Set(); // the elements that have a frame
  addEventListener('message', e => { for (const lab of open) if (lab.from(e.source)) lab.hear(e.data); });
  // Nothing tells of opacities and colours, nor of all that moves a lab.
  setInterval(() => {
    for (const lab of open) { lab.look(); lab.paint(); }
    lend(open);
  }, often);

  const nearness = new IntersectionObserver(entries => {
    for (const e of entries) if (e.isIntersecting) e.target.load();
  }, { rootMargin: near });

  class GanvasLab extends HTMLElement {
    static observedAttributes = ['spec', 'label', ...options];
    #box = document.createElement('div');
    #frame = null; #ready = false; #queue = []; #answers = new Map(); #asked = 0; #needed = 0; #due = false; #scheme = ''; #shown = true; #lent = true; #born = false; #missing = 0; #failed = false;

    connectedCallback() {
      if (!this.shadowRoot) {
        this.attachShadow({ mode: 'open' }).append(this.#box);
        this.shadowRoot.adoptedStyleSheets = [look];
      }
      this.#empty();
      this.#reserve();
      if (this.getAttribute('autoplay') === 'on') this.load(); else nearness.observe(this);
    }

    disconnectedCallback() {
      nearness.unobserve(this);
      open.delete(this);
      this.#frame?.remove();
      this.#frame = null;
      this.#forget('the lab was taken out of the page');
      this.#empty();
    }

    #empty() { this.#box.replaceChildren(document.createElement('slot')); }

    // The lab's room is kept from the beginning, so that nothing below it moves when it comes.
    #reserve() { this.#box.style.height = this.#tall() || (this.#needed || this.#room()) + 'px'; }

    #room() {
      return roomOf(this.clientWidth || 480, this.getAttribute('panels') || 'plane', this.getAttribute('controls') || 'transport,layers', this.getAttribute('bar') === 'on');
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
      this.#frame.allow = 'fullscreen';
      this.#shown = isShown(this);
      this.#frame.name = this.#shown ? 'ganvas-lab' : 'ganvas-lab unseen'; // by which the lab knows that it is in an element: see lab.js
      // A page that holds data which others may not share takes frames in only without what they have stored: a lab has nothing stored.
      if (globalThis.crossOriginIsolated) this.#frame.credentialless = true;
      this.#frame.addEventListener('load', () => { this.#tellSight(); this.#expect(grace); });
      this.#point();
      open.add(this);
      this.#box.replaceChildren(this.#frame);
    }

    // expect has the figure stand in the lab's place where the lab's page does not come: a policy forbids it, or there is no connection. It may come late.
    #expect(wait) {
      clearTimeout(this.#missing);
      this.#missing = setTimeout(() => {
        if (this.#born || !this.#frame) return;
        const link = Object.assign(document.createElement('a'), { href: this.src, target: '_blank', rel: 'noopener', textContent: this.#frame.title });
        const figure = document.createElement('slot'); // what stands between the tags, or else the link
        figure.append(link);
        this.#frame.hidden = true;
        this.#box.style.height = '';
        this.#box.querySelector('slot')?.remove();
        this.#box.append(figure); // a frame that is moved is loaded anew
      }, wait);
    }

    #comes() {
      this.#born = true;
      if (!this.#frame.hidden) return;
      this.#frame.hidden = false;
      this.#box.querySelector('slot').remove();
      this.#reserve();
    }

    // look tells the lab when it comes to be seen, or no longer is, without being scrolled.
    look() {
      const shown = isShown(this);
      if (shown === this.#shown) return;
      this.#shown = shown;
      this.#tellSight();
    }

    #tellSight() { this.#send({ type: 'ganvas:seen', version: 1, value: String(this.#shown) }); }

    // keep has the lab keep its graphics, if it has any, or give them back.
    keep(lent) {
      if (lent === this.#lent) return;
      this.#lent = lent;
      if (!lent) this.#send({ type: 'ganvas:spare', version: 1 });
    }

    // paint tells the lab when the colours behind it are others: theme= overrules them.
    paint() {
      const scheme = this.#wanted();
      if (scheme === this.#scheme || this.hasAttribute('theme')) return;
      this.#scheme = scheme;
      this.#repaint();
    }

    #repaint() { if (!this.hasAttribute('theme')) this.#send({ type: 'ganvas:theme', version: 1, value: this.#scheme }); }

    #wanted() { return this.getAttribute('theme') || schemeBehind(this); }

    get src() {
      const pairs = [];
      for (const key of options) {
        if (key === 'origin') pairs.push(['origin', this.#origins()]);
        else if (key === 'theme') pairs.push(['theme', this.#scheme || this.#wanted()]);
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

    // The height that was asked for, of CSS; empty where the lab is to be as high as it needs.
    #tall() {
      const asked = (this.getAttribute('height') ?? '').trim(), length = /^\d+$/.test(asked) ? asked + 'px' : asked;
      return /^[\d.]+[a-z]+$|^\w+\(/.test(length) && CSS.supports('height', length) ? length : '';
    }

    #point() {
      this.#frame.title = this.getAttribute('label') ?? 'A lab: two networks that learn from each other';
      this.#scheme = this.#wanted();
      this.#reserve();
      if (this.#frame.src === this.src) return;
      this.#ready = this.#born = this.#failed = false;
      this.#needed = 0;
      this.#forget('the lab is loaded anew');
      this.#reserve();
      this.#expect(patience);
      this.#frame.src = this.src;
    }

    from(source) { return this.#frame !== null && source === this.#frame.contentWindow; }

    hear(data) {
      if (typeof data !== 'object' || data === null || !told.includes(data.type)) return;
      if (!this.#born) this.#comes();
      if (data.type === 'ganvas:size') this.#needed = data.height;
      if (data.type === 'ganvas:ready') {
        this.#ready = this.#lent = true; // by now it has its graphics
        for (const m of this.#queue.splice(0)) this.#send(m);
        if (data.theme !== this.#scheme) this.#repaint();
      }
      if (data.type === 'ganvas:error' && data.field === undefined) this.#failed = true; // what it says then must have room
      // Before it is ready it has not all of its parts, and would only move the page there and back.
      if ((this.#ready || this.#failed) && !this.#tall() && this.#needed >= shortest) this.#box.style.height = Math.min(this.#needed, highest) + 'px';
      if (data.type === 'ganvas:file') saveFile(data.name, data.bytes);
      if (data.type === 'ganvas:page' && String(data.query).startsWith('?')) window.open(new URL(data.query, site), '_blank', 'noopener');
      if (data.type === 'ganvas:key') pressKey(this, data.key, data.code);
      if (data.type === 'ganvas:rest') this.#ready = this.#born = false;
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

    #send(message) { this.#frame?.contentWindow?.postMessage(message, '*'); } // a sandboxed frame has no origin to name

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
  adoptAll(() => site, options);
}
