import assert from 'node:assert/strict';
import { same, seesAs, uuidOf } from '../same.mjs';

const hostAndGuest = async ({ join, conference }) => {
  const alias = await conference();
  const hanna = await join('Hanna', alias, { pin: '1234' });
  const gus = await join('Gus', alias, { pin: '4321' });
  await same('main', hanna, gus);
  return { hanna, gus, gusUuid: await uuidOf('Gus', hanna) };
};
/** A command by the host about the guest; both must see the field become the value. */
const shows = (command, field, ...steps) => async scene => {
  const { hanna, gus, gusUuid } = await hostAndGuest(scene);
  for (const [argument, value] of steps) {
    await hanna.do(command, { participantUuid: gusUuid, ...argument });
    await seesAs(hanna, 'Gus', field, value);
    await seesAs(gus, 'Gus', field, value);
  }
  await same('main', hanna, gus);
};

/** Control: what a host does is seen by all. */
export const control = {
  'mute and unmute': shows('mute', 'isMuted', [{ mute: true }, true], [{ mute: false }, false]),
  'muting oneself at the source': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    await gus.do('clientMute', { mute: true });
    await seesAs(hanna, 'Gus', 'isClientMuted', true);
  },
  'camera off and on': shows('muteVideo', 'isCameraMuted', [{ muteVideo: true }, true], [{ muteVideo: false }, false]),
  'spotlight': shows('spotlight', 'isSpotlight', [{ enable: true }, true], [{ enable: false }, false]),
  'role': shows('setRole', 'role', [{ role: 'chair' }, 'chair'], [{ role: 'guest' }, 'guest']),
  'text under a picture': shows('setTextOverlay', 'overlayText', [{ text: 'Speaker' }, 'Speaker']),
  'the muted one is told': async scene => {
    const { hanna, gus, gusUuid } = await hostAndGuest(scene);
    await hanna.do('mute', { mute: true, participantUuid: gusUuid });
    assert.equal(await gus.sees('onMyselfMuted'), true);
  },
  'all guests muted, the host not': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    await hanna.do('muteAllGuests', { mute: true });
    await seesAs(hanna, 'Gus', 'isMuted', true);
    await seesAs(gus, 'Hanna', 'isMuted', false);
    await gus.until('told', state => state.statuses.main?.guestsMuted === true);
    await hanna.do('muteAllGuests', { mute: false });
    await seesAs(gus, 'Gus', 'isMuted', false);
  },
  'hands up, one down, all down': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    await gus.do('raiseHand', { raise: true });
    await hanna.sees('onRaiseHand', ({ participant }) => participant.displayName === 'Gus' && participant.raisedHand);
    await gus.do('raiseHand', { raise: false });
    await seesAs(hanna, 'Gus', 'raisedHand', false);
    await gus.do('raiseHand', { raise: true });
    await seesAs(hanna, 'Gus', 'raisedHand', true);
    await hanna.do('lowerAllRaisedHands', {});
    await seesAs(gus, 'Gus', 'raisedHand', false);
  },
  'layout': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    await hanna.do('setLayout', { transforms: { layout: '4:0' } });
    await gus.sees('onRequestedLayout', ({ primaryScreen }) => primaryScreen.guestLayout === '4:0');
    assert.ok((await hanna.do('availableLayouts', {})).includes('4:0'));
  },
  'what guests may do': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    await hanna.do('guestsCanUnmute', { setting: false });
    await gus.until('told', state => state.statuses.main?.guestsCanUnmute === false);
  },
  'a guest cannot': async scene => {
    const { hanna, gus } = await hostAndGuest(scene);
    const answer = await gus.do('mute', { mute: true, participantUuid: await uuidOf('Hanna', gus) });
    assert.deepEqual([answer.status, answer.data], [403, { status: 'failed', result: 'Invalid role' }]);
    await assert.rejects(gus.do('lock', { lock: true }), /Unexpected status 403/);
    assert.equal((await hanna.state()).statuses.main?.locked, false);
  },
};
