// Gives the page its policy, before anything that the policy is about: the page's first element is this script, and its data-policy the policy.
//
// Where that says 'self' the site's own folder is put, as it lies on this server. For 'self' is the page's origin, and a sandboxed frame has
// none: there, in WebKit, it matches nothing, and the page would lose its styles and scripts. The folder is the same in all browsers, and tighter,
// since others may share the origin. A path with escapes Firefox unescapes, and takes apart at its spaces, when it asks whether a service worker may
// start: then the whole server is put. Where a policy cannot name that either, as with a file or an address of IPv6, 'self' stays.
'use strict';

(() => {
  // A server may require trusted types. What the page makes of its own text passes: its policy lets no other in.
  try { globalThis.trustedTypes?.createPolicy('default', { createHTML: text => text, createScriptURL: text => text }); } catch { /* which the server may forbid */ }
  const script = document.currentScript, { origin, pathname } = new URL('.', script.src);
  const server = /^https?:\/\/[\w.-]+(:\d+)?$/.test(origin), folder = /^[\w.~\/-]+$/.test(pathname);
  const home = server ? origin + (folder ? pathname : '') : "'self'";
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = script.dataset.policy.replaceAll("'self'", () => home);
  script.after(meta);
})();
