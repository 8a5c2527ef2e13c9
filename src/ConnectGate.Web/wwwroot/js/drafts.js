// Keeps drafts of forms in this browser only: <form data-draft="ask/ada">. The script restores a draft into an empty
// form. It deletes a draft when the server has accepted the form (the next page has data-draft-sent="ask/ada"), and all
// drafts when the member signs out. Drafts belong to a member: the next user of this browser does not see them.
const all = 'draft:';
const prefix = `${all}${document.body.dataset.member}:`;
const skipped = ['hidden', 'password', 'submit', 'file', 'checkbox'];
const fields = form => [...form.elements].filter(field =>
  field.name && !field.name.startsWith('__') && !skipped.includes(field.type) && field.tagName !== 'BUTTON');
const filled = field => field.type === 'radio' ? field.checked : field.value !== '';

for (const sent of document.querySelectorAll('[data-draft-sent]')) {
  localStorage.removeItem(prefix + sent.dataset.draftSent);
}

// A form without a draft has an empty name: Razor writes every data attribute.
for (const form of document.querySelectorAll('form[data-draft]:not([data-draft=""])')) {
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
