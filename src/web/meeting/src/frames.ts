/**
 * Runs the task once per painted frame however often it is asked for, and a few times a second while the page is hidden,
 * where no frames come: a meeting in a background tab goes on.
 */
export function perFrame(task: () => void): { ask(): void; now(): void; stop(): void } {
  let cancel: (() => void) | null = null;
  const run = () => {
    cancel = null;
    task();
  };
  const ask = () => {
    cancel ??= document.visibilityState === 'visible' ? nextFrame(run) : later(run, 200);
  };
  return {
    ask,
    now() {
      cancel?.();
      run();
    },
    stop() {
      cancel?.();
      cancel = null;
    },
  };
}

/** A page that is hidden between asking and painting never gets its frame, so a timer stands behind it. */
function nextFrame(run: () => void): () => void {
  const timer = later(() => done(), 250);
  const frame = requestAnimationFrame(() => done());
  const cancel = () => {
    cancelAnimationFrame(frame);
    timer();
  };
  const done = () => {
    cancel();
    run();
  };
  return cancel;
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
