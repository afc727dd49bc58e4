import assert from 'node:assert/strict';
import { same, uuidOf } from '../same.mjs';

const two = async ({ join, conference }) => {
  const alias = await conference({ hostPin: null, guestPin: null });
  const alice = await join('Alice', alias);
  const bob = await join('Bob', alias);
  await same('main', alice, bob);
  return { alice, bob, alias };
};

/** Chat: to everybody but oneself. */
export const chat = {
  'goes both ways, and nobody hears their own echo': async scene => {
    const { alice, bob } = await two(scene);
    await alice.do('sendMessage', { payload: 'Hello, Bob ☕' });
    const heard = await bob.sees('onMessage', ({ message }) => message === 'Hello, Bob ☕');
    assert.equal(heard.displayName, 'Alice');
    assert.equal(heard.userId, await uuidOf('Alice', bob));
    assert.equal(heard.direct, false);
    await bob.do('sendMessage', { payload: 'Hello, Alice' });
    await alice.sees('onMessage', ({ message }) => message === 'Hello, Alice');
    // Bob's answer came after Alice's own words would have: had there been an echo, it would be here.
    assert.equal(alice.seen.filter(({ signal }) => signal === 'onMessage').length, 1);
  },
  'application messages arrive as what they were': async scene => {
    const { alice, bob } = await two(scene);
    await alice.do('sendApplicationMessage', { payload: { kind: 'poll', options: ['yes', 'no'] } });
    const heard = await bob.sees('onApplicationMessage');
    assert.deepEqual(heard.message, { kind: 'poll', options: ['yes', 'no'] });
  },
  'a direct message reaches its addressee alone': async scene => {
    const { alice, bob, alias } = await two(scene);
    const carol = await scene.join('Carol', alias);
    await alice.do('sendMessage', { payload: 'only you', participantUuid: await uuidOf('Bob', alice) });
    const heard = await bob.sees('onMessage', ({ message }) => message === 'only you');
    assert.equal(heard.direct, true);
    await alice.do('sendMessage', { payload: 'all of you' });
    await carol.sees('onMessage', ({ message }) => message === 'all of you');
    assert.ok(!carol.seen.some(({ signal, payload }) => signal === 'onMessage' && payload.message === 'only you'));
  },
};
