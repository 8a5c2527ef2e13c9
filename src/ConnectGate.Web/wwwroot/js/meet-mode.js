// Keeps the member's code up to date while the page is visible: asks every few seconds whether it can still be taken,
// shows the next one when it cannot, and adds who took it. Never touches a row that is there, since the member may be
// writing in it. Keeps the screen on where the browser can. Without scripts the page's link and button do the same.
const pause = 3000;
// A forgotten screen shows no more than this many codes that nobody takes, which is an hour.
const most = 12;
const here = location.pathname;
const element = id => document.getElementById(id);
let unused = 0;
let busy = false;
let timer;
let lock;

const addPeople = page => {
  const now = page.querySelectorAll('#met-lately li');
  const added = [...now].filter(person => !element(person.id));
  if (!added.length) return;
  if (element('met-lately').querySelector('ul')) {
    for (const person of added.reverse()) {
      element('met-lately').querySelector(`[data-handle="${person.dataset.handle}"]`)?.remove();
      element('met-lately').querySelector('ul').prepend(person);
    }
  } else {
    element('met-lately').replaceChildren(...page.getElementById('met-lately').childNodes);
  }
  unused = 0;
  element('met-news').replaceChildren(...added.map(person => {
    const link = document.createElement('a');
    link.href = `#${person.id}`;
    link.textContent = person.dataset.says;
    return link;
  }));
};

const show = async answer => {
  if (answer.url && new URL(answer.url).pathname !== here) location.reload(); // signed out meanwhile
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [before, now] = [element('my-code'), page.getElementById('my-code')];
  const focused = before.contains(document.activeElement);
  before.dataset.shown = now.dataset.shown;
  before.replaceChildren(...now.childNodes);
  if (focused) before.querySelector('button')?.focus();
  addPeople(page);
  document.dispatchEvent(new Event('page-changed'));
};

const look = async () => {
  if (element('my-code').dataset.shown) {
    const answer = await fetch(`${here}?handler=Changed&shown=${element('my-code').dataset.shown}`);
    if (answer.status === 204) return;
    await show(await fetch(here));
  }
  if (!element('my-code').dataset.shown && unused < most) {
    unused += 1;
    const form = element('my-code').querySelector('form');
    await show(await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }));
  }
};

const keepOn = async () => {
  lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
};

const run = async () => {
  clearTimeout(timer);
  if (document.hidden || busy) return;
  busy = true;
  // A failure can be temporary, so the script tries again, but more slowly.
  const wait = await look().then(() => pause, () => 5 * pause);
  busy = false;
  if (!element('my-code').dataset.shown && unused >= most) lock?.release();
  else timer = setTimeout(run, wait);
};

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  keepOn();
  run();
});
keepOn();
run();
