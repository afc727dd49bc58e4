import type { Attribution } from './attribution';
import type { Owner } from './owner';
import { replace } from './replacing';

const loopback = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * Notices what plugins ask for by plain `http:` from a page that came by `https:`. Browsers refuse it (mixed content) and tell
 * nobody, not even the page: it looks like a network that is down.
 */
export function hookCalls(page: Window & typeof globalThis, attribution: Attribution, mixed: (owner: Owner, address: string) => void): () => void {
  if (page.location.protocol !== 'https:') return () => undefined;
  const look = (hook: (...args: never[]) => unknown, wanted: unknown) => {
    const address = URL.parse(wanted instanceof page.Request ? wanted.url : String(wanted), page.document.baseURI);
    if (address?.protocol !== 'http:' || loopback.test(address.hostname)) return;
    const owner = attribution.ofCaller(hook);
    if (owner) mixed(owner, address.href);
  };
  const undo = [
    replace(page, 'fetch', (native) => {
      const call = native as unknown as typeof fetch;
      return function fetch(this: unknown, ...args: Parameters<typeof call>): Promise<Response> {
        look(fetch, args[0]);
        return call.apply(page, args);
      };
    }),
    replace(page.XMLHttpRequest.prototype, 'open', (native) => {
      const call = native as unknown as (...args: unknown[]) => void;
      return function open(this: XMLHttpRequest, ...args: unknown[]): void {
        look(open, args[1]);
        call.apply(this, args);
      };
    }),
  ];
  return () => undo.reverse().forEach((back) => back());
}
