/** What surrounds the client: a browser's page, or none at all (a worker, Node). Only this file touches those globals. */

/** The browser's own, as it was when this was loaded: whoever replaces `fetch` later must not cut the call off. */
export const pristineFetch: typeof fetch = globalThis.fetch.bind(globalThis);

export function pagePlace(): { readonly protocol: string; readonly host: string } | undefined {
  return typeof location === 'undefined' || !location.protocol.startsWith('http') ? undefined : location;
}

export function isVisible(): boolean {
  return typeof document === 'undefined' || document.visibilityState === 'visible';
}

/** Calls back when waiting any longer would be rude: the network is back, or somebody looks at the page again. */
export function onWake(wake: () => void, signal: AbortSignal): void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return;
  window.addEventListener('online', wake, { signal });
  document.addEventListener('visibilitychange', () => isVisible() && wake(), { signal });
}

export function onLeave(leave: () => void, signal: AbortSignal): void {
  if (typeof window !== 'undefined') window.addEventListener('pagehide', leave, { signal });
}

/** Says something with the page's last breath. */
export function lastWords(url: string, body: unknown): void {
  const text = new Blob([JSON.stringify(body)], { type: 'application/json' });
  if (typeof navigator !== 'undefined' && 'sendBeacon' in navigator) navigator.sendBeacon(url, text);
}

/** A fault of somebody else's callback: told to the page, where it is put down to them, and kept away from us. */
export function blame(fault: unknown): void {
  if (typeof reportError === 'function') reportError(fault);
  else setTimeout(() => { throw fault; });
}
