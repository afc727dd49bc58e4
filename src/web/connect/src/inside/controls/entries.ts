import type { Meeting } from '@plenum/meeting';
import type { IconName } from '../../parts/drawings';
import type { MenuEntry } from '../../parts/menu';
import { openSettings } from '../../settings/opening.svelte';
import type { Key } from '../../words/en';
import { t } from '../../words/words.svelte';
import { carryOut } from './carry-out';
import { controlMenu, type Control, type ControlKey, type ControlReason, type Standing } from './control-menu';
import type { Desk } from './desk.svelte';

/** The conference's menu as it is shown: the words and deeds of what is offered. */
export function controlEntries(meeting: Meeting, desk: Desk, standing: Standing, me: string): readonly MenuEntry[] {
  const deeds = deedsIn(meeting, desk, standing, me);
  const entries = controlMenu(standing).flatMap((control, index, all): MenuEntry[] => {
    const begins = index > 0 && all[index - 1]?.group !== control.group;
    return [...(begins ? [{ kind: 'separator' } as const] : []), entryOf(control, deeds[control.key])];
  });
  // What hinders nearly everything is said once.
  return standing.connected ? entries : [{ kind: 'heading', label: t(reasons.reconnecting) }, ...entries];
}

function entryOf(control: Control, run: () => void): MenuEntry {
  const look = looks[control.key];
  const switched = control.key === 'guests-can-unmute' || control.key === 'captions';
  return {
    label: t(control.on && 'off' in look ? look.off : look.on),
    icon: look.icon,
    ...(switched && { checked: control.on ?? false }),
    ...(control.hindered && { disabled: true }),
    ...(control.hindered && control.hindered !== 'reconnecting' && { hint: t(reasons[control.hindered]) }),
    ...(control.key === 'end-for-all' && { danger: true }),
    run,
  };
}

function deedsIn(meeting: Meeting, desk: Desk, { room, captionsShown }: Standing, me: string): Record<ControlKey, () => void> {
  const open = (dialog: Exclude<Desk['dialog'], null>) => () => { desk.dialog = dialog; };
  return {
    start: () => void carryOut(meeting.room.start()),
    lock: () => void carryOut(meeting.room.lock(!room.locked)),
    'mute-guests': () => muteGuests(meeting, !room.guestsMuted),
    'guests-can-unmute': () => void carryOut(meeting.room.letGuestsUnmute(!room.guestsCanUnmute)),
    'lower-hands': () => void carryOut(meeting.room.lowerAllHands()),
    captions: () => void carryOut(meeting.people.showCaptions(me, !captionsShown)),
    invite: open('invite'),
    'add-participant': open('dial'),
    breakouts: open('breakouts'),
    layout: open('layouts'),
    statistics: open('statistics'),
    export: open('export'),
    shortcuts: open('shortcuts'),
    settings: () => openSettings(),
    'end-for-all': open('end'),
  };
}

/** Silencing everybody by mistake is awkward, so that it can be taken back. */
export function muteGuests(meeting: Meeting, muted: boolean): void {
  const undo = { label: t('parts.undo'), run: () => void carryOut(meeting.room.muteGuests(false)) };
  void carryOut(meeting.room.muteGuests(muted), muted ? { text: t('inside.saidGuestsMuted'), icon: 'mic-off', action: undo } : { text: t('inside.saidGuestsUnmuted'), icon: 'mic' });
}

const looks = {
  start: { icon: 'check', on: 'inside.start' },
  lock: { icon: 'lock', on: 'inside.lock', off: 'inside.unlock' },
  'mute-guests': { icon: 'mic-off', on: 'inside.muteGuests', off: 'inside.unmuteGuests' },
  'guests-can-unmute': { icon: 'mic', on: 'inside.guestsCanUnmute' },
  'lower-hands': { icon: 'hand-down', on: 'inside.lowerHands' },
  captions: { icon: 'captions', on: 'inside.showCaptions' },
  invite: { icon: 'invite', on: 'inside.invite' },
  'add-participant': { icon: 'phone', on: 'inside.addParticipant' },
  breakouts: { icon: 'grid', on: 'inside.breakouts' },
  layout: { icon: 'layout', on: 'inside.layout' },
  statistics: { icon: 'signal', on: 'inside.statistics' },
  export: { icon: 'copy', on: 'inside.export' },
  shortcuts: { icon: 'keyboard', on: 'inside.shortcuts' },
  settings: { icon: 'settings', on: 'inside.settings' },
  'end-for-all': { icon: 'phone-down', on: 'inside.endForAll' },
} as const satisfies Readonly<Record<ControlKey, { readonly icon: IconName; readonly on: Key; readonly off?: Key }>>;

const reasons = {
  reconnecting: 'inside.whyReconnecting',
  'no-hands': 'inside.whyNoHands',
  'no-guests': 'inside.whyNoGuests',
} as const satisfies Readonly<Record<ControlReason, Key>>;
