import type { RequestAnswer } from '@plenum/plugin-types';
import type { Owner } from '../containment/owner';
import type { CallSeen } from '../seams';
import type { Allowance } from './allowance';

/** Sends a plugin's requests through the live call, at the pace that one plugin may have. Never throws: a refusal is an answer. */
export type AskFor = (owner: Owner, path: string, payload: unknown, callback: unknown, shape?: (answer: RequestAnswer) => RequestAnswer) => Promise<RequestAnswer>;

/** Asked with POST these would be refused: they read. */
const reads = /^(participants|conference_status|available_layouts|layout_svgs|get_classification_level|turn_servers)$/;

/** What the guides print, where the client API calls it otherwise. */
const asPrinted: ReadonlyMap<string, string> = new Map([['muteguest', 'muteguests'], ['mutequest', 'muteguests']]);

export function createAsking(call: () => CallSeen | null, allowanceOf: (owner: Owner) => Allowance): AskFor {
  return async (owner, path, payload, callback, shape = (answer) => answer) => {
    const answer = shape(await asked(owner, path, payload));
    if (typeof callback === 'function') owner.enter('request callback', () => void callback(answer));
    return answer;
  };

  async function asked(owner: Owner, path: string, payload: unknown): Promise<RequestAnswer> {
    const given = String(path).trim().replace(/^\/+/, '');
    const clean = asPrinted.get(given) ?? given;
    if (clean === '' || clean.split(/[/?#]/).includes('..')) return { status: 'failed', result: `No such request: ${path}` };
    if (!owner.open) return unloaded;
    const turn = allowanceOf(owner).turn();
    // Waits only where it must: what `unload` asks goes out while the plugin is still there.
    if (!(typeof turn === 'boolean' ? turn : await turn)) return { status: 'failed', result: 'Too many requests from this plugin' };
    if (!owner.open) return unloaded;
    const live = call();
    if (!live) return { status: 'failed', result: 'Not in a conference' };
    return new Promise((resolve) => {
      const send = () => live.sendRequest(clean, payload ?? null, (answer) => resolve(answerOf(answer)), reads.test(clean) ? 'GET' : 'POST');
      live.withCause(causeOf(owner.key), send);
    });
  }
}

const unloaded: RequestAnswer = { status: 'failed', result: 'The plugin was unloaded' };

/** A header takes few characters, and ids may hold any. */
export function causeOf(key: string): string {
  return `plugin/${encodeURIComponent(key)}`.slice(0, 200);
}

function answerOf(answer: unknown): RequestAnswer {
  if (typeof answer !== 'object' || answer === null) return { status: 'failed', result: answer };
  const { status, result, ...rest } = answer as { status?: unknown; result?: unknown };
  return { ...rest, status: status === 'success' ? 'success' : 'failed', result };
}
