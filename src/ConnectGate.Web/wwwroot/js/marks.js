// Underlines the words that the gate's view quotes, in the field itself. A field cannot contain marks. So a copy of its
// text lies over it, in the same type and with the same line breaks. Only the underlines of the copy are visible.
const view = document.getElementById('gate-view');
const copies = new Map();

const copyOf = field => {
  const frame = document.createElement('div');
  frame.className = 'marks-frame';
  field.replaceWith(frame);
  const copy = document.createElement('div');
  copy.className = `form-control marks ${field.tagName === 'TEXTAREA' ? 'marks-lines' : ''}`;
  copy.setAttribute('aria-hidden', 'true');
  frame.append(field, copy);
  const follow = () => {
    // The scroll bar of the field takes room from its text.
    copy.style.width = `${field.clientWidth + field.clientLeft * 2}px`;
    copy.style.height = `${field.offsetHeight}px`;
    [copy.scrollTop, copy.scrollLeft] = [field.scrollTop, field.scrollLeft];
  };
  field.addEventListener('scroll', follow);
  new ResizeObserver(follow).observe(field);
  copies.set(field, { copy, follow });
};

const quotesFor = field => [...view.querySelectorAll('[data-quote]')]
  .filter(line => line.dataset.field === field.name && line.dataset.quote)
  .map(line => line.dataset.quote.replaceAll('\r\n', '\n'));

// Finds each quote by its words, because the member may have typed before it since the gate read the text.
const draw = field => {
  const quotes = quotesFor(field);
  if (quotes.length > 0 && !copies.has(field)) {
    const hadFocus = document.activeElement === field;
    copyOf(field);
    if (hadFocus) field.focus({ preventScroll: true });
  }
  if (!copies.has(field)) return;
  const { copy, follow } = copies.get(field);
  const text = field.value;
  const places = quotes.map(quote => [text.indexOf(quote), quote.length]).filter(([start]) => start >= 0)
    .sort(([one], [other]) => one - other);
  let written = 0;
  copy.replaceChildren();
  for (const [start, length] of places) {
    if (start < written) continue;
    const mark = document.createElement('mark');
    mark.append(text.slice(start, start + length));
    copy.append(text.slice(written, start), mark);
    written = start + length;
  }
  copy.append(`${text.slice(written)}\n`); // a last empty line has a height only before a line break
  follow();
};

const form = view?.closest('form');
const fields = form ? [...form.querySelectorAll('textarea, input[type=text]')] : [];
if (view) {
  new MutationObserver(() => fields.forEach(draw)).observe(view, { childList: true, subtree: true });
  form.addEventListener('input', event => fields.includes(event.target) && draw(event.target));
  form.addEventListener('draft-restored', () => fields.forEach(draw));
  fields.forEach(draw);
}
