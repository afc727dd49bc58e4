import { actionTypes, type Attendee, type DeviceState, type Meeting } from '@plenum/meeting';
import { carryOut } from '../controls/carry-out';

/** What one does with one's own microphone, camera and hand. Muting goes by the actions that plugins see and send, too. */
export interface Own {
  toggleMicrophone(me: Attendee, devices: DeviceState): void;
  toggleCamera(devices: DeviceState): void;
  toggleHand(me: Attendee): void;
}

export function ownDeeds(meeting: Meeting): Own {
  return {
    toggleMicrophone(me, devices) {
      const muted = isSilent(me, devices);
      if (muted && devices.heldMuted) return;
      // Muted by a host as well: that has to be taken back first, or one would talk to nobody.
      if (muted && me.muted) void carryOut(meeting.people.mute(me.uuid, false));
      if (devices.microphoneMuted === muted) meeting.dispatch({ type: muted ? actionTypes.UNMUTE_MICROPHONE : actionTypes.MUTE_MICROPHONE });
    },
    toggleCamera: (devices) => meeting.dispatch({ type: devices.cameraMuted ? actionTypes.UNMUTE_CAMERA : actionTypes.MUTE_CAMERA }),
    toggleHand: (me) => void carryOut(meeting.people.raiseHand(me.uuid, me.buzzTime === 0)),
  };
}

export function isSilent(me: Attendee | null, devices: DeviceState): boolean {
  return devices.microphoneMuted || (me?.muted ?? false);
}
