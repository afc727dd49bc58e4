import { ParticipantCommands } from './ParticipantCommands';
import type { Answered, Envelope } from './shapes';

/** Rooms beside the main one. An empty room id means the main room. */
export abstract class BreakoutCommands extends ParticipantCommands {
  createBreakout(
    name: string,
    duration?: number | null,
    endAction?: string | null,
    participants?: readonly string[] | Record<string, readonly string[]> | null,
    guestsAllowedToLeave?: boolean | null,
    cb?: Answered,
  ): Promise<Envelope> {
    const body = {
      name,
      ...(duration ? { duration } : {}),
      ...(endAction ? { end_action: endAction } : {}),
      ...(participants ? { participants: Array.isArray(participants) ? { main: participants } : participants } : {}),
      ...(typeof guestsAllowedToLeave === 'boolean' ? { guests_allowed_to_leave: guestsAllowedToLeave } : {}),
    };
    return this.command('breakouts', body, cb);
  }

  moveToBreakout(breakout: string | null, participants: readonly string[], cb?: Answered): Promise<Envelope> {
    return this.command('participants/breakout', { breakout_uuid: breakout ?? '', participants }, cb);
  }

  moveParticipantsFromBreakout(from: string, to: string | null, participants: readonly string[], cb?: Answered): Promise<Envelope> {
    return this.command(`breakouts/${from}/participants/breakout`, { breakout_uuid: to ?? '', participants }, cb);
  }

  closeBreakout(breakout: string, cb?: Answered): Promise<Envelope> {
    return this.command(`breakouts/${breakout}/disconnect`, undefined, cb);
  }

  /** Asks the hosts for help, or no more; a host answers for the room that it names. */
  setBreakoutHand(setting: boolean, breakout?: string | null, cb?: Answered): Promise<Envelope> {
    const verb = setting ? 'breakoutbuzz' : 'clearbreakoutbuzz';
    return this.command(breakout ? `breakouts/${breakout}/${verb}` : verb, undefined, cb);
  }

  leaveBreakout(cb?: Answered): Promise<Envelope> {
    return this.command('leavebreakout', undefined, cb);
  }
}
