// A picture in a link survives every host of notes: print, mail, books, editors that strip what they do not know. So a link to a lab that holds a
// picture is a lab's markup too: where this script runs, the lab takes its place, and the link stays within it until the lab is there.

// adopt makes an element of a link, where it is one to a lab of the site. options are the keys of a lab's address that the element has as attributes.
function adopt(link, site, options) {
  const picture = link.querySelector('img'), home = new URL('lab.html', site).href;
  if (!picture || link.href.split('?')[0] !== home || link.closest('ganvas-lab')) return;
  const lab = document.createElement('ganvas-lab'), spec = [];
  for (const pair of new URL(link.href).search.slice(1).split('&')) {
    const [key, ...value] = pair.split('=');
    if (!options.includes(key)) spec.push(pair);
    else try { lab.setAttribute(key, decodeURIComponent(value.join('='))); } catch { spec.push(pair); } // the lab says what is wrong with it
  }
  lab.setAttribute('spec', spec.join('&'));
  if (picture.alt) lab.setAttribute('label', picture.alt);
  link.replaceWith(lab);
  lab.append(link);
}

// adoptAll adopts a page's links: those that there are, and those that come with what it loads later.
function adoptAll(site, options) {
  const all = () => { for (const link of document.querySelectorAll('a[href*="lab.html?"]')) adopt(link, site(), options); };
  new MutationObserver(all).observe(document.documentElement, { childList: true, subtree: true });
  all();
}
