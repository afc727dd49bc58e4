import { actionTypes, type Attendee, type Meeting, type Outcome } from '@plenum/meeting';
import { t } from '../../words/words.svelte';
import { toast } from '../../parts/toasts.svelte';
import type { Deed } from './deeds';

/** Deeds that need something typed or confirmed first, and are done from there. */
export type Asked = Extract<Deed, 'rename' | 'transfer' | 'send-tones' | 'message' | 'turn-away' | 'hang-up' | 'disconnect'>;

/** Does at once what can be done at once. What a host does to somebody's microphone can be taken back for a while. */
export function doAtOnce(meeting: Meeting, deed: Exclude<Deed, Asked>, person: Attendee): void {
  const { people } = meeting;
  const { uuid, name } = person;
  switch (deed) {
    case 'admit':
      return tell(people.admit(uuid));
    case 'mute':
      if (person.me) return meeting.dispatch({ type: actionTypes.MUTE_MICROPHONE });
      return tell(people.mute(uuid, true), () => undoable(t('panel.mutedOne', { name }), () => tell(people.mute(uuid, false))));
    case 'unmute':
      if (person.me) meeting.dispatch({ type: actionTypes.UNMUTE_MICROPHONE });
      if (!person.me || person.muted) tell(people.mute(uuid, false));
      return;
    case 'mute-video':
      if (person.me) return meeting.dispatch({ type: actionTypes.MUTE_CAMERA });
      return tell(people.muteVideo(uuid, true), () => undoable(t('panel.cameraOffOne', { name }), () => tell(people.muteVideo(uuid, false))));
    case 'unmute-video':
      return person.me ? meeting.dispatch({ type: actionTypes.UNMUTE_CAMERA }) : tell(people.muteVideo(uuid, false));
    case 'raise-hand':
      return tell(people.raiseHand(uuid, true));
    case 'lower-hand':
      return tell(people.raiseHand(uuid, false));
    case 'spotlight':
      return tell(people.spotlight(uuid, true));
    case 'end-spotlight':
      return tell(people.spotlight(uuid, false));
    case 'make-host':
      return tell(people.setRole(uuid, 'chair'), () => undoable(t('panel.madeHost', { name }), () => tell(people.setRole(uuid, 'guest'))));
    case 'make-guest':
      return tell(people.setRole(uuid, 'guest'), () => undoable(t('panel.madeGuest', { name }), () => tell(people.setRole(uuid, 'chair'))));
    case 'allow-presentation':
      return tell(people.letReceivePresentation(uuid, true));
    case 'deny-presentation':
      return tell(people.letReceivePresentation(uuid, false));
    default:
      return deed satisfies never;
  }
}

/** Waits for the answer; a refusal is shown in the server's words. */
export function tell(asked: Promise<Outcome>, done?: () => void): void {
  void asked.then((outcome) => {
    if (outcome.ok) done?.();
    else complain(outcome.text);
  });
}

export function complain(text: string): void {
  toast({ text: text === '' ? t('panel.refusedNoReason') : t('panel.refused', { reason: text }), icon: 'warning', kind: 'danger' });
}

function undoable(text: string, undo: () => void): void {
  toast({ text, action: { label: t('parts.undo'), run: undo } });
}
