import { recordOf } from '../branding/reading';

/** What a plugin asks to be shown, understood. */
export interface Template {
  readonly title: string;
  readonly body: string | Node;
  readonly closable: boolean;
  readonly backdropCloses: boolean;
  readonly zIndex: number | null;
}

/** A body longer than this makes every browser stand still. */
export const longestBody = 1_000_000;

/** Takes the arguments as they come: title and body may be missing, the second may be 'static' or already the z-index. */
export function templateOf(spec: unknown, second?: unknown, third?: unknown): Template {
  const fields = recordOf(spec) ?? {};
  const { title, body } = fields;
  const closable = fields['isCloseDisabled'] !== true;
  const zIndex = [third, second].find((value) => typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)));
  return {
    title: title === null || title === undefined ? '' : String(title),
    body: body instanceof Node ? body : body === null || body === undefined ? '' : String(body),
    closable,
    backdropCloses: closable && second !== 'static',
    zIndex: zIndex === undefined ? null : Number(zIndex),
  };
}
