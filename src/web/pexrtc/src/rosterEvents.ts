import type { Callbacks } from './Callbacks';
import type { Roster } from './Roster';
import type { DeletedBody, ParticipantBody } from './wire';

type Tell = (other: () => void) => void;

/** The events that say who is here. The roster knows before anybody is told, so that whoever is told can look it up. */
export function hearRoster(to: Callbacks, roster: Roster, tell: Tell, event: string, data: unknown): boolean {
  switch (event) {
    case 'participant_sync_begin':
      roster.begin();
      tell(() => to.onSyncBegin?.());
      return true;
    case 'participant_create':
      roster.put(data as ParticipantBody);
      tell(() => to.onParticipantCreate?.(data as ParticipantBody));
      break;
    case 'participant_update':
      roster.put(data as ParticipantBody);
      tell(() => to.onParticipantUpdate?.(data as ParticipantBody));
      break;
    case 'participant_delete':
      roster.remove((data as DeletedBody).uuid);
      tell(() => to.onParticipantDelete?.(data as DeletedBody));
      break;
    case 'participant_sync_end':
      for (const uuid of roster.end()) tell(() => to.onParticipantDelete?.({ uuid }));
      tell(() => to.onSyncEnd?.());
      break;
    default:
      return false;
  }
  if (!roster.syncing) tell(() => to.onRosterList?.(Object.values(roster.list)));
  return true;
}
