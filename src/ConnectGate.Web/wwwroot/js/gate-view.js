// The gate speaks while one writes: a pause after typing asks it, by the form's own "check" button, what it thinks so far. Nothing is stored, nothing is
// marked as wrong before one tries to send. Without scripts the button does the same.
const pause = 1200;

for (const form of document.querySelectorAll('form[data-gate]')) {
  const button = form.querySelector('button[formaction]');
  let waiting, asked;

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(button.formAction, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: asked.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of ['gate-view', 'note-count', 'reasonDetail-count']) {
        const [here, there] = [document.getElementById(part), page.getElementById(part)];
        if (here && there && here.innerHTML !== there.innerHTML) here.replaceChildren(...there.childNodes);
      }
    } catch (error) {
      if (error.name !== 'AbortError') return; // offline: the button still works
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  };
  form.addEventListener('input', soon);
  form.addEventListener('draft-restored', soon);
  form.addEventListener('submit', () => { clearTimeout(waiting); asked?.abort(); });
}
