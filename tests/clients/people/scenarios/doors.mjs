import assert from 'node:assert/strict';
import { same, seesAs, uuidOf } from '../same.mjs';

const hostPin = { pin: '1234' };
const guestPin = { pin: '4321' };

/** Doors: PINs, the waiting room and the lock. */
export const doors = {
  'a guest is asked for a PIN and comes in with it': async ({ join, person, conference }) => {
    const conferenceAlias = await conference();
    const hanna = await join('Hanna', conferenceAlias, hostPin);
    const gus = await person('Gus');
    const asked = await gus.do('call', { conferenceAlias });
    assert.equal(asked.status, 403);
    assert.deepEqual(await gus.sees('onPinRequired'), { hasHostPin: true, hasGuestPin: true });
    await gus.do('call', { conferenceAlias, ...guestPin });
    const roster = await same('main', hanna, gus);
    assert.equal(roster.find(one => one.displayName === 'Gus').role, 'guest');
  },
  'a wrong PIN is an error with its code': async ({ person, conference }) => {
    const gus = await person('Gus');
    await gus.do('call', { conferenceAlias: await conference(), pin: '9999' });
    assert.deepEqual(await gus.sees('onError'), { error: 'Invalid PIN', errorCode: '#pex101' });
  },
  'an unknown alias is an error with its code': async ({ person }) => {
    const gus = await person('Gus');
    await gus.do('call', { conferenceAlias: 'meet.nowhere-at-all' });
    assert.deepEqual(await gus.sees('onError'), { error: 'Neither conference nor gateway found', errorCode: '#pex154' });
  },
  'a guest without a PIN comes in where only hosts have one': async ({ join, person, conference }) => {
    const conferenceAlias = await conference({ guestPin: null });
    const hanna = await join('Hanna', conferenceAlias, hostPin);
    const gus = await person('Gus');
    await gus.do('call', { conferenceAlias });
    assert.deepEqual(await gus.sees('onPinRequired'), { hasHostPin: true, hasGuestPin: false });
    await gus.do('call', { conferenceAlias, pin: 'none' });
    const roster = await same('main', hanna, gus);
    assert.equal(roster.find(one => one.displayName === 'Gus').isHost, false);
  },
  'a reception asks where to and leads there, PIN and all': async ({ join, person, conference }) => {
    const conferenceAlias = await conference();
    const reception = await conference({ kind: 'reception', hostPin: null, guestPin: null });
    const hanna = await join('Hanna', conferenceAlias, hostPin);
    const gus = await person('Gus');
    await gus.do('call', { conferenceAlias: reception });
    assert.equal(await gus.sees('onExtension'), 'standard');
    await gus.do('call', { conferenceAlias: reception, conferenceExtension: 'meet.nowhere-at-all' });
    assert.deepEqual(await gus.sees('onError'), { error: 'Neither conference nor gateway found', errorCode: '#pex154' });
    await gus.do('call', { conferenceAlias: reception, conferenceExtension: conferenceAlias });
    assert.deepEqual(await gus.sees('onPinRequired'), { hasHostPin: true, hasGuestPin: true });
    await gus.do('call', { conferenceAlias: reception, conferenceExtension: conferenceAlias, ...guestPin });
    await same('main', hanna, gus);
    await gus.do('sendMessage', { payload: 'through the reception' });
    await hanna.sees('onMessage', ({ message }) => message === 'through the reception');
  },
  'a guest waits until a host arrives': async ({ join, conference }) => {
    const alias = await conference();
    const gus = await join('Gus', alias, guestPin);
    const alone = await gus.until('waiting', state => state.service === 'waiting_room' && state);
    assert.deepEqual(alone.rosters.main.map(one => [one.displayName, one.isWaiting]), [['Gus', true]]);
    const hanna = await join('Hanna', alias, hostPin);
    await gus.sees('onServiceType', service => service === 'conference');
    await same('main', hanna, gus);
  },
  'a newcomer waits at a locked door until a host admits them': async ({ join, conference }) => {
    const alias = await conference();
    const hanna = await join('Hanna', alias, hostPin);
    await hanna.do('lock', { lock: true });
    await hanna.until('locked', state => state.statuses.main?.locked);
    const gus = await join('Gus', alias, guestPin);
    await gus.until('waiting', state => state.service === 'waiting_room');
    assert.ok((await gus.state()).rosters.main.every(one => one.displayName === 'Gus'), 'one who waits sees the roster');
    await seesAs(hanna, 'Gus', 'isWaiting', true);
    await hanna.do('admit', { participantUuid: await uuidOf('Gus', hanna) });
    await gus.sees('onServiceType', service => service === 'conference');
    await seesAs(hanna, 'Gus', 'isWaiting', false);
    await same('main', hanna, gus);
  },
  'whoever waits hears no chat': async ({ join, conference }) => {
    const alias = await conference();
    const hanna = await join('Hanna', alias, hostPin);
    await hanna.do('lock', { lock: true });
    const gus = await join('Gus', alias, guestPin);
    await hanna.do('sendMessage', { payload: 'behind the door' });
    await hanna.do('admit', { participantUuid: await uuidOf('Gus', hanna) });
    await same('main', hanna, gus);
    await hanna.do('sendMessage', { payload: 'welcome' });
    await gus.sees('onMessage', ({ message }) => message === 'welcome');
    assert.equal(gus.seen.filter(({ signal }) => signal === 'onMessage').length, 1);
  },
  'opening the lock lets those who wait in': async ({ join, conference }) => {
    const alias = await conference();
    const hanna = await join('Hanna', alias, hostPin);
    await hanna.do('lock', { lock: true });
    const gus = await join('Gus', alias, guestPin);
    await hanna.do('lock', { lock: false });
    await gus.sees('onServiceType', service => service === 'conference');
    await same('main', hanna, gus);
  },
};
