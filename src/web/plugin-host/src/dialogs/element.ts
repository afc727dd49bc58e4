import type { Template } from './template';

/** The elements of one dialog, made here and nowhere else so that its body is in the document at once. */
export interface DialogElement {
  readonly backdrop: HTMLElement;
  readonly dialog: HTMLElement;
  readonly content: HTMLElement;
}

let titles = 0;

export function buildDialog(template: Template, close: () => void, closeText: string): DialogElement {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string) => Object.assign(document.createElement(tag), { className });
  const backdrop = make('div', 'pex-dialog-backdrop');
  const dialog = make('div', 'pex-dialog');
  const header = make('div', 'pex-dialog-header');
  const title = make('h2', 'pex-dialog-title');
  const content = make('div', 'pex-dialog-content');
  title.id = `pex-dialog-title-${++titles}`;
  title.textContent = template.title;
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  if (template.title) dialog.setAttribute('aria-labelledby', title.id);
  dialog.tabIndex = -1;
  if (template.zIndex !== null) backdrop.style.zIndex = String(template.zIndex);
  header.append(title);
  if (template.closable) {
    const button = make('button', 'pex-dialog-close');
    button.type = 'button';
    button.setAttribute('aria-label', closeText);
    button.textContent = '\u2715';
    button.addEventListener('click', close);
    header.append(button);
  }
  dialog.append(header, content);
  backdrop.append(dialog);
  return { backdrop, dialog, content };
}

/** `autofocus` does nothing in what is put in later, so it is done here: that element, else the first field, else the dialog. */
export function focusIn({ dialog, content }: DialogElement): void {
  const wanted = content.querySelector<HTMLElement>('[autofocus]') ?? content.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select');
  (wanted ?? dialog).focus();
}

const focusable = 'a[href], button, input, select, textarea, iframe, [tabindex]:not([tabindex="-1"]), [contenteditable]';

/** Tab goes round inside the dialog. */
export function keepFocus({ dialog }: DialogElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(focusable)].filter((element) => !element.hasAttribute('disabled'));
  const first = stops[0] ?? dialog;
  const last = stops.at(-1) ?? dialog;
  const edge = event.shiftKey ? first : last;
  if (document.activeElement !== edge && document.activeElement !== dialog && dialog.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
