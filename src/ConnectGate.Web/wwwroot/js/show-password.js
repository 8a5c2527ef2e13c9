// A button beside each password shows what was typed, so that a long one can be checked.
for (const field of document.querySelectorAll('input[type=password][data-show]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link';
  button.setAttribute('aria-controls', field.id);
  const label = () => { button.textContent = field.type === 'password' ? field.dataset.show : field.dataset.hide; };
  label();
  button.addEventListener('click', () => {
    field.type = field.type === 'password' ? 'text' : 'password';
    label();
  });
  field.after(button);

  // Sent as a password, so that the browser offers to keep it.
  field.form?.addEventListener('submit', () => { field.type = 'password'; label(); });
}
