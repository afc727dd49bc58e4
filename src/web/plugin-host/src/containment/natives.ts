const pristineFetch = globalThis.fetch.bind(globalThis);
const clock = { now: performance.now.bind(performance) };

/** The browser's own functions as they were before any plugin ran: the host never calls what a plugin may have replaced. */
export const natives = {
  setTimeout: globalThis.setTimeout.bind(globalThis) as (act: () => void, milliseconds?: number) => number,
  clearTimeout: globalThis.clearTimeout.bind(globalThis) as (timer: number | undefined) => void,
  setInterval: globalThis.setInterval.bind(globalThis) as (act: () => void, milliseconds?: number) => number,
  clearInterval: globalThis.clearInterval.bind(globalThis) as (timer: number | undefined) => void,
  queueMicrotask: globalThis.queueMicrotask.bind(globalThis),
  fetch: (input: string, init?: RequestInit) => pristineFetch(input, init),
  now: () => clock.now(),
};
