import { announce } from './announce';
import type { IconName } from './drawings';

export interface Toast {
  readonly text: string;
  readonly icon?: IconName;
  readonly kind?: 'plain' | 'warning' | 'danger';
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
  const id = Symbol(toast.text);
  const remove = (): void => { board.shown = board.shown.filter((other) => other.id !== id); };
  board.shown = [...board.shown, { ...toast, id, remove }].slice(-most);
  announce(toast.text, toast.kind === 'danger' ? 'assertive' : 'polite');
  const stays = toast.stays ?? (toast.action ? 10_000 : 5_000);
  if (Number.isFinite(stays)) setTimeout(remove, stays);
  return remove;
}
