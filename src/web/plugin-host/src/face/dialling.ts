import type { RequestAnswer } from '@plenum/plugin-types';
import { recordOf } from '../branding/reading';

/** The body of a `dial` request from what plugins give to `dialOut`. */
export function dialOf(alias: unknown, protocol: unknown, role: unknown, options: unknown): Readonly<Record<string, unknown>> {
  const given: Readonly<Record<string, unknown>> = typeof options === 'string' ? { presentation_uri: options } : (recordOf(options) ?? {});
  const { streaming, presentation_uri, ...rest } = given;
  return {
    ...rest,
    destination: String(alias ?? ''),
    protocol: typeof protocol === 'string' && protocol ? protocol : 'auto',
    role: /^(host|chair)$/i.test(String(role)) ? 'HOST' : 'GUEST',
    ...((streaming === true || streaming === 'yes') && { streaming: 'yes' }),
    ...(typeof presentation_uri === 'string' && { presentation_url: presentation_uri }),
  };
}

/** Plugins look at the length of the list and at nothing else, so a failure is an empty one. */
export function dialled(answer: RequestAnswer): RequestAnswer {
  if (answer.status === 'success' && Array.isArray(answer.result)) return answer;
  return { status: 'failed', result: [], ...(typeof answer.result === 'string' && { detail: answer.result }) } as RequestAnswer;
}
