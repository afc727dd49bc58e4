import { announce } from './announce';
import type { IconName } from './drawings';

export interface Toast {
  /** Stands over the text. */
  readonly title?: string;
  readonly text: string;
  /** What is drawn in the place of the text, which is still what is said aloud. */
  readonly body?: () => Node;
  /** How far something is, from 0 to 1, or that it goes on without anybody knowing. */
  readonly progress?: number | 'unknown';
  readonly icon?: IconName;
  readonly kind?: 'plain' | 'positive' | 'warning' | 'danger';
  readonly action?: { readonly label: string; readonly run: () => void };
  /** How long it stays, in milliseconds; `Infinity` until somebody takes it away. */
  readonly stays?: number;
}

interface Shown extends Toast {
  readonly id: symbol;
  readonly remove: () => void;
}

class Board {
  shown: readonly Shown[] = $state.raw([]);
}

const board = new Board();
const most = 4;

export const toasts = (): readonly Shown[] => board.shown;

/** Says something in passing, on screen and aloud; returns how to take it back. With something to do in it, it stays longer. */
export function toast(toast: Toast): () => void {
  const place = toastPlace();
  place.show(toast);
  return place.remove;
}

/** A place for one toast after another, each in the stead of the one before: for what goes on. */
export function toastPlace(): { show(toast: Toast, aloud?: boolean): void; readonly remove: () => void } {
  const id = Symbol('toast');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remove = (): void => {
    clearTimeout(timer);
    board.shown = board.shown.filter((other) => other.id !== id);
  };
  return {
    remove,
    show(toast, aloud = true) {
      const shown = { ...toast, id, remove };
      const there = board.shown.some((other) => other.id === id);
      board.shown = there ? board.shown.map((other) => (other.id === id ? shown : other)) : [...board.shown, shown].slice(-most);
      if (aloud) announce([toast.title, toast.text].filter(Boolean).join(': '), toast.kind === 'danger' ? 'assertive' : 'polite');
      clearTimeout(timer);
      const stays = toast.stays ?? (toast.action ? 10_000 : 5_000);
      if (Number.isFinite(stays)) timer = setTimeout(remove, stays);
    },
  };
}
