import type { Attachment } from 'svelte/attachments';
import { place, type Side } from './placing';

const patience = 450;

/** Shows an element's words while the pointer rests on it or the keyboard is there. Escape hides it; it is not spoken, since the name is. */
export function tooltip(text: string, side: Side = 'above'): Attachment<HTMLElement> {
  return (element) => {
    const life = new AbortController();
    const shown: { tip?: HTMLElement; timer?: number } = {};
    const hide = (): void => {
      clearTimeout(shown.timer);
      shown.tip?.remove();
      delete shown.tip;
    };
    const show = (): void => {
      hide();
      const tip = document.createElement('div');
      Object.assign(tip, { className: 'tooltip', popover: 'manual', textContent: text, ariaHidden: 'true' });
      document.body.append(tip);
      tip.showPopover();
      place(tip, element.getBoundingClientRect(), side);
      shown.tip = tip;
    };
    const soon = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') shown.timer = window.setTimeout(show, patience);
    };
    const { signal } = life;
    element.addEventListener('pointerenter', soon, { signal });
    element.addEventListener('pointerleave', hide, { signal });
    element.addEventListener('pointerdown', hide, { signal });
    // A menu that closes gives its button the focus back in the middle of it, when no other popover may be shown.
    element.addEventListener('focus', () => { if (element.matches(':focus-visible')) shown.timer = window.setTimeout(show); }, { signal });
    element.addEventListener('blur', hide, { signal });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && hide(), { signal, capture: true });
    return () => {
      life.abort();
      hide();
    };
  };
}
