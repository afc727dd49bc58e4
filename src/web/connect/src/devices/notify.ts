import type { Sound } from '../memory/preferences';
import { preferences } from '../memory/remembered.svelte';
import { play } from './tones';

/** Plays what somebody wants to hear of. A speaker that fails is no reason to disturb a meeting. */
export async function notify(sound: Sound): Promise<boolean> {
  const { sounds, volume, speaker } = preferences();
  if (!sounds[sound] || volume === 0 || typeof AudioContext === 'undefined') return false;
  return play(sound, volume, speaker).then(() => true, () => false);
}
