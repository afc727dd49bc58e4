import type { Meeting } from '@plenum/meeting';
import { toast } from '../../parts/toasts.svelte';
import { t } from '../../words/words.svelte';
import { complain } from '../roster/doing';

/** For somebody in a breakout: asks a host to come, or no longer does. */
export async function askForHelp(meeting: Meeting, wanted: boolean): Promise<void> {
  const outcome = await meeting.rooms.askForHelp(wanted);
  if (!outcome.ok) complain(outcome.text);
  else toast({ text: t(wanted ? 'panel.helpAsked' : 'panel.helpNoLonger'), icon: 'hand' });
}

/** For somebody in a breakout: back to the main room, where that is allowed. */
export async function backToMainRoom(meeting: Meeting): Promise<void> {
  const outcome = await meeting.rooms.leave();
  if (!outcome.ok) complain(outcome.text);
}
