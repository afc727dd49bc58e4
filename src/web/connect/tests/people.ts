import type { Attendee, RoomDetails } from '@plenum/meeting';

export function person(uuid: string, with_: Partial<Attendee> = {}): Attendee {
  return {
    uuid, name: uuid, role: 'guest', uri: '', startTime: 0, protocol: 'api', isExternal: false, presenting: false,
    muted: false, isVideoMuted: false, canControl: false, canDisconnect: true, canTransfer: true, canMute: true,
    serviceType: 'conference', callType: 'api', spotlight: 0, isStreaming: false, vad: 0, stageIndex: -1,
    rxPresentation: true, feccSupported: false, buzzTime: 0,
    me: false, overlayText: '', clientMuted: false, waiting: false, connecting: false, hasMedia: false, onHold: false,
    showsCaptions: false, takesDirectMessages: true, dialledOut: false, vendor: '',
    ...with_,
  };
}

export function aRoom(with_: Partial<RoomDetails> = {}): RoomDetails {
  return {
    locked: false, guestsMuted: false, chatEnabled: true, mediaType: 'none', started: true,
    guestsCanUnmute: true, guestsCanPresent: true, captionsAvailable: false, breakoutsAllowed: true,
    messageText: '', streaming: false, recording: false, classification: null, breakout: null,
    ...with_,
  };
}
