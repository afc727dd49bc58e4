import type { Conversation } from './Conversation';
import { onWake } from './page';
import { backoff, pause } from './patience';
import type { RefreshedBody } from './wire';

/** Keeps the token alive for as long as the server knows us. Being unable to ask is no reason to give up: a no is. */
export class TokenKeeper {
  #running: Promise<boolean> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;
  #every: number;

  constructor(
    private readonly line: Conversation,
    expires: string,
    private readonly kept: (answer: RefreshedBody) => void,
    /** With the reason, where it is more than that we were forgotten. */
    private readonly dead: (departed: string | undefined) => void,
  ) {
    this.#every = thirdOf(expires);
    this.#plan();
    // Timers stand still while a laptop sleeps.
    onWake(() => Date.now() >= this.#due && void this.refresh(), line.signal);
    line.signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  /** Whether the server still knows us. Those who ask at the same time share one request. */
  refresh(): Promise<boolean> {
    return (this.#running ??= this.#refresh().finally(() => (this.#running = undefined)));
  }

  async #refresh(): Promise<boolean> {
    clearTimeout(this.#timer);
    for (let attempt = 0; !this.line.signal.aborted; attempt++) {
      const answer = await this.line.ask('refresh_token', { timeout: 10_000 });
      if (this.line.signal.aborted) break;
      if (answer.ok) {
        const renewed = answer.result as RefreshedBody;
        this.line.token = renewed.token;
        this.#every = thirdOf(renewed.expires);
        this.#plan();
        this.kept(renewed);
        return true;
      }
      if (answer.status === 403 || answer.status === 401 || answer.status === 404) {
        this.dead(answer.departed);
        return false;
      }
      await pause(backoff(attempt), this.line.signal);
    }
    return false;
  }

  #plan(): void {
    clearTimeout(this.#timer);
    this.#due = Date.now() + this.#every;
    this.#timer = setTimeout(() => void this.refresh(), this.#every);
  }
}

function thirdOf(expires: string): number {
  const seconds = Number(expires);
  return ((seconds > 0 ? seconds : 120) * 1000) / 3;
}
