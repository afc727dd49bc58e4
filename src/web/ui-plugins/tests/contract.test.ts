// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createContract } from '../src/contract';
import { createRemembered } from '../src/remembering';
import type { Note, Screen, Task } from '../src/screen';
import { createSpeech } from '../src/speech';
import type { Delivery, PluginTold, Saying } from '../src/wire';

const told: PluginTold = { name: 'sample', label: 'Sample', type: 'sample', script: '/x.js', configuration: { token: 't' }, functions: ['event1'], events: ['event1'], places: ['APP'], dependencies: [] };

const delivery = (id: string, message: Record<string, unknown>): Delivery => ({ seq: 1, id, plugin: 'sample', callbacks: [], message: { scope: 'plugin:sample', ...message } });

function made() {
  const said: Saying[] = [];
  const shown: Note[] = [];
  const faults: string[] = [];
  const handed: Delivery[] = [];
  const remembered = createRemembered();
  const speech = createSpeech({
    remembered,
    say: (saying) => (said.push(saying), Promise.resolve(true)),
    spoke: () => undefined,
    odd: (_plugin, entry, reason) => void faults.push(`${entry}: ${String(reason)}`),
    noted: () => undefined,
    local: (_plugin, message) => void handed.push(message),
  });
  const nothing = () => undefined;
  const screen: Screen = { language: 'de-CH', show: (note) => (shown.push(note), { close: nothing }), task: (_task: Task) => undefined, open: nothing, reload: nothing, navigate: nothing, back: nothing, download: nothing };
  const { service, sys, handlerFor } = createContract({ told, screen, ...speech.of(told) });
  // As a script is handed them.
  const run = (source: string) => (new Function('plugin', 'uiService', 'service', 'sys', source) as (...given: unknown[]) => unknown)(service, service, service, sys);
  const give = (message: Delivery) => handlerFor(String(message.message['name']))?.(remembered.hand(message));
  return { run, give, said, shown, faults, handed, remembered, handlerFor };
}

describe('The contract', () => {
  it('of the first generation: processMessage and callback of plugin', () => {
    const { run, give, said } = made();
    run("plugin.processMessage = function (message) { switch (message.name) { case 'event1': plugin.callback(message, 'callback1', { number: 1234, text: plugin.configuration.token }); } }");
    give(delivery('m1', { name: 'event1' }));
    expect(said).toEqual([{ message: 'm1', callback: 'callback1', data: { number: 1234, text: 't' } }]);
  });

  it('of the second: uiService', () => {
    const { run, give, said } = made();
    run("uiService.processMessage = (message) => uiService.callback(message, 'done', uiService.places)");
    give(delivery('m1', { name: 'anything' }));
    expect(said).toEqual([{ message: 'm1', callback: 'done', data: ['APP'] }]);
  });

  it('of the third: a function for each message, before processMessage', () => {
    const { run, give, said } = made();
    run("service.event1 = async (message) => { await service.callback(message, 'one'); service.sendEvent('event1', { name: service.name }); }; service.processMessage = (message) => service.callback(message, 'other')");
    give(delivery('m1', { name: 'event1' }));
    give(delivery('m2', { name: 'event2' }));
    expect(said).toEqual([{ message: 'm1', callback: 'one', data: null }, { message: 'm2', callback: 'other', data: null }]);
  });

  it('takes no message for a function of its own', () => {
    const { run, handlerFor } = made();
    for (const name of ['callback', 'sendEvent', 'constructor', 'toString', '__proto__', 'name']) expect(handlerFor(name)).toBeNull();
    run('service.callback = () => 0');
    expect(handlerFor('callback')).not.toBeNull();
  });

  it('knows a message that was kept, copied, or went through JSON with more in it', () => {
    const { give, run, said } = made();
    run("var kept = []; plugin.processMessage = (m) => { kept.push(m); plugin.callback({ ...m, more: 1 }, 'copied'); plugin.callback(JSON.parse(JSON.stringify(m)), 'parsed'); if (kept.length > 1) plugin.callback(kept[0], 'kept') }");
    give(delivery('m1', { name: 'a', companyId: 'ABC' }));
    give(delivery('m2', { name: 'b', nested: { deep: [1, 2] } }));
    expect(said.map((one) => ('message' in one ? `${one.message} ${one.callback}` : ''))).toEqual(['m1 copied', 'm1 parsed', 'm2 copied', 'm2 parsed', 'm1 kept']);
  });

  it('says what cannot be sent, and sends an error as nothing', () => {
    const { run, give, said, faults } = made();
    run("plugin.processMessage = (m) => { var round = {}; round.round = round; plugin.callback(m, 'a', round); plugin.callback(m, 'b', 'x'.repeat(70000)); plugin.callback({}, 'c'); plugin.callback(m, 'fail', new Error('no')); plugin.callback(m, 'd', undefined) }");
    give(delivery('m1', { name: 'x' }));
    expect(said).toEqual([{ message: 'm1', callback: 'fail', data: {} }, { message: 'm1', callback: 'd', data: null }]);
    expect(faults).toHaveLength(3);
  });

  it('a message is given as it was sent, and no more', () => {
    const { run, give } = made();
    const got: unknown[] = [];
    Object.assign(globalThis, { got });
    run('plugin.processMessage = (m) => got.push(JSON.stringify(m))');
    give(delivery('m1', { name: 'x', callbacks: 5 }));
    expect(got).toEqual(['{"scope":"plugin:sample","name":"x","callbacks":5}']);
  });

  it('shows notes and translates', () => {
    const { run, shown } = made();
    run("service.translations = { de: { hello: 'Hallo {{name}}' }, en: { hello: 'Hello {name}', bye: 'Bye' } }; sys.notifications.notify({ title: sys.i18n.t('bye'), message: sys.i18n.t('hello', { name: 'Ada' }) }, { type: 'danger', time: 500 }).close(); sys.notifications.notify('plain ' + sys.i18n.t('missing'))");
    expect(shown).toMatchObject([{ title: 'Bye', markup: 'Hallo Ada', kind: 'error', stays: 500 }, { markup: 'plain missing', kind: 'info' }]);
  });

  it('plugins of a page talk to each other, and uiCallback answers', () => {
    const { run, handed, remembered, said } = made();
    const answers: unknown[] = [];
    Object.assign(globalThis, { answers });
    run("sys.ui.sendPluginMessage({ plugin: 'other', name: 'hello', data: { a: 1 }, callbacks: { done: (original, data) => answers.push([original.data.a, data.b]) } })");
    const message = remembered.hand(handed[0]!);
    Object.assign(globalThis, { message });
    run("service.uiCallback(message, 'done', { b: 2 }); service.callback(message, 'done', { b: 3 }); service.uiCallback(message, 'nobody', {})");
    expect(answers).toEqual([[1, 2], [1, 3]]);
    expect(said).toEqual([]);
  });
});
