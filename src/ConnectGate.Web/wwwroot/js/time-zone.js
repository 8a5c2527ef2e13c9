// Tells the form the browser's time zone. Without a script the field stays empty, and the community's zone counts.
for (const field of document.querySelectorAll('input[type=hidden][data-time-zone]')) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}
