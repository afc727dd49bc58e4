import { Conversation } from './Conversation';
import { knock, type Newcomer, type Reception } from './entrance';
import { EventStream } from './EventStream';
import type { Frame } from './frames';
import { lastWords, onLeave } from './page';
import type { ConnectionState } from './shapes';
import { TokenKeeper } from './TokenKeeper';
import type { RefreshedBody, TokenBody } from './wire';

export interface Host {
  readonly hear: (visit: Visit, frame: Frame) => void;
  readonly renewed: (visit: Visit, token: RefreshedBody) => void;
  readonly connection: (visit: Visit, state: ConnectionState) => void;
  readonly over: (visit: Visit, reason: string) => void;
  readonly log: (line: string) => void;
}

/** The server forgets who has not been heard from for this long. */
const remembered = 120_000;

/** One stay in one conference: what keeps its token alive and its stream open. It ends once and is not used again. */
export class Visit {
  readonly line: Conversation;
  seat: TokenBody | undefined;
  stream: EventStream | undefined;
  readonly #ending = new AbortController();
  #keeper: TokenKeeper | undefined;
  #state: ConnectionState['state'] | undefined;
  #hope: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly origin: string, readonly alias: string, private readonly host: Host, maker?: string) {
    this.line = new Conversation(origin, alias, this.#ending.signal, maker);
  }

  get over(): boolean {
    return this.#ending.signal.aborted;
  }

  async knock(newcomer: Newcomer): Promise<Reception> {
    const reception = await knock(this.line, newcomer);
    if (reception.kind === 'in') {
      this.#sit(reception.token);
      // Somebody hung up while we were let in: nobody is to sit there for us.
      if (this.over) void this.#release('User initiated disconnect');
    }
    return reception;
  }

  /** Resolves when the stream stands for the first time. */
  listen(): Promise<void> {
    return new Promise((stands) => {
      const stream = new EventStream(this.line, {
        hear: (frame) => this.host.hear(this, frame),
        open: () => {
          this.#tell('connected');
          stands();
        },
        broken: (why) => this.#break(why),
        renew: () => this.refresh(),
      }, this.seat?.plenum?.conference_id ?? null, (this.seat?.plenum?.heartbeat ?? 0) * 1000 || undefined);
      this.stream = stream;
      void stream.follow().then((ending) => {
        if (ending === 'elsewhere') this.host.over(this, 'Connected elsewhere as the same participant');
        stands();
      });
    });
  }

  refresh(): Promise<boolean> {
    return this.#keeper?.refresh() ?? Promise.resolve(false);
  }

  /** Gives the token back and ends. */
  leave(reason: string): void {
    if (this.over) return;
    if (this.seat) void this.#release(reason);
    this.end();
  }

  /** Ends without a word, because the server ended it or knows already. */
  end(): void {
    clearTimeout(this.#hope);
    this.#ending.abort();
  }

  #sit(token: TokenBody): void {
    this.seat = token;
    this.line.token = token.token;
    if (this.over) return;
    this.#keeper = new TokenKeeper(this.line, token.expires,
      (renewed) => this.host.renewed(this, renewed),
      (departed) => this.host.over(this, departed ?? 'Could not reconnect to the meeting'));
    onLeave(() => lastWords(this.line.url('release_token'), this.line.token, { reason: 'Browser closed' }), this.line.signal);
  }

  #release(reason: string): Promise<unknown> {
    return this.line.ask('release_token', { body: { reason }, keepalive: true });
  }

  #break(why: string): void {
    this.host.log(`The event stream was ${why}`);
    if (this.#state !== 'connected') return;
    this.#tell('reconnecting');
    this.#hope = setTimeout(() => this.#tell('lost'), remembered);
  }

  #tell(state: ConnectionState['state']): void {
    if (state === this.#state || this.over) return;
    this.#state = state;
    if (state === 'connected') clearTimeout(this.#hope);
    this.host.connection(this, { state, since: Date.now() });
  }
}
