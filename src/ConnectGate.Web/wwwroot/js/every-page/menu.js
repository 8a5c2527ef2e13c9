// Closes menus on Escape and on a click outside. After Escape the focus returns to the menu's button.
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && document.querySelector('details.nav-menu[open]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});

document.addEventListener('click', event => {
  for (const open of document.querySelectorAll('details.nav-menu[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
});
