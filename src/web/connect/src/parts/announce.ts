export type Politeness = 'polite' | 'assertive';

const stays = 5000;

/** Has a screen reader say something. The region sits in the open dialog where there is one, since what is beside a modal dialog is not heard. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  const home = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const region = home.querySelector<HTMLElement>(`:scope > [data-announces='${politeness}']`) ?? addRegion(home, politeness);
  const line = document.createElement('p');
  line.textContent = text;
  region.append(line);
  setTimeout(() => line.remove(), stays);
}

function addRegion(home: Element, politeness: Politeness): HTMLElement {
  const region = document.createElement('div');
  region.className = 'only-spoken';
  region.dataset['announces'] = politeness;
  region.ariaLive = politeness;
  region.role = politeness === 'assertive' ? 'alert' : 'status';
  home.append(region);
  return region;
}
