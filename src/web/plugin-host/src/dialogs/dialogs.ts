import { BehaviorSubject, Observable, ReplaySubject } from 'rxjs';
import type { Owner } from '../containment/owner';
import { PluginStream } from '../streams/plugin-stream';
import './dialogs.css';
import { buildDialog, focusIn, keepFocus, type DialogElement } from './element';
import { placeFor } from './layer';
import { stayHere } from './navigation';
import { DialogOpening, type DialogRef } from './opening';
import { longestBody, templateOf, type Template } from './template';

/** An open dialog, as the app may want to know of it. */
export interface OpenDialog {
  readonly key: number;
  readonly plugin: string;
  readonly title: string;
  readonly closable: boolean;
  readonly element: HTMLElement;
  readonly owner: Owner;
  close(): void;
}

/** The dialogs of all plugins: one on top of the other, and where one plugin opens too many, one after the other. */
export interface Dialogs {
  readonly open$: Observable<readonly OpenDialog[]>;
  open(owner: Owner, spec: unknown, second?: unknown, third?: unknown): DialogOpening;
  /** Takes all dialogs of a plugin away without telling it. */
  dismiss(owner: Owner): void;
}

export interface DialogsOptions {
  /** Where dialogs are put; the body unless told otherwise. */
  readonly container?: () => HTMLElement;
  readonly closeText?: string;
  /** Events in a dialog are its plugin's doing. */
  readonly claim?: (element: Element, owner: Owner) => void;
}

interface Entry extends OpenDialog {
  readonly built: DialogElement;
  readonly template: Template;
  end(): void;
}

/** More than these wait until some have closed. */
const mostAtOnce = 8;

export function createDialogs({ container = () => document.body, closeText = 'Close', claim }: DialogsOptions = {}): Dialogs {
  const open$ = new BehaviorSubject<readonly Entry[]>([]);
  const waiting: { readonly owner: Owner; show(): void }[] = [];
  let keys = 0;

  const show = (owner: Owner, template: Template, opened: (ref: DialogRef) => void) => {
    const closed$ = new ReplaySubject<unknown>(1);
    const ready$ = new ReplaySubject<void>(1);
    const before = document.activeElement;
    const close = (result?: unknown) => remove(result, true);
    const place = placeFor(container());
    const built = buildDialog(template, () => close(), closeText);
    let here = true;
    const remove = (result: unknown, tell: boolean) => {
      if (!here) return;
      here = false;
      const hadFocus = built.backdrop.contains(document.activeElement) || document.activeElement === document.body;
      built.backdrop.remove();
      place.leave();
      open$.next(open$.value.filter((other) => other !== entry));
      // Focus goes back to where it was, unless a dialog was opened on top meanwhile.
      if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus();
      if (tell) {
        closed$.next(result);
        closed$.complete();
      }
      next(owner);
    };
    const entry: Entry = { key: ++keys, plugin: owner.key, title: template.title, closable: template.closable, element: built.dialog, owner, built, template, close: () => close(), end: () => remove(undefined, false) };
    built.backdrop.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') keepFocus(built, event);
    });
    built.backdrop.addEventListener('mousedown', (event) => {
      if (event.target === built.backdrop && template.backdropCloses) close();
    });
    claim?.(built.backdrop, owner);
    stayHere(built.content);
    if (typeof template.body === 'string') built.content.innerHTML = template.body;
    else built.content.append(template.body);
    place.element.append(built.backdrop);
    open$.next([...open$.value, entry]);
    focusIn(built);
    ready$.next();
    const who = () => owner;
    opened({
      close,
      close$: PluginStream.of(closed$, who, 'dialog close$'),
      viewInit$: PluginStream.of(ready$, who, 'dialog viewInit$'),
    });
  };

  const next = (owner: Owner) => {
    const index = waiting.findIndex((one) => one.owner === owner);
    if (index >= 0) waiting.splice(index, 1)[0]?.show();
  };

  // Escape counts wherever the focus is, and for the topmost dialog alone.
  document.addEventListener('keydown', (event) => {
    const top = open$.value.at(-1);
    if (event.key !== 'Escape' || !top || event.defaultPrevented) return;
    // A modal of the app that was opened on top of it hears it first.
    const modal = document.activeElement?.closest('dialog[open]');
    if (modal && !modal.contains(top.element)) return;
    event.preventDefault();
    event.stopPropagation();
    if (top.closable) top.close();
  });

  return {
    open$,
    open(owner, spec, second, third) {
      const template = templateOf(spec, second, third);
      return new DialogOpening(owner, (opened) => {
        if (typeof template.body === 'string' && template.body.length > longestBody)
          return owner.fault('openTemplateDialog', new RangeError(`The body of the dialog has ${template.body.length} characters; ${longestBody} is the most`));
        if (!owner.open) return;
        const begin = () => show(owner, template, opened);
        if (open$.value.filter((entry) => entry.owner === owner).length < mostAtOnce) begin();
        else if (waiting.filter((one) => one.owner === owner).length < 100) waiting.push({ owner, show: begin });
        else owner.fault('openTemplateDialog', new RangeError('Over 100 dialogs wait to be seen'));
      });
    },
    dismiss(owner) {
      for (let index = waiting.length - 1; index >= 0; index--) if (waiting[index]?.owner === owner) waiting.splice(index, 1);
      for (const entry of open$.value.filter((entry) => entry.owner === owner)) entry.end();
    },
  };
}
