import type { Departure, Problem } from './state';

/** What the server's words mean for somebody who wants to get in. */
export function problemOf(text: string): Problem {
  const kind = entrance.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
  return { kind, text };
}

/** What the server's words mean for somebody who was inside. */
export function departureOf(text: string): Departure {
  const how = exits.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
  return { how, text };
}

const entrance: readonly (readonly [RegExp, Problem['kind']])[] = [
  [/neither conference nor gateway found|404/i, 'not-found'],
  [/exceeded PIN entry retries/i, 'pin-retries'],
  [/participant limit|insufficient licenses|out of (transcoding |proxying )?resource/i, 'full'],
  [/too (many|fast)|rate/i, 'too-fast'],
  [/maintenance/i, 'maintenance'],
  [/timeout waiting/i, 'waited-too-long'],
  [/SSO|Identity Provider/i, 'sign-in'],
  [/network|fetch|connect|timed? ?out|5\d\d|could not reach|cannot be reached/i, 'unreachable'],
];

const exits: readonly (readonly [RegExp, Departure['how']])[] = [
  [/user initiated|left|^$/i, 'left'],
  [/all conference hosts departed/i, 'hosts-gone'],
  [/timeout waiting/i, 'expired'],
  [/conference terminated|ended the conference|conference termination|last remaining|no participants can keep/i, 'ended'],
  [/disconnected by (another|an) (participant|administrator)|API initiated participant disconnect/i, 'removed'],
  [/superseded|another place|elsewhere/i, 'elsewhere'],
  [/reconnect|network|signal+ing|refresh|invalid token/i, 'lost'],
];
