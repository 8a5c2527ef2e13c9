// The gate speaks while one writes. A pause in typing asks it, by the form's own "check" button, what it thinks so far: one question at a time, and where more was
// typed meanwhile, only the last text is asked about next. Eyes see it at once; a screen reader hears it seldom, when there is something else to say and nobody has
// typed for a while. It is not asked by itself where data is to be saved; the button always asks. Whatever goes wrong here, the letter can be sent.
const pause = 800;
const silence = 4000;

for (const form of document.querySelectorAll('form[data-gate]')) {
  const [button, view, voice, failed] = ['button[data-check]', '#gate-view', '#gate-voice', '#gate-failed'].map(part => form.querySelector(part));
  let byItself = !navigator.connection?.saveData;
  let told = view.dataset.says;
  let isSilent = false;
  let running, again, asked, pausing, silencing;

  const tell = words => {
    if (words === told) return;
    told = words;
    voice.replaceChildren(words);
  };

  const show = answer => {
    for (const part of answer.querySelectorAll('section, p[id]')) {
      const here = document.getElementById(part.id);
      if (!here) continue;
      Object.assign(here.dataset, part.dataset);
      if (here.innerHTML !== part.innerHTML) here.replaceChildren(...part.childNodes);
    }
    if (view.dataset.later === 'true') byItself = false;
    if (isSilent) tell(view.dataset.says);
  };

  const once = async () => {
    const letter = new URLSearchParams(new FormData(form)).toString();
    if (letter === asked) return;
    try {
      const answer = await fetch(button.formAction, { method: 'POST', body: new URLSearchParams(letter), headers: { 'X-Gate-View': 'true' } });
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      asked = letter;
      failed.hidden = true;
    } catch {
      failed.hidden = false;
    }
  };

  const ask = () => {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await once();
      }
      running = null;
    })();
    return running;
  };

  const wrote = () => {
    isSilent = false;
    [pausing, silencing].forEach(clearTimeout);
    if (!byItself) return;
    pausing = setTimeout(ask, pause);
    silencing = setTimeout(() => {
      isSilent = true;
      if (!running) tell(view.dataset.says);
    }, silence);
  };

  form.addEventListener('input', wrote);
  form.addEventListener('submit', () => [pausing, silencing].forEach(clearTimeout));
  button.addEventListener('click', async event => {
    event.preventDefault();
    clearTimeout(pausing);
    await ask();
    told = null;
    tell(failed.hidden ? view.dataset.says : failed.textContent);
    view.scrollIntoView({ block: 'nearest' });
  });
  if (form.elements.note.value) wrote(); // a draft came back, or a letter is corrected
}
