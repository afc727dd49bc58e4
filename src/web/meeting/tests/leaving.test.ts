import { describe, expect, it } from 'vitest';
import { actionTypes, createMeeting } from '../src';

describe('Whoever hears that the meeting was left', () => {
  it('can still ask which it was, once, and leaving again in answer is not leaving twice', () => {
    let dismissed = false;
    const meeting = createMeeting({ dismiss: () => void (dismissed = true) });
    const heard: unknown[] = [];
    meeting.actions$.subscribe(({ type }) => {
      if (type !== actionTypes.DISCONNECT_SUCCESS) return;
      heard.push([meeting.pexrtc?.conference, dismissed]);
      meeting.dispatch({ type: actionTypes.DISCONNECT });
    });
    meeting.join({ alias: 'tea', name: 'Ada', node: 'meet.example', media: { microphone: null, camera: null, muteMicrophone: false, muteCamera: false } });
    meeting.leave();
    expect(heard).toEqual([['tea', false]]);
    expect([meeting.pexrtc, dismissed]).toEqual([null, true]);
  });
});
