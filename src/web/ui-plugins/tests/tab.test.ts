import { describe, expect, it, vi } from 'vitest';
import { createTab, type Tab } from '../src/tab';
import type { Answered, Delivery, Saying } from '../src/wire';

/** A server that tells and takes as ours does, and fails when it is told to. */
function server() {
  const stored: Delivery[] = [];
  const said: { seq: number; saying: Saying }[] = [];
  const asked: string[] = [];
  const answers: Answered[] = [];
  let expired = 0;
  const delivered: number[] = [];
  const refused: string[] = [];
  const tab: Tab = createTab({
    async ask(path, body) {
      asked.push(path);
      const given = body as { seq?: number; since?: number };
      const failing = answers.shift();
      // An answer may get lost after the server has heard.
      if (path === 'said' && given.seq !== undefined && !said.some(({ seq }) => seq === given.seq) && failing?.kind !== 'refused') said.push({ seq: given.seq, saying: body as Saying });
      if (failing) return failing;
      if (path === 'tabs') return { kind: 'ok', result: { plugins: [], messages: stored.filter(({ seq }) => seq > (given.since ?? 0) && seq > expired).slice(0, 500) } };
      return { kind: 'ok', result: true };
    },
    welcome: () => Promise.resolve(),
    deliver: ({ seq }) => void delivered.push(seq),
    refused: (_saying, why) => void refused.push(why),
  });
  const store = (seq: number): Delivery & { tab: string } => {
    const delivery = { tab: tab.id, seq, id: `m${seq}`, plugin: 'p', callbacks: [], message: { name: 'n' } };
    stored.push(delivery);
    return delivery;
  };
  return { tab, store, delivered, said, refused, asked, answers, expire: (through: number) => void (expired = through) };
}

const settle = () => new Promise((over) => setTimeout(over));

describe('A page', () => {
  it('hears each message once and in order, however they come', async () => {
    const { tab, store, delivered } = server();
    await tab.announce();
    const [one, two, three] = [store(1), store(2), store(3)];
    for (const pushed of [one, one, two, one, three, three, two]) tab.hear(pushed);
    await settle();
    expect(delivered).toEqual([1, 2, 3]);
  });

  it('asks for what did not come before it goes on', async () => {
    const { tab, store, delivered } = server();
    await tab.announce();
    store(1);
    store(2);
    tab.hear(store(3));
    await settle();
    expect(delivered).toEqual([1, 2, 3]);
  });

  it('does not wait for ever for what nobody wants any more', async () => {
    const { tab, store, delivered, expire } = server();
    await tab.announce();
    store(1);
    store(2);
    expire(2);
    tab.hear(store(3));
    await settle();
    expect(delivered).toEqual([3]);
  });

  it('hears more than the server tells at once', async () => {
    const { tab, store, delivered } = server();
    for (let seq = 1; seq <= 1203; seq++) store(seq);
    await tab.announce();
    await settle();
    expect(delivered).toEqual(Array.from({ length: 1203 }, (_, index) => index + 1));
  });

  it('hears nothing that is for another page', async () => {
    const { tab, store, delivered } = server();
    await tab.announce();
    tab.hear({ ...store(1), tab: 'another' });
    for (const odd of [null, 5, 'text', {}, { seq: '1' }]) tab.hear(odd);
    await settle();
    expect(delivered).toEqual([]);
  });

  it('tells what it has taken, and again when that was not heard', async () => {
    const { tab, store, asked, answers } = server();
    await tab.announce();
    tab.hear(store(1));
    await settle();
    answers.push({ kind: 'away' });
    await vi.waitFor(() => expect(asked.filter((path) => path === 'taken')).toHaveLength(2));
  });

  it('says things one after another, each until it is heard', async () => {
    const { tab, said, answers } = server();
    await tab.announce();
    answers.push({ kind: 'away' }, { kind: 'away' });
    const all = [1, 2, 3].map((data) => tab.say({ plugin: 'p', event: 'e', data }));
    expect(await Promise.all(all)).toEqual([true, true, true]);
    expect(said.map(({ seq, saying }) => [seq, saying.data])).toEqual([[1, 1], [2, 2], [3, 3]]);
  });

  it('does not repeat what was refused, and goes on with the next', async () => {
    const { tab, said, refused, answers } = server();
    await tab.announce();
    answers.push({ kind: 'refused', text: 'The plugin p declares no event e' });
    const [first, second] = [tab.say({ plugin: 'p', event: 'e', data: 1 }), tab.say({ plugin: 'p', event: 'f', data: 2 })];
    expect([await first, await second]).toEqual([false, true]);
    expect(refused).toEqual(['The plugin p declares no event e']);
    expect(said.map(({ saying }) => saying.data)).toEqual([2]);
  });

  it('says who it is to a server that forgot it, and then what it has to say', async () => {
    const { tab, asked, answers } = server();
    await tab.announce();
    answers.push({ kind: 'refused', text: 'This page has not said that it is there' });
    expect(await tab.say({ plugin: 'p', event: 'e', data: 1 })).toBe(true);
    expect(asked).toEqual(['tabs', 'said', 'tabs', 'said']);
  });

  it('says nothing after it was closed', async () => {
    const { tab, said, answers } = server();
    await tab.announce();
    answers.push({ kind: 'away' });
    const waiting = tab.say({ plugin: 'p', event: 'e', data: 1 });
    await settle();
    tab.close();
    expect(await waiting).toBe(false);
    expect(await tab.say({ plugin: 'p', event: 'e', data: 2 })).toBe(false);
    await settle();
    expect(said).toHaveLength(1);
  });
});
