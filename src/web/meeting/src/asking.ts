import type { PexRTC } from '@plenum/pexrtc';
import type { Ask, Outcome } from './commands';

/** Asks through the live call; without one the answer is a refusal, never an exception. */
export function asking(live: () => PexRTC | null): Ask {
  return (path, payload) =>
    new Promise<Outcome>((resolve) => {
      const pexrtc = live();
      if (!pexrtc) return resolve({ ok: false, text: 'Not in a meeting' });
      pexrtc.sendRequest(path, payload ?? null, (answer: unknown) => resolve(outcomeOf(answer)));
    });
}

function outcomeOf(answer: unknown): Outcome {
  if (answer !== null && typeof answer === 'object' && 'status' in answer) {
    const { status, result } = answer as { status: unknown; result?: unknown };
    if (status === 'success') return { ok: true, result };
    return { ok: false, text: typeof result === 'string' ? result : '' };
  }
  return { ok: false, text: '' };
}
