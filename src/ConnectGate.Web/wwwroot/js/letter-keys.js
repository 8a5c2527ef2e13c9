// Keys for reading one letter after the other. Each presses the link or button that names it (data-key), and "?" opens
// the list of the keys. The member can turn them off. In a field, with a modifier and while a word is composed, a key
// is a letter.
const help = document.getElementById('keys');
const isTyping = target => target.closest('input, textarea, select, [contenteditable]') !== null;

if (help) {
  help.hidden = false;
  if (help.dataset.keys === 'on') {
    const named = [...document.querySelectorAll('[data-key]')];
    for (const control of named) control.setAttribute('aria-keyshortcuts', control.dataset.key);

    document.addEventListener('keydown', event => {
      const { key, target } = event;
      const modified = event.ctrlKey || event.altKey || event.metaKey;
      if (event.defaultPrevented || event.repeat || event.isComposing || modified || isTyping(target)) return;
      if (key === '?') {
        help.open = !help.open;
        help.querySelector('summary').focus();
      } else {
        named.find(control => control.dataset.key === key)?.click();
      }
    });
  }
}
