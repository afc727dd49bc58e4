import type { Key } from '../../words/en';

/** What to tell somebody whose wish was refused, by what the server said. Its own words are for those who know the protocol. */
export function refusalKey(text: string): Extract<Key, `inside.refused${string}`> {
  return refusals.find(([pattern]) => pattern.test(text))?.[1] ?? 'inside.refusedUnknown';
}

const refusals = [
  [/invalid role|not allowed|forbidden/i, 'inside.refusedRole'],
  [/invalid token|not in a meeting/i, 'inside.refusedToken'],
  [/participant not found/i, 'inside.refusedGone'],
  [/breakout room not found/i, 'inside.refusedRoomGone'],
  [/participant limit/i, 'inside.refusedFull'],
  [/out of resource|maintenance/i, 'inside.refusedBusy'],
  [/too many requests/i, 'inside.refusedTooFast'],
  [/chat is disabled/i, 'inside.refusedChat'],
  [/waiting participants/i, 'inside.refusedWaiting'],
  [/network|fetch|timed? ?out|unreachable/i, 'inside.refusedNetwork'],
] as const satisfies readonly (readonly [RegExp, Key])[];
