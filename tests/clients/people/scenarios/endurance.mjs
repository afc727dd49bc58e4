import assert from 'node:assert/strict';
import { same } from '../same.mjs';

const two = async ({ join, conference }, options) => {
  const alias = await conference({ hostPin: null, guestPin: null });
  const alice = await join('Alice', alias, {}, options);
  const bob = await join('Bob', alias, {}, options);
  await same('main', alice, bob);
  return { alice, bob };
};

async function serverRestarts(scene) {
  const { alice, bob } = await two(scene);
  await alice.do('mute', { mute: true });
  await same('main', alice, bob);
  const before = (await alice.state()).rosters.main;
  const marks = [alice, bob].map(one => [one, one.mark()]);
  await scene.restart();
  for (const [one, from] of marks) await one.sees('onParticipants', ({ participants }) => participants.length === 2, { from, ms: 30000 });
  const after = await same('main', alice, bob);
  assert.deepEqual(after.map(one => one.uuid).sort(), before.map(one => one.uuid).sort());
  assert.ok(after.some(one => one.displayName === 'Alice' && one.isMuted), 'the mute is forgotten');
  await alice.do('sendMessage', { payload: 'still here' });
  await bob.sees('onMessage', ({ message }) => message === 'still here');
  assert.ok(alice.sawNothingOf('onDisconnected') && bob.sawNothingOf('onDisconnected'));
}
serverRestarts.restarts = true;

/** Endurance: tokens change and servers restart under people who notice nothing. */
export const endurance = {
  'tokens are refreshed and the stream goes on': async scene => {
    const { alice, bob } = await two(scene, { hurry: true });
    const first = await alice.sees('onTokenRefreshed');
    await alice.sees('onTokenRefreshed', ({ token }) => token !== first.token);
    await alice.do('sendMessage', { payload: 'with a new token' });
    await bob.sees('onMessage', ({ message }) => message === 'with a new token');
    assert.equal(alice.seen.filter(({ signal }) => signal === 'onParticipants').length, 1, 'the stream was opened again');
  },
  'a refresh asked for by the application is valid': async scene => {
    const { alice } = await two(scene);
    const answer = await alice.do('sendConferenceRequest', { path: 'refresh_token', method: 'POST' });
    assert.match(answer.data.result.token, /^[A-Za-z0-9_.~-]+$/);
    assert.equal(typeof answer.data.result.expires, 'string');
  },
  'the server restarts and everybody is still there': serverRestarts,
};
