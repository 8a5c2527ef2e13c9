// What is on the screen has been read: the form that says so is sent once the page is looked at. Without scripts its button does the same.
for (const form of document.querySelectorAll('form[data-mark-read]')) {
  const send = async () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', send);
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
    form.hidden = answer.type === 'opaqueredirect';
  };
  document.addEventListener('visibilitychange', send);
  send();
}
