import { brandingRoot } from './branding/address';
import { natives } from './containment/natives';
import type { Sources } from './seams';

/** What the browser must find in a script before it runs it; null where the server has said nothing. */
export type Integrity = (url: string) => string | null;

export function integrityOf(page: string, known: Readonly<Record<string, string>>): Integrity {
  const root = new URL(brandingRoot(page)).pathname;
  return (url) => {
    const { pathname } = new URL(url);
    const path = pathname.startsWith(root) ? decodeURIComponent(pathname.slice(root.length)) : '';
    return Object.hasOwn(known, path) ? (known[path] ?? null) : null;
  };
}

/** Files from the page's own server; scripts as classic ones, so that they run sloppy and from their real address. */
export function browserSources(page: Document, integrity: Integrity = () => null): Sources {
  const guarded = (url: string) => {
    const wanted = integrity(url);
    return wanted === null ? {} : { integrity: wanted };
  };
  /** A browser says of a file that it refuses no more than of one that is missing. */
  const why = async (url: string, otherwise: string): Promise<Error> => {
    const wanted = integrity(url);
    const altered = wanted !== null
      && (await natives.fetch(url, { credentials: 'same-origin' }).then(({ ok }) => ok, () => false))
      && (await natives.fetch(url, { credentials: 'same-origin', integrity: wanted }).then(() => false, () => true));
    return new Error(altered ? `${url} was changed on its way: it is not the file that the server has in store, so the browser refuses to run it` : otherwise);
  };
  return {
    async read(url) {
      const response = await natives.fetch(url, { credentials: 'same-origin' });
      if (response.ok) return response.text();
      if (response.status === 404 || response.status === 410) return null;
      throw new Error(`${url} was answered with ${response.status}`);
    },
    preload: (url) =>
      new Promise((resolve, reject) => {
        const link = Object.assign(page.createElement('link'), { rel: 'preload', as: 'script', ...guarded(url), href: url });
        link.addEventListener('load', () => (link.remove(), resolve()));
        link.addEventListener('error', () => (link.remove(), void why(url, `${url} is not there`).then(reject)));
        page.head.append(link);
      }),
    run: (url, claim) =>
      new Promise((resolve, reject) => {
        const script = Object.assign(page.createElement('script'), { src: url, async: false, ...guarded(url) });
        claim(script);
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', () => (script.remove(), void why(url, `${url} is not there, or is no script`).then(reject)));
        page.head.append(script);
      }),
  };
}
