import type { Attendee, ChatMessage, RoomDetails } from '@plenum/meeting';

/** Somebody in the room, a guest whom everything may be done to, with what a test cares about changed. */
export function somebody(changes: Partial<Attendee> = {}): Attendee {
  return {
    uuid: 'u-1',
    name: 'Ada',
    role: 'guest',
    uri: '',
    startTime: 1,
    protocol: 'api',
    isExternal: false,
    presenting: false,
    muted: false,
    isVideoMuted: false,
    canControl: changes.role === 'chair',
    canDisconnect: true,
    canTransfer: true,
    canMute: true,
    serviceType: 'conference',
    callType: 'api',
    spotlight: 0,
    isStreaming: false,
    vad: 0,
    stageIndex: -1,
    rxPresentation: true,
    feccSupported: false,
    buzzTime: 0,
    me: false,
    overlayText: '',
    clientMuted: false,
    waiting: false,
    connecting: false,
    hasMedia: false,
    onHold: false,
    showsCaptions: false,
    takesDirectMessages: true,
    dialledOut: false,
    signedIn: false,
    vendor: '',
    ...changes,
  };
}

export function aMessage(changes: Partial<ChatMessage> & { id: number }): ChatMessage {
  return { at: changes.id * 1000, from: { uuid: 'u-1', name: 'Ada' }, text: `message ${changes.id}`, mine: false, to: null, direct: false, state: 'sent', ...changes };
}

export const openRoom: Pick<RoomDetails, 'chatEnabled' | 'guestsCanUnmute'> = { chatEnabled: true, guestsCanUnmute: true };
