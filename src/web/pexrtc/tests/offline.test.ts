// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { Conversation } from '../src/Conversation';
import { EventStream } from '../src/EventStream';
import { conferenceId, until } from './conferenceServer';

/** A network that a test cuts: what is open hangs, as it does where nobody says good-bye. It is there before the client keeps its own fetch. */
const net = vi.hoisted(() => {
  let there = true;
  let opened = 0;
  globalThis.fetch = ((_url: string, { signal }: { signal: AbortSignal }) => {
    if (!there) return Promise.reject(new TypeError('Failed to fetch'));
    opened++;
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
    });
    return Promise.resolve(new Response(body));
  }) as unknown as typeof fetch;
  return {
    opened: () => opened,
    goes() {
      there = false;
      window.dispatchEvent(new Event('offline'));
    },
    returns() {
      there = true;
      window.dispatchEvent(new Event('online'));
    },
  };
});

test('A stream is known to be broken as soon as the browser has no network, and stands again as soon as it has', async () => {
  const ending = new AbortController();
  const told: string[] = [];
  const stream = new EventStream(
    new Conversation('http://localhost', 'meet.demo', ending.signal),
    { hear: vi.fn(), open: () => told.push('open'), broken: () => told.push('broken'), renew: () => Promise.resolve(true) }, conferenceId,
  );
  const following = stream.follow();
  await until(() => expect(told).toEqual(['open']));

  net.goes();
  await until(() => expect(told[1]).toBe('broken'));
  net.returns();
  await until(() => expect(told.at(-1)).toBe('open'));
  expect(net.opened()).toBe(2);
  ending.abort();
  await following;
});
