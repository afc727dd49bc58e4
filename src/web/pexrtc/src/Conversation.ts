import { pristineFetch } from './page';
import { backoff, pause } from './patience';
import { mayBeRepeated, slotOf } from './slots';

/** What the server said, or that it said nothing (status 0). Never thrown: a refusal is an answer. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly result: unknown;
  /** Our addition to a refusal: why we are no longer inside, where somebody has sent us away. */
  readonly departed?: string | undefined;
}

export interface Question {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Who wants it, as `plugin/<id>`; recorded beside the participant. */
  readonly cause?: string | undefined;
  readonly attempts?: number;
  readonly timeout?: number;
  readonly keepalive?: boolean;
  readonly formData?: FormData;
}

/** The requests of one participant to one conference. The newest token is put in at the moment of asking. */
export class Conversation {
  token = '';
  readonly #base: string;
  readonly #latest = new Map<string, { readonly overtake: AbortController; readonly answer: Promise<Answer> }>();

  constructor(origin: string, alias: string, readonly signal: AbortSignal, private readonly maker?: string) {
    this.#base = `${origin}/api/client/v2/conferences/${encodeURIComponent(alias)}/`;
  }

  url(path: string): string {
    return this.#base + path.replace(/^\/+/, '');
  }

  /**
   * Asks again while the server is away, unless a later wish about the same thing has made this one pointless. Wishes
   * about the same thing go one after another, so that the server hears the last one last.
   */
  async ask(path: string, question: Question = {}): Promise<Answer> {
    if (question.method === 'GET') return this.#insist(path, question, this.signal);
    const slot = slotOf(path);
    const before = this.#latest.get(slot);
    // What is said once each time, as chat is, does not make what was said before it pointless.
    if (mayBeRepeated(path)) before?.overtake.abort();
    const overtake = new AbortController();
    const mine = { overtake, answer: this.#after(before?.answer, path, question, AbortSignal.any([this.signal, overtake.signal])) };
    this.#latest.set(slot, mine);
    const answer = await mine.answer;
    if (this.#latest.get(slot) === mine) this.#latest.delete(slot);
    return answer;
  }

  async #after(before: Promise<Answer> | undefined, path: string, question: Question, enough: AbortSignal): Promise<Answer> {
    if (before) await before;
    return this.#insist(path, question, enough);
  }

  async #insist(path: string, question: Question, enough: AbortSignal): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const token = this.token;
      const answer = await this.#once(path, question);
      if (!this.#worthAsking(answer, attempt, token, question.attempts ?? 1)) return answer;
      await pause(backoff(attempt), enough);
      if (enough.aborted) return answer;
    }
  }

  #worthAsking(answer: Answer, attempt: number, token: string, attempts: number): boolean {
    // The token was renewed on the way, or we were too quick: nothing has happened, so anything may be asked again.
    if (answer.status === 403 && answer.result === 'Invalid token') return token !== this.token && attempt < 3;
    if (answer.status === 429) return attempt < 4;
    return attempt + 1 < attempts && (answer.status === 0 || (answer.status >= 502 && answer.status <= 504));
  }

  /** A picture, or null where there is none to have. */
  async picture(path: string): Promise<Blob | null> {
    try {
      const limit = AbortSignal.any([AbortSignal.timeout(15_000), this.signal]);
      const response = await pristineFetch(this.url(path), { headers: { token: this.token }, cache: 'no-store', signal: limit });
      return response.ok ? await response.blob() : null;
    } catch {
      return null;
    }
  }

  async #once(path: string, question: Question): Promise<Answer> {
    const limit = AbortSignal.timeout(question.timeout ?? 15_000);
    const headers: Record<string, string> = { ...question.headers };
    if (this.token) headers['token'] = this.token;
    const cause = question.cause ?? this.maker;
    if (cause) headers['plenum-cause'] = cause;
    if (question.body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      const response = await pristineFetch(this.url(path), {
        method: question.method ?? 'POST',
        headers,
        body: question.formData ?? (question.body === undefined ? null : JSON.stringify(question.body)),
        // Good-byes must outlive what they say good-bye to.
        signal: question.keepalive ? limit : AbortSignal.any([limit, this.signal]),
        keepalive: question.keepalive ?? false,
      });
      return { status: response.status, ok: response.ok, ...said(await response.text()) };
    } catch {
      return { status: 0, ok: false, result: 'The server cannot be reached' };
    }
  }
}

/** Nearly everything comes in an envelope; refused calls are plain text. */
function said(text: string): Pick<Answer, 'result' | 'departed'> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('result' in parsed)) return { result: parsed };
    const { result, plenum } = parsed as { readonly result: unknown; readonly plenum?: { readonly departed?: unknown } | null };
    return typeof plenum?.departed === 'string' ? { result, departed: plenum.departed } : { result };
  } catch {
    return { result: text };
  }
}
