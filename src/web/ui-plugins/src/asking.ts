import { natives } from '@plenum/plugin-host/ground';
import type { Answered, Ask } from './wire';

export interface Address {
  /** Ends with a slash. */
  readonly base: string;
  /** What proves who we are, at the moment of asking; null while that is being renewed. */
  headers(): Readonly<Record<string, string>> | null;
  /** The server does not, or no longer, know it. */
  unknown?(): void;
}

const patience = 15_000;

/** What the browser sends after a page that is gone may not be longer. */
const longestFarewell = 60_000;

export function askingAt({ base, headers, unknown }: Address): Ask {
  return async (path, body): Promise<Answered> => {
    const proof = headers();
    if (!proof) return { kind: 'away' };
    const text = JSON.stringify(body);
    try {
      // What a plugin says before it leads the page elsewhere is said all the same.
      const keepalive = text.length < longestFarewell;
      const response = await natives.fetch(base + path, { method: 'POST', headers: { ...proof, 'Content-Type': 'application/json' }, body: text, keepalive, signal: AbortSignal.timeout(patience) });
      return answered(response.status, await response.text(), unknown);
    } catch {
      return { kind: 'away' };
    }
  };
}

function answered(status: number, text: string, unknown: (() => void) | undefined): Answered {
  const result = resultOf(text);
  if (status === 200) return { kind: 'ok', result };
  if (status === 401) unknown?.();
  const passing = status === 401 || status === 429 || status >= 500 || result === 'Invalid token';
  return passing ? { kind: 'away' } : { kind: 'refused', text: typeof result === 'string' ? result : `It was answered with ${status}` };
}

function resultOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { result?: unknown }).result;
  } catch {
    return undefined;
  }
}
