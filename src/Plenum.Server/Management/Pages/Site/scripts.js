// Everything works without this; it completes what one writes, and shows lines as they are written.
const tail = document.querySelector('[data-tail]');
if (tail) {
  const body = tail.querySelector('tbody');
  const cell = (content) => {
    const made = document.createElement('td');
    made.append(content);
    return made;
  };
  const link = (href, text) => Object.assign(document.createElement('a'), { href, textContent: text });
  new EventSource(tail.dataset.tail).addEventListener('line', ({ data }) => {
    const line = JSON.parse(data);
    const row = document.createElement('tr');
    row.className = `script-${line.level}`;
    const text = cell(line.text);
    text.className = 'script-text';
    row.append(cell(new Date(line.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })), cell(line.level), cell(link(`/admin/script-runs/${line.run}`, line.listener)), text,
      cell(line.person), cell(line.message ? link(`/admin/script-messages/${line.message}`, 'message') : ''));
    body.prepend(row);
    while (body.rows.length > 1000) body.lastElementChild.remove();
  });
}

const editor = document.querySelector('textarea[data-words]');
if (editor) {
  const words = editor.dataset.words.split(' ');
  const list = document.createElement('ul');
  list.className = 'script-words';
  list.id = 'sys-words';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'What there is');
  list.hidden = true;
  editor.after(list);
  editor.setAttribute('aria-controls', list.id);
  let chosen = 0;
  const begun = () => /sys\.[\w.]*$/.exec(editor.value.slice(0, editor.selectionStart))?.[0];
  const draw = () => {
    const start = begun();
    const fits = start ? words.filter((word) => word.startsWith(start) && word !== start).slice(0, 12) : [];
    chosen = Math.min(chosen, Math.max(0, fits.length - 1));
    list.hidden = fits.length === 0;
    list.replaceChildren(...fits.map((word, index) => {
      const item = Object.assign(document.createElement('li'), { textContent: word });
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', String(index === chosen));
      item.addEventListener('mousedown', (event) => { event.preventDefault(); take(word); });
      return item;
    }));
  };
  const take = (word) => {
    const start = begun() ?? '';
    editor.setRangeText(word.slice(start.length), editor.selectionStart, editor.selectionStart, 'end');
    list.hidden = true;
  };
  editor.addEventListener('input', () => { chosen = 0; draw(); });
  editor.addEventListener('blur', () => { list.hidden = true; });
  editor.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : list.children.length - 1)) % list.children.length;
      draw();
    } else if (event.key === 'Tab' || event.key === 'Enter') take(list.children[chosen].textContent);
    else if (event.key === 'Escape') list.hidden = true;
    else return;
    event.preventDefault();
  });
}
