/** Puts files into the page and waits until they have run, or cannot be had. */
export interface Files {
  script(address: string, claim: (element: HTMLScriptElement) => void): Promise<HTMLScriptElement>;
  style(address: string): Promise<void>;
}

export function filesIn(page: Document): Files {
  const into = (element: HTMLScriptElement | HTMLLinkElement, address: string) =>
    new Promise<void>((resolve, reject) => {
      element.addEventListener('load', () => resolve(), { once: true });
      element.addEventListener('error', () => (element.remove(), reject(new Error(`${address} is not there, or may not be used in this page`))), { once: true });
      page.head.append(element);
    });
  return {
    async script(address, claim) {
      // Asked for with CORS, so that the browser tells what is wrong in a script from another origin.
      const element = Object.assign(page.createElement('script'), { src: address, async: false, crossOrigin: 'anonymous' });
      claim(element);
      await into(element, address);
      return element;
    },
    style: (address) => into(Object.assign(page.createElement('link'), { rel: 'stylesheet', href: address }), address),
  };
}
