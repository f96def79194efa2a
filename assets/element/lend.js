// A browser has some sixteen graphics contexts for a page, which its author may want too, and takes the oldest where one more is asked for. So of a page's
// labs those that are nearest to the reader keep theirs; the others give them back, and have new ones when they are scrolled to.

const lendable = 8; // the half of what there is; those in sight have theirs even where they are more

// lend shares the graphics out among elements.
function lend(labs) {
  const near = [...labs].map(lab => ({ lab, away: awayOf(lab) })).sort((a, b) => a.away - b.away);
  near.forEach(({ lab, away }, i) => lab.keep(i < lendable || away === 0));
}

// awayOf is how far an element is from what the reader sees, in CSS pixels.
function awayOf(element) {
  const r = element.getBoundingClientRect();
  if (!r.width || !isShown(element)) return Infinity;
  return Math.max(0, r.top - innerHeight, -r.bottom, r.left - innerWidth, -r.right);
}
