import { natives } from './containment/natives';

/** One stretch of waiting that several things share: each gets what those before it left. */
export interface Patience {
  /** In milliseconds. */
  left(): number;
}

export function createPatience(milliseconds: number): Patience {
  const end = natives.now() + milliseconds;
  return { left: () => Math.max(0, end - natives.now()) };
}

/** What a start waits for in all, and how much of that files may take: those that are there need some time too. */
export interface StartPatience {
  readonly whole: Patience;
  readonly files: Patience;
}

export function createStartPatience(milliseconds: number): StartPatience {
  return { whole: createPatience(milliseconds), files: createPatience(milliseconds * 0.75) };
}

/** What takes longer than the patience lasts is given up. */
export function within<T>(promise: Promise<T>, patience: Patience): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = natives.setTimeout(() => reject(new Error('it did not come in time')), patience.left());
    promise.then(resolve, reject).finally(() => natives.clearTimeout(timer));
  });
}

/** What takes longer than the patience lasts goes on by itself. */
export function waitFor(promise: Promise<unknown>, patience: Patience): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = natives.setTimeout(resolve, patience.left());
    promise.then(() => resolve(), reject).finally(() => natives.clearTimeout(timer));
  });
}
