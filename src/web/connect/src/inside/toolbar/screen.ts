import type { Attendee, Meeting, RoomDetails, Scene } from '@plenum/meeting';
import { t } from '../../words/words.svelte';

/** One's own screen in the meeting: whether it is shown, may be shown, and how to begin and end. */
export interface Screen {
  readonly mine: boolean;
  readonly label: string;
  readonly hindered: string | null;
  readonly toggle: () => void;
}

export function screenOf(meeting: Meeting, me: Attendee, room: RoomDetails, scene: Scene): Screen {
  const mine = scene.presentation?.mine ?? false;
  return {
    mine,
    label: mine ? t('inside.stopSharing') : t('inside.share'),
    hindered: mine ? null : whyNot(meeting, me, room, scene),
    toggle: () => meeting.pexrtc?.present(mine ? null : 'screen'),
  };
}

function whyNot(meeting: Meeting, me: Attendee, room: RoomDetails, scene: Scene): string | null {
  if (me.role === 'guest' && !room.guestsCanPresent) return t('inside.whyGuestsCannotPresent');
  if (scene.mediaProblem !== null) return t('inside.whyNoMedia');
  if (!meeting.pexrtc?.call?.pc) return t('inside.whyNoMediaCall');
  if (!('getDisplayMedia' in (navigator.mediaDevices ?? {}))) return t('inside.whyNoCapture');
  return null;
}
