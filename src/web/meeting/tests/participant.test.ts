import { describe, expect, test } from 'vitest';
import { inListOrder, attendeeOf } from '../src/attendee';
import { offStage, participantOf } from '../src/participant';
import { raw } from './people';

describe('A participant, as plugins see one', () => {
  test('has exactly the properties of the guides, and isVideoMuted', () => {
    expect(Object.keys(participantOf(raw({ uuid: 'ada' }), offStage)).sort()).toEqual(
      [
        'uuid', 'name', 'role', 'uri', 'startTime', 'protocol', 'isExternal', 'presenting', 'muted', 'canControl', 'canDisconnect',
        'canTransfer', 'canMute', 'serviceType', 'callType', 'spotlight', 'isStreaming', 'vad', 'stageIndex', 'rxPresentation',
        'feccSupported', 'buzzTime', 'isVideoMuted',
      ].sort(),
    );
  });

  test('is always "api" in a Connect client, whatever its media', () => {
    expect(participantOf(raw({ uuid: 'a', protocol: 'webrtc' }), offStage).protocol).toBe('api');
    expect(participantOf(raw({ uuid: 'a', protocol: '' }), offStage).protocol).toBe('api');
    expect(participantOf(raw({ uuid: 'a', protocol: 'rtmp' }), offStage).protocol).toBe('rtmp');
  });

  test.each([
    ['YES', 'NO', 'video'],
    ['NO', 'YES', 'audio'],
    ['NO', 'NO', 'api'],
  ])('with video %s and audio only %s is in a call of type %s', (is_video_call, is_audio_only_call, callType) => {
    expect(participantOf(raw({ uuid: 'a', is_video_call, is_audio_only_call }), offStage).callType).toBe(callType);
  });

  test('controls only as a host of a room or an auditorium', () => {
    expect(participantOf(raw({ uuid: 'a', role: 'chair' }), offStage).canControl).toBe(true);
    expect(participantOf(raw({ uuid: 'a', role: 'chair', service_type: 'gateway' }), offStage).canControl).toBe(false);
    expect(participantOf(raw({ uuid: 'a', role: 'guest' }), offStage).canControl).toBe(false);
  });

  test('without a name goes by its address', () => {
    expect(participantOf(raw({ uuid: 'a', display_name: '', uri: 'sip:ada@example.com' }), offStage).name).toBe('ada@example.com');
  });
});

describe('The order of the list', () => {
  test('is: who waits, raised hands by time, hosts, then names as people sort them', () => {
    const people = [
      raw({ uuid: '1', display_name: 'zoe' }),
      raw({ uuid: '2', display_name: 'Émile' }),
      raw({ uuid: '3', display_name: 'Host', role: 'chair' }),
      raw({ uuid: '4', display_name: 'late hand', buzz_time: 20 }),
      raw({ uuid: '5', display_name: 'early hand', buzz_time: 10 }),
      raw({ uuid: '6', display_name: 'waits', service_type: 'waiting_room' }),
      raw({ uuid: '7', display_name: 'Guest 10' }),
      raw({ uuid: '8', display_name: 'Guest 9' }),
    ].map((one) => attendeeOf(one, offStage, null));
    expect(people.sort(inListOrder).map((one) => one.name)).toEqual(['waits', 'early hand', 'late hand', 'Host', 'Émile', 'Guest 9', 'Guest 10', 'zoe']);
  });
});
