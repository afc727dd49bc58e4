import { recordOf } from '../branding/reading';

/** What `transform_layout` wants. Plugins give the transforms themselves, some wrapped once more; a bare name is a layout. */
export function transformsOf(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given === 'string') return { layout: given };
  const fields = recordOf(given) ?? {};
  return recordOf(fields['transforms']) ?? fields;
}
