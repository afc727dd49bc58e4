import type { Conversation } from '../Conversation';

/** How long the picture before is kept, so that nobody who is just drawing it loses it. */
const kept = 2_000;

/**
 * The pictures that a presentation is sent as, fetched one after another. The page is given each as an address of its own
 * memory: the token that fetched it stands in a header, where no log, history or referrer sees it.
 */
export class Pictures {
  #shown: string | null = null;
  #fetching = false;
  #newest: string | null = null;
  /** Whether there is one now: a server that announces its pictures is not asked for one before. */
  announced = false;

  /** A picture that is overtaken while another is on its way is not fetched at all. */
  async fetch(line: Conversation, path: string, show: (address: string) => void): Promise<void> {
    this.#newest = path;
    if (this.#fetching) return;
    this.#fetching = true;
    while (this.#newest !== null) {
      const wanted: string = this.#newest;
      this.#newest = null;
      const picture = await line.picture(wanted);
      if (line.signal.aborted) break;
      if (picture) show(this.#replace(URL.createObjectURL(picture)));
    }
    this.#fetching = false;
  }

  /** Nobody looks any more. */
  rest(): void {
    this.#newest = null;
    this.#drop();
  }

  /** There is none any more. */
  clear(): void {
    this.announced = false;
    this.rest();
  }

  #replace(address: string): string {
    this.#drop();
    this.#shown = address;
    return address;
  }

  #drop(): void {
    const before = this.#shown;
    this.#shown = null;
    if (before) setTimeout(() => URL.revokeObjectURL(before), kept);
  }
}
