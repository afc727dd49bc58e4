import type { Sources } from '../seams';
import type { PluginProblem } from './problem';
import { recordOf, textOf } from './reading';

/**
 * What the server's checker says of the whole branding, the same that its administrator was told; null where there is no
 * such server, as when a branding is tried without one.
 */
export async function readFindings(sources: Sources, page: string): Promise<readonly PluginProblem[] | null> {
  try {
    const text = await sources.read(new URL('findings.json', page).href);
    const problems = text === null ? null : recordOf(JSON.parse(text))?.['problems'];
    return Array.isArray(problems) ? problems.flatMap(problemOf) : null;
  } catch {
    // The files themselves are looked at instead.
    return null;
  }
}

function problemOf(value: unknown): readonly PluginProblem[] {
  const fields = recordOf(value);
  const text = textOf(fields?.['message']);
  if (!fields || text === null) return [];
  const [file, line] = [textOf(fields['file']), fields['line']];
  return [{ text, ...(file && { file }), ...(typeof line === 'number' && { line }), severity: fields['severity'] === 'error' ? 'error' : 'warning' }];
}
