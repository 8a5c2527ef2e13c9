// Keeps drafts of all forms with a long text, in this browser only, each under the address that the form is sent to. A
// draft remembers the form's texts as they were before the member typed. It comes back where the texts look like that
// again: after a failure, a sign-in or "Back". The server says when a form was accepted (data-draft-sent), and when an
// undo gave back what was typed (data-given-back). Signing out deletes all drafts. Drafts belong to a member: the next
// user of this browser does not see them.
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
const valueOf = field => field.value.replaceAll('\r\n', '\n');
const snapshot = form => JSON.stringify(fields(form)
  .filter(field => !isTicked(field) || field.checked)
  .map(field => [field.name, valueOf(field)]));
// Choices do not count: the page may preselect one, for example after a code.
const texts = (form, read = valueOf) => JSON.stringify(fields(form)
  .filter(field => !isTicked(field) && field.tagName !== 'SELECT')
  .map(field => [field.name, read(field)]));

const restore = (form, typed) => {
  const values = Map.groupBy(JSON.parse(typed), ([name]) => name);
  for (const field of fields(form)) {
    const kept = values.get(field.name);
    // Where nothing was chosen, the choice of the page stands.
    if (field.type === 'radio' && !kept) continue;
    if (isTicked(field)) field.checked = kept?.some(([, value]) => value === field.value) ?? false;
    else if (kept) field.value = kept[0][1];
  }
  form.dispatchEvent(new CustomEvent('draft-restored', { bubbles: true }));
};

for (const sent of document.querySelectorAll('[data-draft-sent]')) {
  localStorage.removeItem(prefix + addressOf(sent.dataset.draftSent));
}

const { posted, givenBack } = document.body.dataset;
for (const form of document.querySelectorAll('main form[method=post]')) {
  if (!form.querySelector('textarea')) continue;
  const key = prefix + addressOf(form.getAttribute('action') ?? location.href);
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
  // A form that came back with a message shows what was typed, and not what it was before. So does a form that an undo
  // gave back, which was empty before.
  const cameBack = posted === 'true';
  const before = givenBack ? texts(form, () => '') : (cameBack && kept?.before) || texts(form);
  const shown = cameBack ? null : snapshot(form);
  const keep = () => localStorage.setItem(key, JSON.stringify({ before, typed: snapshot(form) }));
  if (givenBack) keep();
  else if (!cameBack && kept?.before === before) restore(form, kept.typed);

  form.addEventListener('input', () => {
    if (snapshot(form) === shown) localStorage.removeItem(key);
    else keep();
  });
}

document.addEventListener('submit', event => {
  if (!event.target.matches('form[data-clears-drafts]')) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(all)) localStorage.removeItem(key);
});
