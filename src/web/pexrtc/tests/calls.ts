import { afterEach } from 'vitest';
import { PexRTC } from '../src';
import { until, type ConferenceServer } from './conferenceServer';

const begun: PexRTC[] = [];
afterEach(() => begun.splice(0).forEach((call) => call.disconnect()));

/** A call that was made and answers `onSetup` by connecting. */
export function callTo(server: ConferenceServer, pin?: string, callType: 'none' | 'recvonly' = 'none'): PexRTC {
  const call = new PexRTC();
  begun.push(call);
  call.onSetup = () => call.connect(pin);
  call.makeCall(server.url, 'meet.demo', 'Ann', 1000, callType);
  return call;
}

export async function joined(server: ConferenceServer): Promise<PexRTC> {
  const call = callTo(server);
  await until(() => { if (call.state !== 'ACTIVE' || server.streams.length === 0) throw new Error('not in yet'); });
  return call;
}

export const person = (uuid: string, role = 'chair'): Record<string, unknown> => ({ uuid, display_name: uuid, role, service_type: 'conference' });
