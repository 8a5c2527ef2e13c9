// Handles forms with data-passkey="create" or "get". The script gets the options from the server, passes them to the
// device, and sends the device's answer with the form. Without this script, or in a browser without passkeys, the form
// stays hidden and everything else on the page works.
const supported = window.PublicKeyCredential?.parseCreationOptionsFromJSON
  && PublicKeyCredential.parseRequestOptionsFromJSON;

const askServer = async form => {
  const answer = await fetch(form.dataset.options, {
    method: 'POST',
    body: new FormData(form),
    headers: { Accept: 'application/json' },
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  const refusal = new Error('refused');
  try {
    ({ message: refusal.words, field: refusal.field } = JSON.parse(text));
  } catch { /* the page's own words serve */ }
  throw refusal;
};

const askDevice = (kind, options) => kind === 'create'
  ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

for (const form of supported ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', async event => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    const failed = form.querySelector('[role=alert]');
    failed.dataset.words ??= failed.textContent;
    failed.hidden = true;
    try {
      const credential = await askDevice(form.dataset.passkey, await askServer(form));
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch (problem) {
      failed.textContent = problem.words ?? failed.dataset.words;
      failed.hidden = false;
      form.elements[problem.field]?.focus();
    }
  });
}
