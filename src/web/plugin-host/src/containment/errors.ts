import type { Attribution } from './attribution';

/** What nobody caught: promises, listeners set as properties, inline handlers, scripts that a plugin brought along. */
export function hearErrors(page: Window, attribution: Attribution): () => void {
  const error = (event: ErrorEvent) => {
    const owner = attribution.ofError(event.error) ?? attribution.ofUrl(event.filename);
    owner?.fault(owner.holdings.scripting ? 'script' : 'uncaught', event.error ?? event.message);
  };
  const rejection = (event: PromiseRejectionEvent) => {
    attribution.ofError(event.reason)?.fault('promise', event.reason);
  };
  page.addEventListener('error', error);
  page.addEventListener('unhandledrejection', rejection);
  return () => {
    page.removeEventListener('error', error);
    page.removeEventListener('unhandledrejection', rejection);
  };
}
