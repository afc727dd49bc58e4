import { describe, expect, it, vi } from 'vitest';
import type { Attribution } from '../src/containment/attribution';
import { hookCalls } from '../src/containment/calls';
import type { Owner } from '../src/containment/owner';

const owner = { key: 'p' } as Owner;

function page(protocol: string) {
  const opened: string[] = [];
  class Xhr {
    open(_method: string, address: string): void {
      opened.push(address);
    }
  }
  const fetch = vi.fn(() => Promise.resolve(new Response('there')));
  const made = { location: { protocol }, document: { baseURI: `${protocol}//meet.example/webapp2/@1/` }, Request, fetch, XMLHttpRequest: Xhr };
  return { opened, native: fetch, window: made as unknown as Window & typeof globalThis };
}

describe('What a plugin asks for without encryption', () => {
  const watch = (protocol: string, caller: Owner | null = owner) => {
    const mixed: string[] = [];
    const here = page(protocol);
    const undo = hookCalls(here.window, { ofCaller: () => caller } as unknown as Attribution, (_owner, address) => mixed.push(address));
    return { ...here, mixed, undo };
  };

  it('is noticed from a page that came encrypted, and asked for all the same', async () => {
    const { window, native, opened, mixed } = watch('https:');
    await window.fetch('http://a.example/x');
    await window.fetch(new URL('http://b.example/'));
    await window.fetch(new Request('http://c.example/'));
    new window.XMLHttpRequest().open('GET', 'http://d.example/');
    expect(mixed.map((address) => new URL(address).host)).toEqual(['a.example', 'b.example', 'c.example', 'd.example']);
    expect(native).toHaveBeenCalledTimes(3);
    expect(opened).toEqual(['http://d.example/']);
  });

  it.each(['https://a.example/', '/webapp2/x', 'assets/x', 'http://localhost:9/', 'http://127.0.0.1:9/', 'data:text/plain,x', 'http://['])('is not %s', async (address) => {
    const { window, mixed } = watch('https:');
    await window.fetch(address);
    expect(mixed).toEqual([]);
  });

  it("is nobody's where the app asks, and nothing where the page itself came plain", async () => {
    const app = watch('https:', null);
    await app.window.fetch('http://a.example/');
    const plain = watch('http:');
    await plain.window.fetch('http://a.example/');
    expect([...app.mixed, ...plain.mixed]).toEqual([]);
    expect(plain.window.fetch).toBe(plain.native);
  });

  it('is not watched for once that is over', () => {
    const { window, native, undo } = watch('https:');
    expect(window.fetch).not.toBe(native);
    undo();
    expect(window.fetch).toBe(native);
  });
});
