// Whether a reader sees an element of the page, as far as no observer of intersections says: decks keep their other slides in place, with no
// opacity, or turned away, and tell those who cannot see that these are not there.
function isShown(element) {
  if (element.closest('[aria-hidden=true], [inert]')) return false;
  return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true, checkOpacity: true, checkVisibilityCSS: true }) ?? true;
}
