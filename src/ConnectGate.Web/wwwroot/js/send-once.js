// A form that is on its way is not sent again. The server would not take it twice either; this spares the wait.
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = 'true';
  // Whoever stopped the page from loading may try again.
  setTimeout(() => delete form.dataset.sending, 8000);
});

// Back from the next page, the form is as it was and may be sent anew.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sending]')) delete form.dataset.sending;
});
