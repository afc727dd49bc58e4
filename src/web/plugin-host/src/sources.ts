import { natives } from './containment/natives';
import type { Sources } from './seams';

/** Files from the page's own server; scripts as classic ones, so that they run sloppy and from their real address. */
export function browserSources(page: Document): Sources {
  return {
    async read(url) {
      const response = await natives.fetch(url, { credentials: 'same-origin' });
      if (response.ok) return response.text();
      if (response.status === 404 || response.status === 410) return null;
      throw new Error(`${url} was answered with ${response.status}`);
    },
    preload: (url) =>
      new Promise((resolve, reject) => {
        const link = Object.assign(page.createElement('link'), { rel: 'preload', as: 'script', href: url });
        link.addEventListener('load', () => (link.remove(), resolve()));
        link.addEventListener('error', () => (link.remove(), reject(new Error(`${url} is not there`))));
        page.head.append(link);
      }),
    run: (url, claim) =>
      new Promise((resolve, reject) => {
        const script = Object.assign(page.createElement('script'), { src: url, async: false });
        claim(script);
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', () => (script.remove(), reject(new Error(`${url} is not there, or is no script`))));
        page.head.append(script);
      }),
  };
}
