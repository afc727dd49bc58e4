import { Properties } from './Properties';
import type { Answered, Envelope } from './shapes';

/** What may be asked of the conference as a whole. Each promises an envelope and never fails. */
export abstract class RoomCommands extends Properties {
  protected abstract command(path: string, body?: unknown, cb?: Answered, method?: string): Promise<Envelope>;

  setConferenceLock(setting: boolean, cb?: Answered): Promise<Envelope> {
    return this.command(setting ? 'lock' : 'unlock', undefined, cb);
  }

  setMuteAllGuests(setting: boolean, cb?: Answered): Promise<Envelope> {
    return this.command(setting ? 'muteguests' : 'unmuteguests', undefined, cb);
  }

  setGuestsCanUnmute(setting: boolean, cb?: Answered): Promise<Envelope> {
    return this.command('set_guests_can_unmute', { setting }, cb);
  }

  startConference(cb?: Answered): Promise<Envelope> {
    return this.command('start_conference', undefined, cb);
  }

  disconnectAll(cb?: Answered): Promise<Envelope> {
    return this.command('disconnect', undefined, cb);
  }

  clearAllBuzz(cb?: Answered): Promise<Envelope> {
    return this.command('clearallbuzz', undefined, cb);
  }

  clearSpotlights(cb?: Answered): Promise<Envelope> {
    return this.command('clearspotlights', undefined, cb);
  }

  getParticipants(cb?: Answered): Promise<Envelope> {
    return this.command('participants', undefined, cb, 'GET');
  }

  overrideLayout(layouts: unknown, cb?: Answered): Promise<Envelope> {
    return this.command('override_layout', layouts, cb);
  }

  transformLayout(transforms: unknown, cb?: Answered): Promise<Envelope> {
    return this.command('transform_layout', { transforms: transforms ?? {} }, cb);
  }

  getAvailableLayouts(cb?: Answered): Promise<Envelope> {
    return this.command('available_layouts', undefined, cb, 'GET');
  }

  setClassificationLevel(level: number, cb?: Answered): Promise<Envelope> {
    return this.command('set_classification_level', { classification_level: level }, cb);
  }

  getClassificationLevel(cb?: Answered): Promise<Envelope> {
    return this.command('get_classification_level', undefined, cb, 'GET');
  }

  /** To everybody, or to one by `uuid`. The sender is not told its own words. */
  sendChatMessage(message: string, uuid?: string | null, type = 'text/plain', cb?: Answered): Promise<Envelope> {
    return this.command(uuid ? `participants/${uuid}/message` : 'message', { type, payload: message }, cb);
  }

  sendApplicationMessage(message: unknown, uuid?: string | null, cb?: Answered): Promise<Envelope> {
    return this.sendChatMessage(JSON.stringify(message), uuid, 'application/json', cb);
  }
}
