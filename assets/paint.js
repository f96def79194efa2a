// Brings the pictures back when the browser has taken the graphics: a page may have a few contexts (sixteen, as a rule), and whoever draws
// in one more loses that of the picture that was drawn longest ago; a driver that fails takes them all.
//
// Ebiten starts once in a program and cannot go on without its context. So the page's program goes on beside its Worker, and a painter draws
// in its place: the same program anew, in a canvas of its own, which draws what it is told (wasm/page/painter.go). It starts when the stage
// can be seen, so that a long article's labs have the graphics that are in sight. Before the browser takes any, the element has labs that are far from
// the reader give theirs back (assets/element/lend.js).
'use strict';

// keepPainted returns what stageHost is to call when the graphics are gone. program promises the page's compiled program.
function keepPainted(ganvas, element, program) {
  const calm = 5000, longest = 30000; // milliseconds: a painter that lives shorter than calm is followed the more slowly
  let due = false, begun = 0, wait = 0, onScreen = false;
  const seen = () => !document.hidden && (window.ganvasLab ? ganvasLab.seen : onScreen);

  new IntersectionObserver(entries => { onScreen = entries[entries.length - 1].isIntersecting; begin(); }).observe(element);
  for (const type of ['visibilitychange', 'ganvas:visibility']) addEventListener(type, begin, true);

  function lost() {
    ganvas.host.close();
    ganvas.painter = null;
    ganvas.onGraphics?.('lost');
    wait = seen() && performance.now() - begun < calm ? Math.min(2 * wait + 250, longest) : 0;
    due = true;
    setTimeout(begin, wait);
  }

  function begin() {
    if (!due || !seen() || performance.now() - begun < wait) return;
    due = false;
    begun = performance.now();
    paint().catch(e => failed(String(e.message || e)));
  }

  function failed(why) { ganvas.onGraphics?.('failed', why); }

  async function paint() {
    const host = ganvas.host = stageHost(element, lost);
    const painter = host.global.painter = { place: null, show: null, ready, failed, drawn: () => ganvas.onPainted?.() };
    // What is left of the program when its canvas is gone must not wake for ever.
    host.global.setTimeout = (f, ms) => setTimeout(() => { if (!host.closed) f(); }, ms);
    function ready() {
      ganvas.painter = painter;
      ganvas.onGraphics?.('back');
    }
    const go = new (goRuntime(host.global))();
    await go.run(await WebAssembly.instantiate(await program, go.importObject));
    throw new Error('the painter has come to an end');
  }
  return lost;
}
