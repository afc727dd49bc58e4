const opposites: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)un(lock|mute|muteguests?)$/, '$1$2'],
  [/client_unmute$/, 'client_mute'],
  [/tx_unmute$/, 'tx_mute'],
  [/video_unmuted$/, 'video_muted'],
  [/spotlightoff$/, 'spotlighton'],
  [/denyrxpresentation$/, 'allowrxpresentation'],
  [/release_floor$/, 'take_floor'],
  [/resume$/, 'hold'],
  [/hide_live_captions$/, 'show_live_captions'],
  [/clear(breakoutbuzz|buzz)$/, '$1'],
];

/** Acts anew each time it is said, so it must not be said twice because an answer got lost. */
const notTwice = /(^|\/)(message|dial|breakouts|dtmf|fecc|transfer|calls|create|request_token|request_guest_token|presentation|new_candidate)$/;

/** What a command sets: commands with the same slot overwrite each other, as lock and unlock do. */
export function slotOf(path: string): string {
  const clean = path.replace(/^\/+/, '').replace(/\?.*$/, '');
  return opposites.reduce((slot, [from, to]) => slot.replace(from, to), clean);
}

export function mayBeRepeated(path: string): boolean {
  return !notTwice.test(path.replace(/\/+$/, ''));
}
