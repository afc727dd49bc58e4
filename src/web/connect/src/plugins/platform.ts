import type { PackageFile } from '@plenum/plugin-types';

export type Platform = NonNullable<PackageFile['platforms']>[number];

const platforms: readonly Platform[] = ['web', 'electron', 'ios', 'android'];

/**
 * Which client this is, for plugins that are for some alone: as the address says, else by the browser. The mobile clients are
 * web views of an app; a browser on a telephone is a browser.
 */
export function platformOf(named: string | undefined, userAgent: string): Platform {
  if (named !== undefined) return platforms.find((platform) => platform === named.toLowerCase()) ?? 'web';
  if (userAgent.includes('Electron/')) return 'electron';
  if (/iPhone|iPad|iPod/.test(userAgent) && !userAgent.includes('Safari/')) return 'ios';
  if (/Android.*; wv\)/.test(userAgent)) return 'android';
  return 'web';
}
