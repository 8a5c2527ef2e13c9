// Keeps drafts of all forms with a long text, in this browser only, each under the address that the form is sent to. A
// draft remembers the form as it was before the member typed. It comes back where the form looks like that again: after
// a failure, a sign-in or "Back". The server says when a form was accepted (data-draft-sent). Signing out deletes all
// drafts. Drafts belong to a member: the next user of this browser does not see them.
const all = 'draft:';
const prefix = `${all}${document.body.dataset.member}:`;
const skipped = ['hidden', 'password', 'submit', 'file'];
const addressOf = url => {
  const { pathname, search } = new URL(url, location.href);
  return pathname + search;
};
const fields = form => [...form.elements].filter(field =>
  field.name && !field.name.startsWith('__') && !skipped.includes(field.type) && field.tagName !== 'BUTTON');
const isTicked = field => ['radio', 'checkbox'].includes(field.type);
const snapshot = form => JSON.stringify(fields(form)
  .filter(field => !isTicked(field) || field.checked)
  .map(field => [field.name, field.value.replaceAll('\r\n', '\n')]));

const restore = (form, typed) => {
  const values = Map.groupBy(JSON.parse(typed), ([name]) => name);
  for (const field of fields(form)) {
    const [first] = values.get(field.name) ?? [];
    if (isTicked(field)) field.checked = values.get(field.name)?.some(([, value]) => value === field.value) ?? false;
    else if (first) field.value = first[1];
  }
  form.dispatchEvent(new CustomEvent('draft-restored', { bubbles: true }));
};

for (const sent of document.querySelectorAll('[data-draft-sent]')) {
  localStorage.removeItem(prefix + addressOf(sent.dataset.draftSent));
}

for (const form of document.querySelectorAll('main form[method=post]')) {
  if (!form.querySelector('textarea')) continue;
  const key = prefix + addressOf(form.getAttribute('action') ?? location.href);
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
  const shown = snapshot(form);
  // A form that came back with a message shows what was typed, and not what it was before.
  const cameBack = document.body.dataset.posted === 'true';
  const before = cameBack && kept?.before ? kept.before : shown;
  if (!cameBack && kept && kept.before === shown) restore(form, kept.typed);

  form.addEventListener('input', () => {
    const typed = snapshot(form);
    if (typed === before) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ before, typed }));
  });
}

document.addEventListener('submit', event => {
  if (!event.target.matches('form[data-clears-drafts]')) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(all)) localStorage.removeItem(key);
});
