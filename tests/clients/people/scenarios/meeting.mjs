import assert from 'node:assert/strict';
import { same } from '../same.mjs';

/** Meeting: people see each other come, be and go. */
export const meeting = {
  'two hosts see each other, with names and roles': async ({ join, conference }) => {
    const alias = await conference({ hostPin: null, guestPin: null });
    const alice = await join('Alice', alias);
    const bob = await join('Bob', alias);
    const roster = await same('main', alice, bob);
    assert.deepEqual(roster.map(one => [one.displayName, one.role, one.serviceType]).sort(),
      [['Alice', 'chair', 'conference'], ['Bob', 'chair', 'conference']]);
    await alice.sees('onParticipantJoined', batch => batch.some(({ participant }) => participant.displayName === 'Bob'));
    assert.equal((await alice.state()).me.displayName, 'Alice');
  },
  'one who leaves is gone for the other': async ({ join, conference }) => {
    const alias = await conference({ hostPin: null, guestPin: null });
    const alice = await join('Alice', alias);
    const bob = await join('Bob', alias);
    await same('main', alice, bob);
    await bob.do('disconnect', { reason: 'User initiated disconnect' });
    await alice.sees('onParticipantLeft', batch => batch.some(({ participant }) => participant.displayName === 'Bob'));
    await alice.until('alone', state => state.rosters.main.length === 1);
  },
  'the REST roster passes the validator and equals the streamed one': async ({ join, conference }) => {
    const alice = await join('Alice', await conference({ hostPin: null, guestPin: null }));
    const listed = await alice.do('requestParticipants', {});
    assert.equal(listed?.status, 200, 'the roster did not pass the validator');
    assert.deepEqual(listed.data.result.map(one => one.uuid), (await alice.state()).rosters.main.map(one => one.uuid));
  },
  'a request of an application gets its JSON': async ({ join, conference }) => {
    const alice = await join('Alice', await conference({ hostPin: null, guestPin: null }));
    const answer = await alice.do('sendConferenceRequest', { path: '/conference_status', method: 'GET' });
    assert.equal(answer?.data?.result?.locked, false, `answered ${JSON.stringify(answer)}`);
  },
};
