import type { Conversation } from './Conversation';
import { frameReader, type Frame } from './frames';
import { onOffline, onWake, pristineFetch } from './page';
import { backoff, pause } from './patience';

/** The server says something at least this often, if only a comment, where it does not promise more. */
const heartbeat = 15_000;

/** Who comes back twice within five seconds may find its own former stream, not yet known to be dead, in its place. */
const chase = 6_000;
const turnedAway = 'turned away';

export type Ending = 'left' | 'elsewhere' | 'unknown';

export interface Ears {
  readonly hear: (frame: Frame) => void;
  readonly open: () => void;
  readonly broken: (why: string) => void;
  /** Asked when the server does not know our token; answers whether it is worth another attempt. */
  readonly renew: () => Promise<boolean>;
}

/** One participant's event stream, opened again and again from where it broke off, until the stay ends. */
export class EventStream {
  #since: string;
  #attempt = 0;

  constructor(
    private readonly line: Conversation,
    private readonly ears: Ears,
    /** Null where the server numbers nothing and promises no heartbeat. */
    private readonly conference: string | null,
    private readonly beat = heartbeat,
  ) {
    this.#since = `${conference}:0`;
  }

  async follow(): Promise<Ending> {
    while (!this.line.signal.aborted) {
      const outcome = await this.#read();
      if (outcome === 'elsewhere' || this.line.signal.aborted) return this.line.signal.aborted ? 'left' : outcome as Ending;
      if (outcome === 'refused' && !(await this.ears.renew())) return 'unknown';
      this.ears.broken(outcome);
      await pause(outcome === turnedAway ? chase : backoff(this.#attempt++), this.line.signal);
    }
    return 'left';
  }

  /** Reads until the stream breaks, in whatever way, and says which. */
  async #read(): Promise<string> {
    const reading = new AbortController();
    const stop = (): void => reading.abort();
    this.line.signal.addEventListener('abort', stop, { signal: reading.signal });
    try {
      const response = await this.#open(reading);
      if (response.status === 204) return turnedAway;
      if (response.status === 403 || response.status === 401) return 'refused';
      if (!response.ok || !response.body) return `answered ${response.status}`;
      this.ears.open();
      return await this.#take(response.body, reading);
    } catch {
      return reading.signal.aborted ? 'silent' : 'cut';
    } finally {
      reading.abort();
    }
  }

  #open(reading: AbortController): Promise<Response> {
    const { token } = this.line;
    // Others take the token in the address only, and know nothing of coming back.
    const query = this.conference ? `since=${encodeURIComponent(this.#since)}` : `token=${token}`;
    const began = Date.now();
    const slow = setTimeout(() => reading.abort(), 4 * this.beat);
    // What was asked of a network that is no more gets no answer from the one that came.
    const opening = new AbortController();
    onWake(() => { if (Date.now() - began > this.beat / 5) reading.abort(); }, opening.signal);
    return pristineFetch(this.line.url(`events?${query}`), {
      headers: { Accept: 'text/event-stream', ...(this.conference ? { token } : {}) },
      cache: 'no-store',
      signal: reading.signal,
    }).finally(() => {
      clearTimeout(slow);
      opening.abort();
    });
  }

  async #take(body: ReadableStream<Uint8Array>, reading: AbortController): Promise<string> {
    const alive = this.conference ? watchSilence(reading, this.beat) : () => undefined;
    const text = new TextDecoder();
    const frames = frameReader();
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'ended';
      alive();
      for (const frame of frames(text.decode(value, { stream: true }))) {
        // What was aborted while we handled the frame before must say no more.
        if (reading.signal.aborted) return 'silent';
        if (frame.event === 'superseded') return 'elsewhere';
        if (frame.event) this.ears.hear(frame);
        this.#attempt = 0;
        this.#bookmark(frame.id);
      }
    }
  }

  /** An id that is not a place in the log (a presentation's frame has its own) is no bookmark. */
  #bookmark(id: string | undefined): void {
    if (id !== undefined && this.conference && id.startsWith(`${this.conference}:`)) this.#since = id;
  }
}

/** Ends a reading that hears nothing for two heartbeats, or for one when somebody has just come back to the page. */
function watchSilence(reading: AbortController, beat: number): () => void {
  let last = Date.now();
  const silentFor = (limit: number): void => {
    if (Date.now() - last > limit) reading.abort();
  };
  // The wall clock, because it goes on while a laptop sleeps.
  const timer = setInterval(() => silentFor(2.2 * beat), beat / 5);
  reading.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  onWake(() => silentFor(1.2 * beat), reading.signal);
  // The browser may be wrong, with a server on this very machine: then the stream stands again at once.
  onOffline(() => reading.abort(), reading.signal);
  return () => { last = Date.now(); };
}
