import assert from 'node:assert/strict';
import { same, seesAs, uuidOf } from '../same.mjs';

const hostAndGuest = async ({ join, conference }) => {
  const alias = await conference();
  const hanna = await join('Hanna', alias, { pin: '1234' });
  const gus = await join('Gus', alias, { pin: '4321' });
  await same('main', hanna, gus);
  return { hanna, gus };
};

/** Leaving: by another's hand, and by the phone. */
export const leaving = {
  'one who is removed is told why': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    await hanna.do('kick', { participantUuid: await uuidOf('Gus', hanna) });
    assert.deepEqual(await gus.sees('onDisconnected'), { error: 'Disconnected by another participant', errorCode: '#pex124' });
    await hanna.until('alone', state => state.rosters.main.length === 1);
  },
  'ending the meeting tells everybody': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    await hanna.do('disconnectAll', {});
    const ended = { error: 'Conference terminated by another participant', errorCode: '#pex125' };
    assert.deepEqual(await gus.sees('onDisconnected'), ended);
    assert.deepEqual(await hanna.sees('onDisconnected'), ended);
  },
  'a dialled participant connects, is in, and is hung up on': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    const from = hanna.mark();
    const answer = await hanna.do('dial', { destination: 'demo:bob', role: 'GUEST' });
    const [uuid] = answer.data.result;
    await hanna.sees('onParticipantJoined', batch => batch.some(({ participant }) => participant.uuid === uuid && participant.isConnecting), { from });
    await gus.until('seeing it connected', state => state.rosters.main.some(one => one.uuid === uuid && one.serviceType === 'conference'));
    await hanna.do('kick', { participantUuid: uuid });
    await gus.until('seeing it gone', state => !state.rosters.main.some(one => one.uuid === uuid));
  },
  'a dialled participant who declines disappears': async scene => {
    const { hanna } = await hostAndGuest(scene);
    const answer = await hanna.do('dial', { destination: 'demo:reject', role: 'GUEST' });
    const [uuid] = answer.data.result;
    await hanna.sees('onParticipantLeft', batch => batch.some(({ participant }) => participant.uuid === uuid));
  },
  'the last word of a closing client is heard': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    await gus.do('disconnect', { reason: 'Transfer' });
    await seesAs(hanna, 'Hanna', 'role', 'chair');
    await hanna.until('alone', state => state.rosters.main.length === 1);
  },
};
