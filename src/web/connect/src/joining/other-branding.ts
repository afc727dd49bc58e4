import { start } from '../memory/start';
import { place } from './routing.svelte';

/** Somebody who chose a conference with a branding of its own gets its page anew; the address is there already. */
export async function wearBrandingOf(alias: string): Promise<void> {
  const { branding, preview } = start();
  if (branding === '' || preview) return;
  try {
    const answer = await fetch(`/webapp2/branding?conference=${encodeURIComponent(alias)}`);
    if (!answer.ok || (await answer.text()) === branding) return;
  } catch {
    // The branding that is there will do.
    return;
  }
  const here = place();
  if (here.at === 'meeting' && here.alias === alias) location.reload();
}
