// Shows the progress of an import: loads its panel every second, and the whole page once the import is finished, since
// the list has grown and another file can be chosen. A screen reader hears the end, not every step. Without scripts the
// link in the panel does the same.
const pause = 1000;

const look = async () => {
  const answer = await fetch('/settings/address-book');
  if (answer.redirected) return; // signed out meanwhile
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const panel = page.getElementById('import');
  if (panel?.dataset.running === 'true') {
    document.getElementById('import').replaceChildren(...panel.childNodes);
    setTimeout(again, pause);
    return;
  }

  document.getElementById('content').replaceChildren(...page.getElementById('content').childNodes);
  document.getElementById('import-voice').textContent = document.getElementById('import')?.dataset.says ?? '';
};

// A failure can be temporary, so the script tries again.
const again = () => look().catch(() => setTimeout(again, 5 * pause));

if (document.getElementById('import')?.dataset.running === 'true') setTimeout(again, pause);
