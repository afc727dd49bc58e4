import assert from 'node:assert/strict';
import { same, uuidOf } from '../same.mjs';

/** Transfer: a one-time token leads to the other conference. */
export const transfer = {
  'a guest follows to another conference, in the role that was given': async ({ join, conference }) => {
    const [here, there] = [await conference(), await conference()];
    const hanna = await join('Hanna', here, { pin: '1234' });
    const gus = await join('Gus', here, { pin: '4321' });
    const olga = await join('Olga', there, { pin: '1234' });
    await same('main', hanna, gus);
    await hanna.do('transfer', { destination: there, role: 'host', pin: '1234', participantUuid: await uuidOf('Gus', hanna) });
    const referral = await gus.sees('onTransfer');
    assert.equal(referral.alias, there);
    const answer = await gus.do('follow', referral);
    assert.equal(answer.status, 200, JSON.stringify(answer));
    const roster = await same('main', olga, gus);
    assert.equal(roster.find(one => one.displayName === 'Gus').role, 'chair');
    await hanna.until('alone', state => state.rosters.main.length === 1);
  },
  'the token of a transfer works once': async ({ join, person, conference }) => {
    const [here, there] = [await conference(), await conference()];
    const hanna = await join('Hanna', here, { pin: '1234' });
    const gus = await join('Gus', here, { pin: '4321' });
    await hanna.do('transfer', { destination: there, role: 'host', pin: '1234', participantUuid: await uuidOf('Gus', hanna) });
    const referral = await gus.sees('onTransfer');
    assert.equal((await gus.do('follow', referral)).status, 200);
    const thief = await person('Thief');
    assert.notEqual((await thief.do('call', { conferenceAlias: there, token: referral.token }))?.status, 200);
  },
};
