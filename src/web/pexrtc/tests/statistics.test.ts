import { describe, expect, test } from 'vitest';
import { statisticsOf } from '../src/media/statistics';

const lines = [{ mid: '0' }, { mid: '1' }, { mid: '2' }] as unknown as RTCRtpTransceiver[];
const reports = (at: number, bytes: number, packets: number, lost: number): RTCStatsReport => new Map(Object.entries({
  in: { id: 'in', type: 'inbound-rtp', mid: '1', timestamp: at, bytesReceived: bytes, packetsReceived: packets, packetsLost: lost, codecId: 'vp8', frameWidth: 640, frameHeight: 360, framesPerSecond: 24.6 },
  out: { id: 'out', type: 'outbound-rtp', mid: '0', timestamp: at, bytesSent: bytes, packetsSent: packets, remoteId: 'far' },
  far: { id: 'far', type: 'remote-inbound-rtp', timestamp: at, packetsLost: 1 },
  vp8: { id: 'vp8', type: 'codec', timestamp: at, mimeType: 'video/VP8' },
})) as unknown as RTCStatsReport;

describe('Statistics of the media', () => {
  test('say how each line does, in the keys that pages know', () => {
    const first = statisticsOf(reports(1000, 0, 100, 0), lines, undefined);
    const { incoming, outgoing } = statisticsOf(reports(3000, 50_000, 190, 10), lines, first.sample).statistics;

    expect(incoming.video).toEqual({
      'packets-received': 190, 'packets-lost': 10, 'percentage-lost': '5.0%', 'percentage-lost-recent': '10.0%',
      bitrate: '200kbps', codec: 'VP8', framerate: '25', resolution: '640x360',
    });
    expect(outgoing.audio).toMatchObject({ 'packets-sent': 190, 'packets-lost': 1, bitrate: '200kbps' });
    expect(incoming.presentation).toBeUndefined();
  });
});
