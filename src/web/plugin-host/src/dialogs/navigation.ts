import { replace } from '../containment/replacing';

/** Keeps forms and links in a dialog from taking the page, and so the meeting, away. Handlers of the plugin still run. */
export function stayHere(content: HTMLElement): void {
  guardScripts(content.ownerDocument);
  bodies.add(content);
  content.addEventListener('submit', (event) => staysHere(event.target, event.submitter) || event.preventDefault(), true);
  content.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return;
      const named = link.getAttribute('href') ?? '';
      // The page has a base address, so a bare hash would lead elsewhere.
      if (named === '' || named.startsWith('#')) event.preventDefault();
      else if (/^https?:/.test(link.href)) Object.assign(link, { target: '_blank', rel: 'noopener' });
    },
    true,
  );
}

const bodies = new WeakSet<Node>();
const guarded = new WeakSet<Document>();

/** `form.submit()` is told to nobody, so the function itself has to look. */
function guardScripts(page: Document): void {
  const { defaultView } = page;
  if (!defaultView || guarded.has(page)) return;
  guarded.add(page);
  replace((defaultView as typeof globalThis & Window).HTMLFormElement.prototype, 'submit', (native) => {
    const send = native as unknown as () => void;
    return function submit(this: HTMLFormElement): void {
      if (!inDialog(this) || staysHere(this, null)) send.call(this);
    };
  });
}

function inDialog(form: HTMLFormElement): boolean {
  for (let node: Node | null = form; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) if (bodies.has(node)) return true;
  return false;
}

/** A form that opens a tab, or fills a frame, leaves the page alone. */
function staysHere(form: EventTarget | null, by: HTMLElement | null): boolean {
  const target = by?.getAttribute('formtarget') ?? (form instanceof HTMLFormElement ? form.getAttribute('target') : null);
  return target !== null && !['', '_self', '_top', '_parent'].includes(target.toLowerCase());
}
