// The page that a learning management system opens (SCORM 1.2): it holds Ganvas in one file, gives it what the learner had done, and tells the system
// what they do. Ganvas keeps a lesson's progress in the browser's storage, and a page of the same origin hears of each change.
'use strict';

(lesson => {
  const kept = 'ganvas.lesson.' + lesson.key, begun = Date.now();
  const api = find(window) ?? (window.opener && find(window.opener));

  // find looks for the system's programming interface in the pages around.
  function find(page) {
    for (let n = 0; page && n < 9; n++, page = page.parent === page ? null : page.parent) {
      try { if (page.API) return page.API; } catch { return null; } // of another site
    }
    return null;
  }

  const set = (name, value) => api?.LMSSetValue('cmi.core.' + name, String(value));

  // tell gives the system what storage holds: "at=2&right=3&done=1", bits in hexadecimal, one to a step.
  function tell(text) {
    const is = new URLSearchParams(text), bits = key => parseInt(is.get(key) || '0', 16) || 0;
    const right = count(bits('right') & lesson.questions), done = count(bits('done') & lesson.tasks);
    const all = count(lesson.questions) + count(lesson.tasks);
    set('lesson_location', is.get('at') ?? '1');
    api?.LMSSetValue('cmi.suspend_data', text);
    set('score.min', 0);
    set('score.max', 100);
    set('score.raw', all ? Math.round(100 * (right + done) / all) : 0);
    set('lesson_status', right + done >= all ? 'completed' : 'incomplete');
    for (let step = 0, n = 0; step < 32; step++) {
      if (!(lesson.tasks >>> step & 1)) continue;
      api?.LMSSetValue(`cmi.interactions.${n}.id`, `${lesson.key}-task-${step + 1}`);
      api?.LMSSetValue(`cmi.interactions.${n}.type`, 'performance');
      api?.LMSSetValue(`cmi.interactions.${n++}.result`, bits('done') >>> step & 1 ? 'correct' : 'neutral');
    }
    api?.LMSCommit('');
  }

  function count(bits) {
    let n = 0;
    for (; bits; bits &= bits - 1) n++;
    return n;
  }

  // span is a time as the standard writes it: HHHH:MM:SS.
  function span(ms) {
    const s = Math.floor(ms / 1000), two = n => String(n).padStart(2, '0');
    return String(Math.floor(s / 3600)).padStart(4, '0') + ':' + two(Math.floor(s / 60) % 60) + ':' + two(s % 60);
  }

  let storage = null;
  try { storage = window.localStorage; } catch { /* the browser forbids it: the lesson works and is not remembered */ }

  api?.LMSInitialize('');
  const before = api?.LMSGetValue('cmi.suspend_data') || '';
  // What another learner has left in this browser is not this one's.
  if (storage && before) storage.setItem(kept, before); else storage?.removeItem(kept);
  tell(before);

  window.addEventListener('storage', e => { if (e.key === kept && e.newValue) tell(e.newValue); });
  let ended = false;
  window.addEventListener('pagehide', () => {
    if (ended) return;
    ended = true;
    set('session_time', span(Date.now() - begun));
    set('exit', 'suspend');
    api?.LMSCommit('');
    api?.LMSFinish('');
  });
  document.getElementById('ganvas').src = 'ganvas.html#lesson=' + encodeURIComponent(lesson.key);
})(JSON.parse(document.getElementById('lesson').textContent));
