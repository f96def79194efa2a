// A learning management system of which all that is real is its programming interface, scorm-again's: it opens the page launch.js twice, as a learner
// does who goes and comes back, and prints what it was told.
import fs from 'node:fs';
import vm from 'node:vm';
import { Scorm12API } from 'scorm-again';

const [script, facts] = process.argv.slice(2);
const stored = new Map([['ganvas.lesson.other', 'x']]);
let suspended = '';

function visit(changes) {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  if (suspended) api.loadFromJSON({ suspend_data: suspended }, 'cmi');
  const listeners = {}, frame = {};
  const localStorage = { getItem: k => stored.get(k) ?? null, setItem: (k, v) => stored.set(k, String(v)), removeItem: k => stored.delete(k) };
  const page = { localStorage, addEventListener: (type, f) => { listeners[type] = f; }, parent: null };
  page.parent = { API: api, parent: null };
  const document = { getElementById: id => id === 'lesson' ? { textContent: facts } : frame };
  vm.runInNewContext(fs.readFileSync(script, 'utf8'), { window: page, document, URLSearchParams, console });
  const before = stored.get('ganvas.lesson.a') ?? null;
  for (const text of changes) {
    stored.set('ganvas.lesson.a', text);
    listeners.storage({ key: 'ganvas.lesson.a', newValue: text });
  }
  const ask = name => api.LMSGetValue('cmi.' + name);
  const told = {
    before, src: frame.src, location: ask('core.lesson_location'), status: ask('core.lesson_status'), score: String(ask('core.score.raw')),
    tasks: [...Array(+ask('interactions._count')).keys()].map(n => api.cmi.interactions.childArray[n].toJSON()).map(i => i.id + ' ' + i.result),
    error: String(api.LMSGetLastError()),
  };
  suspended = ask('suspend_data');
  listeners.pagehide();
  told.ended = api.isTerminated();
  return told;
}

console.log(JSON.stringify([
  visit([]),
  visit(['at=2&right=1&done=0', 'at=3&right=1&done=2']),
  visit(['at=4&right=5&done=2']),
]));
