// Stops a second submit of a form that is being sent. The server ignores a repeated form anyway; this saves the
// request.
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = 'true';
  // A member who stopped the page from loading can try again.
  setTimeout(() => delete form.dataset.sending, 8000);
});

// After "Back" the browser shows the form as it was, and it can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sending]')) delete form.dataset.sending;
});
