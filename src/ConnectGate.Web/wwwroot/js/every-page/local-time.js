// Writes every time by the browser's clock. The server wrote it by the clock of the member's own zone, with its name.
const language = document.documentElement.lang;
const day = { day: 'numeric', month: 'long', year: 'numeric' };
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const moment = new Intl.DateTimeFormat(language, { ...day, ...clock });
const hour = new Intl.DateTimeFormat(language, clock);
const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const steps = [['minute', 60], ['hour', 3600], ['day', 86400]];

const write = () => {
  for (const time of document.querySelectorAll('time[data-clock]')) {
    time.textContent = hour.format(new Date(time.dateTime));
  }

  for (const time of document.querySelectorAll('time[data-moment], time[data-relative]')) {
    time.textContent = moment.format(new Date(time.dateTime));
  }

  // Times of the last three weeks read "3 days ago", with the full date as the title.
  for (const time of document.querySelectorAll('time[data-relative]')) {
    const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
    if (seconds > 60 || seconds < -21 * 86400) continue;
    const [unit, length] = steps.findLast(([, length]) => -seconds >= length) ?? steps[0];
    time.title = time.textContent;
    time.textContent = ago.format(Math.min(0, Math.round(seconds / length)), unit);
  }
};

write();
// Other scripts say so after they have put a part of another page in.
document.addEventListener('page-changed', write);
