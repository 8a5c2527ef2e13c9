// Shows the progress of work in the background: loads its panel every second, and the whole page once the work is
// finished, since the page then offers something else. A screen reader hears the end, not every step. Without scripts
// the link in the panel does the same.
const pause = 1000;
const panelOf = page => page.querySelector('[data-running]');
const runs = panel => panel?.dataset.running === 'true';

const look = async () => {
  const answer = await fetch(location.pathname);
  if (answer.redirected) return; // signed out meanwhile
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const panel = panelOf(page);
  if (runs(panel)) {
    panelOf(document).replaceChildren(...panel.childNodes);
    setTimeout(again, pause);
    return;
  }

  document.getElementById('content').replaceChildren(...page.getElementById('content').childNodes);
  document.getElementById('progress-voice').textContent = panelOf(document)?.dataset.says ?? '';
};

// A failure can be temporary, so the script tries again.
const again = () => look().catch(() => setTimeout(again, 5 * pause));

if (runs(panelOf(document))) setTimeout(again, pause);
