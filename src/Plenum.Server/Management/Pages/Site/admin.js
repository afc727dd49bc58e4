// Everything works without this; it makes the pages pleasanter.
const times = (root) => {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    time.title = time.textContent;
    time.textContent = at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
  }
};

// A step that takes something away is asked about: here, and without scripts by a page. What was answered here is not sent.
document.addEventListener('submit', (event) => {
  const form = event.target;
  const question = form.elements.ask ?? form.elements[`ask.${event.submitter?.value}`];
  if (!question) return;
  if (confirm(question.value)) form.addEventListener('formdata', ({ formData }) => formData.delete(question.name), { once: true });
  else event.preventDefault();
});

const main = document.querySelector('main[data-refresh]');
const busy = () => document.hidden || main.contains(document.activeElement) && document.activeElement !== main || main.querySelector('details[open]');
const draw = async () => {
  if (!busy()) {
    const answer = await fetch(location.href, { redirect: 'error' }).catch(() => null);
    if (answer?.ok) {
      const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
      if (drawn && !busy()) {
        times(drawn);
        if (drawn.innerHTML !== main.innerHTML) main.replaceChildren(...drawn.childNodes);
      }
    }
  }
  setTimeout(draw, Number(main.dataset.refresh) * 1000);
};

times(document);
if (main) setTimeout(draw, Number(main.dataset.refresh) * 1000);
