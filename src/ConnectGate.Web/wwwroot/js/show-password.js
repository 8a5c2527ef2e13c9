// Adds a button beside each password that shows it, so that a member can check a long one.
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

  // The browser offers to save only a field of the type password.
  field.form?.addEventListener('submit', () => { field.type = 'password'; label(); });
}
