import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const fixtures = resolve(import.meta.dirname, '../../../../tests/plugins-fixtures');

/** The files of an unpacked branding by their path, as the server would serve them. */
export function readBranding(name: string): Record<string, string> {
  const folder = join(fixtures, name);
  const files: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true }) as string[]) {
    const file = join(folder, path);
    if (statSync(file).isFile()) files[relative(folder, file)] = readFileSync(file, 'utf8');
  }
  return files;
}

/** Rows whose truth lies in the page, not in the host: the browser's tests have them. */
export const ofThePage = [1, 43, 55, 56, 57, 58, 59];
/** Rows that take the app's own meeting, and a server to it. */
export const ofAMeeting = [32, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 60, 61];
