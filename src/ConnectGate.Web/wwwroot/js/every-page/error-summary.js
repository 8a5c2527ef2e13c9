// Focuses the error summary. Its links focus the field; a plain link would only scroll to it.
const summary = document.querySelector('.error-summary');
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
