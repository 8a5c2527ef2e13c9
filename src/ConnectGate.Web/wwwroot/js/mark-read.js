// Marks messages as read: sends the form once the page is visible. Without scripts the form's button does the same.
for (const form of document.querySelectorAll('form[data-mark-read]')) {
  const send = async () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', send);
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
    form.hidden = answer.type === 'opaqueredirect';
  };
  document.addEventListener('visibilitychange', send);
  send();
}
