// Writes dates of the last three weeks as "3 days ago", with the full date as the title. Older dates stay as they are.
const steps = [['minute', 60], ['hour', 3600], ['day', 86400]];
const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' });

for (const time of document.querySelectorAll('time[data-relative]')) {
  const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
  if (seconds > 60 || seconds < -21 * 86400) continue;
  const [unit, length] = steps.findLast(([, length]) => -seconds >= length) ?? steps[0];
  time.title = time.textContent;
  time.textContent = format.format(Math.min(0, Math.round(seconds / length)), unit);
}
