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

/**
 * Says something with the page's last breath. The token goes in a header; where that cannot be (another server would have to be
 * asked first whether it takes one, and older browsers let no request outlive its page) it stands in the address, and is void with this.
 */
export function lastWords(url: string, token: string, body: unknown): void {
  const text = JSON.stringify(body);
  const own = new URL(url).host === pagePlace()?.host;
  if (own && typeof Request !== 'undefined' && 'keepalive' in Request.prototype) {
    pristineFetch(url, { method: 'POST', body: text, keepalive: true, headers: { token, 'Content-Type': 'application/json' } }).catch(() => undefined);
  } else if (typeof navigator !== 'undefined' && 'sendBeacon' in navigator) {
    navigator.sendBeacon(`${url}?token=${encodeURIComponent(token)}`, new Blob([text], { type: 'application/json' }));
  }
}

/** Calls back when the browser knows that it has no network. */
export function onOffline(gone: () => void, signal: AbortSignal): void {
  if (typeof window !== 'undefined') window.addEventListener('offline', gone, { signal });
}

/** A fault of somebody else's callback: told to the page, where it is put down to them, and kept away from us. */
export function blame(fault: unknown): void {
  if (typeof reportError === 'function') reportError(fault);
  else setTimeout(() => { throw fault; });
}
