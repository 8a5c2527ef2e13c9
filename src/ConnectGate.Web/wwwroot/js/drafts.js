// What is being written is kept in this browser, nowhere else: <form data-draft="ask/ada">. It comes back into an empty form, and goes when the server says
// that the form was taken (the next page holds data-draft-sent="ask/ada") and when its writer signs out. Nobody else who uses this browser gets to see it.
const all = 'draft:';
const prefix = `${all}${document.body.dataset.member}:`;
const fields = form => [...form.elements].filter(field => field.name
  && !field.name.startsWith('__') && !['hidden', 'password', 'submit', 'file', 'checkbox'].includes(field.type) && field.tagName !== 'BUTTON');
const filled = field => field.type === 'radio' ? field.checked : field.value !== '';

for (const sent of document.querySelectorAll('[data-draft-sent]')) localStorage.removeItem(prefix + sent.dataset.draftSent);

for (const form of document.querySelectorAll('form[data-draft]')) {
  const key = prefix + form.dataset.draft;
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
  if (kept && !fields(form).some(field => field.tagName !== 'SELECT' && filled(field))) {
    for (const field of fields(form)) {
      if (!(field.name in kept)) continue;
      if (field.type === 'radio') field.checked = field.value === kept[field.name];
      else field.value = kept[field.name];
    }
    form.dispatchEvent(new CustomEvent('draft-restored', { bubbles: true }));
  }

  form.addEventListener('input', () => {
    const draft = Object.fromEntries(fields(form).filter(filled).map(field => [field.name, field.value]));
    localStorage.setItem(key, JSON.stringify(draft));
  });
}

document.addEventListener('submit', event => {
  if (!event.target.matches('form[data-clears-drafts]')) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(all)) localStorage.removeItem(key);
});
