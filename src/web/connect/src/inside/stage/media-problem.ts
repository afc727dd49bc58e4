import type { Key } from '../../words/en';
import { t } from '../../words/words.svelte';

/** Why there is no sound and picture, in one's own language; what a server says that we do not know is added in its words. */
export function mediaProblem(reason: string): string {
  const key = problems.find(([pattern]) => pattern.test(reason))?.[1];
  if (key) return t(key);
  return reason.trim() === '' ? t('inside.noMediaRefused') : `${t('inside.noMediaRefused')} ${t('inside.noMediaSaid', { reason })}`;
}

const problems = [
  [/carries no audio|does not carry audio/i, 'inside.noMediaServer'],
  [/no WebRTC/i, 'inside.noMediaBrowser'],
  [/cannot be reached|network|timed? ?out|hung up/i, 'inside.noMediaUnreachable'],
] as const satisfies readonly (readonly [RegExp, Key])[];
