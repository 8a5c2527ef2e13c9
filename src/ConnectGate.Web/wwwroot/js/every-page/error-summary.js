// Focuses the error summary. Its links focus the field; a plain link would only scroll to it. A message goes when the
// member changes what it is about. In a letter the gate says when: it answers while one writes (gate-view.js).
const summary = document.querySelector('.error-summary');
const title = document.querySelector('title');
if (summary) {
  summary.focus();
  summary.addEventListener('click', event => {
    const field = event.target.closest('a') && document.getElementById(decodeURIComponent(event.target.hash.slice(1)));
    if (field) {
      event.preventDefault();
      field.focus();
      (field.closest('.field') ?? field).scrollIntoView({ block: 'start' });
    }
  });
}

const idOf = wrong => wrong.querySelector('.field-error').id.replace(/-error$/, '');
const lineOf = id => summary?.querySelector(`a[href="#${CSS.escape(id)}"]`)?.closest('li');

// What the member looks at stays where it is, while lines above it go.
const hold = change => {
  const here = document.activeElement;
  const before = here.getBoundingClientRect().top;
  change();
  scrollBy({ top: here.getBoundingClientRect().top - before, behavior: 'instant' });
};

const settle = wrong => {
  const id = idOf(wrong);
  for (const part of [wrong, ...wrong.querySelectorAll('[aria-describedby]')]) {
    const ids = (part.getAttribute('aria-describedby') ?? '').split(' ').filter(one => one && one !== `${id}-error`);
    if (ids.length > 0) part.setAttribute('aria-describedby', ids.join(' '));
    else part.removeAttribute('aria-describedby');
  }
  for (const control of wrong.querySelectorAll('.is-invalid')) {
    control.removeAttribute('aria-invalid');
    control.classList.remove('is-invalid');
  }
  wrong.querySelector('.field-error').remove();
  wrong.classList.remove('field-wrong');
  lineOf(id)?.remove();
  if (!summary?.querySelector('li')) finish();
};

const finish = () => {
  summary?.remove();
  title.textContent = title.dataset.plain;
};

document.addEventListener('input', event => {
  const wrong = event.target.closest('.field-wrong');
  if (wrong && wrong.closest('form')?.dataset.gate !== 'speaks') hold(() => settle(wrong));
});

// The gate's answer: what each field still lacks, by the field's id.
document.addEventListener('judged', event => hold(() => {
  for (const wrong of event.target.querySelectorAll('.field-wrong')) {
    const says = event.detail.get(idOf(wrong));
    const [first, ...others] = wrong.querySelectorAll('.field-error p');
    if (!says) {
      settle(wrong);
    } else {
      first.lastChild.data = says;
      others.forEach(other => other.remove());
    }
  }
  if (event.target.querySelector('.gate-passes')) finish();
}));
