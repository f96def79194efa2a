// Hosts an ebiten program inside an element of a page that is more than the program.
//
// Ebiten takes a whole page: it appends a canvas to body, keeps every key, wheel and touch for itself, remembers the first pixel
// ratio for good, draws 60 frames a second and reloads the page when the graphics context is lost. So the program is given
// a stand-in for globalThis, in which window, document and requestAnimationFrame are the small objects made here: body is as
// large as the element in device pixels, listeners are not kept, and a frame is drawn when it has been asked for. All else is the
// real thing, and the real window is there as "page".
'use strict';

// stageHost returns {global, graphics(), lost(), giveBack(), redraw(), close(), closed, frames, canvas}. onLost is called when the graphics context is gone.
function stageHost(element, onLost = () => {}) {
  const noop = () => {};
  const size = { width: 1, height: 1 }; // of the element, in device pixels
  const host = { frames: 0, redraw, closed: false };

  const canvas = host.canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.addEventListener('webglcontextlost', e => { e.preventDefault(); onLost(); });
  canvas.style.pointerEvents = 'none';
  // Takes the graphics, for which a browser keeps this thread waiting, and reports whether there are any. Ebiten asks for the same context, and
  // would end with the whole program if there were none. It draws its first frame without waiting for one of the browser's.
  let graphics = null;
  host.graphics = () => {
    measure();
    graphics = canvas.getContext('webgl2', { alpha: true, premultipliedAlpha: true, stencil: true });
    return !!graphics;
  };
  // A program that begins to draw without its graphics would end.
  host.lost = () => !graphics || graphics.isContextLost();
  // Gives the graphics back, as if the browser had taken them.
  host.giveBack = () => graphics?.getExtension('WEBGL_lose_context')?.loseContext();
  // From here on the program has the canvas: it can neither listen on it nor take the focus to it.
  canvas.addEventListener = canvas.focus = noop;
  canvas.setAttribute = noop;

  // Frames on demand: the program's next frame waits until it is wanted and can be seen.
  // Where a frame takes longer than a screen shows one, as without a graphics card, the next is not begun before as long again has passed:
  // at least half of the time is then free for what the reader does.
  let next = null, wanted = true, visible = true, queued = false, rest = 0;
  function redraw() { wanted = true; queue(); }
  function queue() {
    if (queued || !next || !wanted || !visible) return;
    queued = true;
    const wait = rest - performance.now();
    if (wait > 0) setTimeout(draw, wait); else draw();
  }
  function draw() {
    requestAnimationFrame(() => {
      if (host.lost()) return; // for good: assets/paint.js has another program go on
      const start = performance.now();
      const frame = next;
      wanted = false;
      next = null;
      host.frames++;
      measure(); // not every browser tells of every change of the pixel ratio
      frame();
      // The next frame could begin when the browser has done with this one.
      requestAnimationFrame(() => {
        const now = performance.now(), took = now - start;
        rest = took > 25 ? now + Math.min(took, 250) : 0;
        queued = false;
        queue();
      });
    });
  }

  // A browser prints a canvas empty: just before it does, the picture is drawn once more and put in place as an image. stale has the program draw.
  host.stale = noop;
  const paper = element.querySelector('img.print');
  if (paper) addEventListener('beforeprint', () => {
    if (!next || graphics?.isContextLost()) return;
    host.stale();
    const frame = next;
    next = null;
    frame();
    paper.src = canvas.toDataURL();
  });

  let resized = noop;
  const body = {
    style: {},
    get clientWidth() { return size.width; },
    get clientHeight() { return size.height; },
    appendChild: child => element.prepend(child), // behind what the page has written there
  };
  const standIns = {
    page: window,
    stage: host,
    window: {
      devicePixelRatio: 1,
      location: { reload: noop },
      parent: { location: null }, // as in an iframe: the program does not take the focus at its start
      addEventListener: (type, listener) => { if (type === 'resize') resized = listener; },
    },
    document: {
      body,
      documentElement: { style: {} },
      head: { appendChild: noop },
      addEventListener: noop,
      createElement: tag => tag === 'canvas' ? canvas : document.createElement(tag),
      hasFocus: () => true,
      exitPointerLock: noop,
    },
    Document: { prototype: { get hidden() { return document.hidden; } } },
    screen: { width: 1, height: 1 },
    navigator: { userAgent: navigator.userAgent, getGamepads: () => [] },
    requestAnimationFrame: frame => { next = frame; queue(); },
  };
  host.global = new Proxy(standIns, {
    get(own, key) {
      if (key in own) return own[key];
      const value = globalThis[key];
      // Functions such as setTimeout want the real globalThis as their this; constructors must stay as they are.
      return typeof value === 'function' && !value.prototype ? value.bind(globalThis) : value;
    },
    has: (own, key) => key in own || key in globalThis,
  });

  function fit(width, height) {
    width = Math.max(1, width);
    height = Math.max(1, height);
    if (width === size.width && height === size.height) return;
    Object.assign(size, { width, height });
    resized();
    redraw();
  }
  // The browser's own count of device pixels is exact where there is one; the product of size and ratio may be off by one.
  let exact = null;
  function measure() {
    const r = element.getBoundingClientRect();
    const width = Math.round(r.width * devicePixelRatio), height = Math.round(r.height * devicePixelRatio);
    const near = exact && Math.abs(exact.inlineSize - width) <= 1 && Math.abs(exact.blockSize - height) <= 1;
    if (near) fit(exact.inlineSize, exact.blockSize); else fit(width, height);
  }
  const sizes = new ResizeObserver(entries => {
    exact = entries[0].devicePixelContentBoxSize?.[0] ?? null;
    // Not now: the program that hears of it does all else that waits for it, and what that changes on the page would be an observer's doing.
    setTimeout(() => { if (!host.closed) measure(); });
  });
  // The canvas fills the element, padding and all.
  try { sizes.observe(canvas, { box: 'device-pixel-content-box' }); } catch { sizes.observe(element); }
  const ending = new AbortController, { signal } = ending;
  addEventListener('resize', measure, { signal }); // as when the reader zooms
  (function watchRatio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => { measure(); watchRatio(); }, { once: true, signal });
  })();
  const sight = new IntersectionObserver(entries => { visible = entries[entries.length - 1].isIntersecting; queue(); });
  sight.observe(element);
  // Makes room for another.
  host.close = () => {
    host.closed = true;
    ending.abort();
    sizes.disconnect();
    sight.disconnect();
    canvas.remove();
  };
  return host;
}
