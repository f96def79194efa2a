// The page where an author puts a lab together: from the form to an address, to the preview, and to the lines to copy. What an address may
// hold the lab itself says, in the preview.
'use strict';

(() => {
  const $ = id => document.getElementById(id);
  const form = $('form'), place = $('frame'), wrong = $('wrong'), take = $('take');
  let frame = null, timer = 0;

  // list is the value of a group of boxes, with what was written beside them.
  function list(group) {
    const keys = [...group.querySelectorAll('input:checked')].map(b => b.value);
    const more = group.querySelector('[data-more]')?.value.split(',').map(k => k.trim()).filter(Boolean) ?? [];
    return [...keys, ...more].join(',') || 'none';
  }

  // asked are the options that differ from what a lab does anyway.
  function asked() {
    const all = [...form.querySelectorAll('[data-list]')].map(g => [g.dataset.list, list(g), g.dataset.default]);
    for (const e of form.querySelectorAll('[data-key]')) all.push([e.dataset.key, e.value.trim(), e.dataset.default]);
    return all.filter(([, v, was]) => v !== was).map(([k, v]) => [k, v]);
  }

  // spec is the query of what was pasted: a lab takes a whole page's, and what the form says after it counts.
  const spec = () => $('spec').value.trim().replace(/^.*?(\?|#!)/, '').replace(/#.*$/, '');
  const write = v => encodeURIComponent(v).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
  const quote = s => s.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

  // poster is a picture of such data, which the site has.
  function poster() {
    const data = new URLSearchParams(spec()).get('data'), all = form.dataset.posters.split(' ');
    return new URL(`posters/${all.includes(data) ? data : 'ring8'}.png`, location.href).href;
  }

  // showFigure writes the lab as Markdown, and its link as a code where that is looked at.
  let link = '';
  function showFigure(src, query, label, tall) {
    link = src;
    const words = (label || 'The lab').replace(/[[\]]/g, '');
    $('figure').value = `[![${words}](${poster()})](${src}${query ? '&' : '?'}height=${encodeURIComponent(tall)})`.replaceAll('"', '%22');
    if ($('code').open) drawCode();
  }

  async function drawCode() {
    const { svg, text } = await askReader({ link });
    $('qr').hidden = !svg;
    $('qr-wrong').textContent = text ?? '';
    if (svg) $('qr').src = 'data:image/svg+xml,' + encodeURIComponent(svg);
  }
  $('code').addEventListener('toggle', () => { if ($('code').open) drawCode(); });

  function show() {
    const options = asked(), label = $('label').value.trim(), tall = $('tall').value;
    const query = [spec(), ...options.map(([k, v]) => k + '=' + write(v))].filter(Boolean).join('&');
    const src = new URL('lab.html', location.href).href + (query ? '?' + query : '');
    $('iframe').value = `<iframe src="${quote(src)}" title="${quote(label)}" width="100%" height="${quote(tall)}" style="border: 0" loading="lazy" sandbox="allow-scripts allow-downloads allow-popups"></iframe>`;
    showFigure(src, query, label, tall);
    const attributes = [['spec', spec()], ...options, ['height', tall], ['label', label]].filter(([, v]) => v).map(([k, v]) => `${k}="${quote(v)}"`).join(' ');
    $('element').value = `<script src="${quote(new URL('ganvas-lab.js', location.href).href)}" async=""></script>\n<ganvas-lab ${attributes}>\n<a href="${quote(src)}"><img src="${quote(poster())}" alt="${quote(label || 'The lab')}" width="420" height="420"></a>\n</ganvas-lab>`;
    place.style.maxWidth = $('wide').value + 'px';
    if (frame?.src === src) { frame.height = tall; return; }
    const next = document.createElement('iframe');
    // A file has no origin anyway, and in a sandbox may not load even its own scripts.
    if (location.protocol !== 'file:') next.setAttribute('sandbox', 'allow-scripts');
    next.title = label;
    next.height = tall;
    next.src = src;
    frame = next;
    wrong.textContent = '';
    take.disabled = true;
    place.replaceChildren(next);
  }

  addEventListener('message', e => {
    if (e.source !== frame?.contentWindow || typeof e.data !== 'object' || e.data === null) return;
    if (e.data.type === 'ganvas:error') wrong.textContent += ' ' + e.data.text;
    if (e.data.type === 'ganvas:ready' || e.data.type === 'ganvas:state') { take.disabled = false; take.dataset.spec = String(e.data.spec); }
  });

  const soon = () => { clearTimeout(timer); timer = setTimeout(show, 300); };
  form.addEventListener('input', soon);
  form.addEventListener('submit', e => e.preventDefault());
  $('preset').addEventListener('change', e => { $('spec').value = e.target.value; });
  take.addEventListener('click', () => { $('spec').value = take.dataset.spec; soon(); });
  for (const b of document.querySelectorAll('[data-copy]')) b.addEventListener('click', async () => {
    const text = $(b.dataset.copy);
    try { await navigator.clipboard.writeText(text.value); } catch { text.select(); document.execCommand('copy'); }
    $('copied').textContent = 'Copied.';
  });
  show();
})();
