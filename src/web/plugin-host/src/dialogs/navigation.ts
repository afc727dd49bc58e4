/** Keeps forms and links in a dialog from taking the page, and so the meeting, away. Handlers of the plugin still run. */
export function stayHere(content: HTMLElement): void {
  content.addEventListener('submit', (event) => staysHere(event.target) || event.preventDefault(), true);
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

/** A form that opens a tab, or fills a frame, leaves the page alone. */
function staysHere(form: EventTarget | null): boolean {
  const target = form instanceof HTMLFormElement ? form.getAttribute('target') : null;
  return target !== null && !['', '_self', '_top', '_parent'].includes(target);
}
