// Marks the words that the gate's view quotes, in the field itself: a wavy underline and the number of the remark. A
// field cannot contain marks. So a copy of its text lies over it, in the same type and with the same line breaks. Only
// the marks of the copy are visible. A remark's link selects its words. Once the words are corrected, the remark is
// ticked.
const view = document.getElementById('gate-view');
const ticks = document.getElementById('gate-ticks');
const copies = new Map();

const copyOf = field => {
  const frame = document.createElement('div');
  frame.className = 'marks-frame';
  field.replaceWith(frame);
  const copy = document.createElement('div');
  copy.className = `form-control marks ${field.tagName === 'TEXTAREA' ? 'marks-lines' : ''}`;
  copy.setAttribute('aria-hidden', 'true');
  copy.dir = field.dir;
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

// The remarks that quote something, numbered as the view numbers them (theme.css).
const remarks = () => [...view.querySelectorAll('[data-quote]')].map((line, place) => ({
  line,
  number: place + 1,
  field: form.elements[line.dataset.field],
  quote: line.dataset.quote.replaceAll('\r\n', '\n'),
}));

// Finds each quote by its words, because the member may have typed before it since the gate read the text.
const draw = field => {
  const quotes = remarks().filter(remark => remark.field === field);
  if (quotes.length > 0 && !copies.has(field)) {
    const hadFocus = document.activeElement === field;
    copyOf(field);
    if (hadFocus) field.focus({ preventScroll: true });
  }
  if (!copies.has(field)) return;
  const { copy, follow } = copies.get(field);
  const text = field.value;
  const places = quotes.map(({ quote, number }) => [text.indexOf(quote), quote.length, number])
    .filter(([start]) => start >= 0)
    .sort(([one], [other]) => one - other);
  let written = 0;
  copy.replaceChildren();
  for (const [start, length, number] of places) {
    if (start < written) continue;
    const mark = document.createElement('mark');
    mark.dataset.number = number;
    mark.append(text.slice(start, start + length));
    copy.append(text.slice(written, start), mark);
    written = start + length;
  }
  copy.append(`${text.slice(written)}\n`); // a last empty line has a height only before a line break
  follow();
};

const form = view?.closest('form');
const fields = form ? [...form.querySelectorAll('textarea, input[type=text]')] : [];
let known = view ? remarks() : [];

const tick = () => {
  const now = remarks();
  for (const { field, quote } of known) {
    const isOpen = now.some(remark => remark.field === field && remark.quote === quote);
    if (isOpen || !field || field.value === '' || field.value.includes(quote)) continue;
    const line = document.createElement('li');
    line.textContent = ticks.dataset.words.replace('{0}', quote);
    ticks.append(line);
    while (ticks.children.length > 3) ticks.firstChild.remove();
  }
  known = now;
};

if (view) {
  new MutationObserver(() => {
    tick();
    fields.forEach(draw);
  }).observe(view, { childList: true, subtree: true });
  form.addEventListener('input', event => fields.includes(event.target) && draw(event.target));
  form.addEventListener('draft-restored', () => fields.forEach(draw));
  view.addEventListener('click', event => {
    const remark = event.target.closest('a') && remarks().find(({ line }) => line.contains(event.target));
    const start = remark?.field?.value.indexOf(remark.quote) ?? -1;
    if (start < 0) return;
    event.preventDefault();
    remark.field.focus();
    remark.field.setSelectionRange(start, start + remark.quote.length);
  });
  fields.forEach(draw);
}
