import { fromMarkup } from '../markup';
import type { Note, Task } from '../screen';
import { look } from './look';

/** What a bare page shows of messages: notes in a corner, out of reach of the page's own styles. */
export interface Notes {
  show(note: Note, action?: { readonly label: string; readonly run: () => void }): { close(): void };
  task(task: Task): void;
  remove(): void;
}

export function createNotes(page: Document, base: string): Notes {
  const host = page.createElement('plenum-notes');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look);
  root.adoptedStyleSheets = [sheet];
  const list = part('section', 'list', { role: 'log', 'aria-label': 'Notifications' });
  root.append(list);
  const tasks = new Map<string, HTMLElement>();

  function part(name: string, className: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
    const element = Object.assign(page.createElement(name), { className });
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  }

  function button(label: string, className: string, run: () => void): HTMLElement {
    const made = part('button', className, { type: 'button' });
    made.textContent = label;
    made.addEventListener('click', run);
    return made;
  }

  const put = (card: HTMLElement, stays: number) => {
    if (!host.isConnected) page.body.append(host);
    if (card.parentNode !== list) list.append(card);
    if (Number.isFinite(stays)) setTimeout(() => card.remove(), stays);
  };

  const filled = (card: HTMLElement, title: string, body: Node) => {
    const words = part('div', 'words');
    const heading = page.createElement('strong');
    heading.textContent = title;
    const text = part('div', 'text');
    text.append(body);
    words.append(...(title === '' ? [] : [heading]), text);
    const close = button('×', 'close', () => card.remove());
    close.setAttribute('aria-label', 'Close');
    card.replaceChildren(words, close);
    return words;
  };

  return {
    show({ title, markup, kind, stays }, action) {
      const card = part('article', `note ${kind}`);
      const words = filled(card, title, fromMarkup(markup, page, base));
      if (action) words.append(button(action.label, 'action', () => (card.remove(), action.run())));
      put(card, stays);
      return { close: () => card.remove() };
    },
    task({ id, title, message, status, progress }) {
      const card = tasks.get(id) ?? part('article', '');
      card.className = `note task ${status === 'running' ? 'info' : status}`;
      const words = filled(card, title, page.createTextNode(message));
      if (status === 'running') {
        const bar = page.createElement('progress');
        if (progress !== null) bar.value = progress;
        bar.setAttribute('aria-label', title);
        words.append(bar);
        tasks.set(id, card);
      } else tasks.delete(id);
      put(card, status === 'success' ? 6_000 : Infinity);
    },
    remove: () => host.remove(),
  };
}
