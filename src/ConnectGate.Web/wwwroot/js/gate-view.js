// Shows the gate's view while the member types. After a pause in typing, the script sends the form to the address of
// its "check" button. One request runs at a time; the next one sends only the latest text. The panel changes at once. A
// screen reader hears a change only after a longer silence. With "save data" the script asks only on a press of the
// button. A failure here never stops the letter from being sent.
const pause = 800;
const silence = 4000;

for (const form of document.querySelectorAll('form[data-gate]')) {
  const [button, view, voice, failed] = ['button[data-check]', '#gate-view', '#gate-voice', '#gate-failed']
    .map(part => form.querySelector(part));
  let announced = view.dataset.says; // nobody hears what the page said at first
  let isSilent = false;
  let automatic, running, again, asked, pausing, silencing;

  // While the gate speaks by itself, it also says when an error is corrected (error-summary.js).
  const speak = aloud => {
    automatic = aloud;
    form.dataset.gate = aloud ? 'speaks' : 'waits';
  };
  speak(!navigator.connection?.saveData);

  // The first thing that each field lacks, by the field's id.
  const lacks = () => new Map([...view.querySelectorAll('.gate-missing a')].reverse()
    .map(line => [line.hash.slice(1), line.textContent]));

  // How the letter stands, then every remark with the words that it quotes.
  const announce = () => {
    const lines = [...view.querySelectorAll('.gate-missing li, .gate-advised li')].map(line => line.textContent.trim());
    const words = [view.dataset.says, ...lines].join('\n');
    if (words === announced) return;
    announced = words;
    const list = document.createElement('ul');
    list.append(...lines.map(line => Object.assign(document.createElement('li'), { textContent: line })));
    voice.replaceChildren(view.dataset.says, list);
  };

  const show = answer => {
    for (const part of answer.querySelectorAll('section, p[id]')) {
      const here = document.getElementById(part.id);
      if (!here) continue;
      Object.assign(here.dataset, part.dataset);
      if (here.innerHTML !== part.innerHTML) here.replaceChildren(...part.childNodes);
    }
    if (view.dataset.later === 'true') speak(false);
    else form.dispatchEvent(new CustomEvent('judged', { bubbles: true, detail: lacks() }));
    if (isSilent) announce();
  };

  const once = async () => {
    const letter = new URLSearchParams(new FormData(form)).toString();
    if (letter === asked) return;
    try {
      const answer = await fetch(button.formAction, {
        method: 'POST',
        body: new URLSearchParams(letter),
        headers: { 'X-Gate-View': 'true' },
      });
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
    if (!automatic) return;
    pausing = setTimeout(ask, pause);
    silencing = setTimeout(() => {
      isSilent = true;
      if (!running) announce();
    }, silence);
  };

  // A character that is still being composed (Chinese, Japanese, accents) is no text yet.
  form.addEventListener('input', event => event.isComposing || wrote());
  form.addEventListener('compositionend', wrote);
  form.addEventListener('submit', () => [pausing, silencing].forEach(clearTimeout));
  button.addEventListener('click', async event => {
    event.preventDefault();
    clearTimeout(pausing);
    await ask();
    announced = null;
    if (failed.hidden) announce();
    else voice.replaceChildren(failed.textContent);
    view.scrollIntoView({ block: 'nearest' });
  });
  // The note is not empty where a draft was restored or a letter is corrected.
  if (form.elements.note.value) wrote();
}
