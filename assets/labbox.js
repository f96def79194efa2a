// Fits a lab into its frame, whatever that is: what is least needed gives way, and nothing scrolls but settings, so that the finger that is put on a lab
// moves the article. The style sheet says what is hidden; here is in which order. A lab that is as high as it needs keeps all.
'use strict';

(() => {
  const order = ['legend', 'bar', 'status', 'seed', 'verdicts', 'measures', 'speed', 'players', 'losses', 'settings', 'transport'];
  const root = document.documentElement;
  if (parent === window || root.dataset.height === 'auto') return;
  root.dataset.boxed = '';

  const fits = () => document.body.scrollHeight <= innerHeight && document.body.scrollWidth <= innerWidth;

  function fit() {
    for (let n = 0; n <= order.length; n++) {
      root.dataset.dropped = order.slice(0, n).join(' ');
      if (fits()) return;
    }
  }

  let due = false;
  const soon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; fit(); });
  };
  addEventListener('resize', soon);
  new MutationObserver(soon).observe(document.querySelector('main'), { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'open'] });
  soon();
})();
