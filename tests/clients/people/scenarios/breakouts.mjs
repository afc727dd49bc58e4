import assert from 'node:assert/strict';
import { same, seesAs, uuidOf } from '../same.mjs';

const named = name => state => state.rooms.find(room => state.statuses[room]?.breakoutName === name);

/** A host, and two guests of whom Gus is moved to a first room at once; a second room stays empty. */
async function rooms({ join, conference }) {
  const alias = await conference();
  const hanna = await join('Hanna', alias, { pin: '1234' });
  const gus = await join('Gus', alias, { pin: '4321' });
  const mia = await join('Mia', alias, { pin: '4321' });
  await same('main', hanna, gus, mia);
  await hanna.do('breakout', { name: 'Red', participants: { main: [await uuidOf('Gus', hanna)] }, guests_allowed_to_leave: true });
  await hanna.do('breakout', { name: 'Blue' });
  await gus.do('follow', await gus.sees('onTransfer', ({ target }) => target === 'breakout'));
  const red = await hanna.until('knowing Red', named('Red'));
  await followed(hanna, gus, red);
  const blue = await hanna.until('knowing Blue', named('Blue'));
  return { alias, hanna, gus, mia, red, blue };
}
/** The one who moved has come with a new uuid; the host knows this one, and not the one from before. */
async function followed(hanna, gus, room) {
  const { uuid } = (await gus.until('themselves', state => state.me && state)).me;
  await hanna.until(`knowing ${gus.name} in the room`, state =>
    state.rosters[room]?.filter(one => one.displayName === gus.name).map(one => one.uuid).join() === uuid);
}
const inRoom = (hanna, name, room) => hanna.until(`seeing ${name} in the room`, state => state.rosters[room]?.some(one => one.displayName === name));
const goesBack = async gus => {
  const from = gus.mark();
  return async () => {
    const answer = await gus.do('follow', await gus.sees('onTransfer', ({ target }) => target === 'main', { from }));
    assert.equal(answer.status, 200, JSON.stringify(answer));
  };
};

/** Breakouts: a host sees all rooms, a guest is in one. */
export const breakouts = {
  'a host sees both rooms and who is in them': async scene => {
    const { hanna, gus, mia, red, blue } = await rooms(scene);
    await inRoom(hanna, 'Gus', red);
    await hanna.sees('onBreakoutBegin', room => room.breakout_uuid === red && room.participant_uuid);
    await hanna.sees('onParticipants', ({ id }) => id === blue);
    await hanna.until('seeing main without Gus', state => !state.rosters.main.some(one => one.displayName === 'Gus'));
    assert.ok(!(await hanna.state()).rosters[blue].some(one => one.displayName === 'Gus'));
    assert.equal((await gus.state()).statuses.main.breakoutName, 'Red');
    await mia.until('seeing main without Gus', state => !state.rosters.main.some(one => one.displayName === 'Gus'));
    assert.ok(mia.sawNothingOf('onBreakoutBegin'), 'a guest is told of rooms');
  },
  'a message into a room is heard there and not in main': async scene => {
    const { hanna, gus, mia, red } = await rooms(scene);
    await hanna.do('joinBreakoutRoom', { breakoutUuid: red });
    await hanna.do('sendMessage', { payload: 'for Red' });
    await gus.sees('onMessage', ({ message }) => message === 'for Red');
    await gus.do('sendMessage', { payload: 'from Red' });
    const heard = await hanna.sees('onMessage', ({ message }) => message === 'from Red');
    assert.equal(heard.displayName, 'Gus');
    await hanna.do('joinBreakoutRoom', { breakoutUuid: 'main' });
    await hanna.do('sendMessage', { payload: 'for main' });
    await mia.sees('onMessage', ({ message }) => message === 'for main');
    assert.deepEqual(mia.seen.filter(({ signal }) => signal === 'onMessage').map(({ payload }) => payload.message), ['for main']);
  },
  'control in a room stays in the room': async scene => {
    const { hanna, gus, red } = await rooms(scene);
    await inRoom(hanna, 'Gus', red);
    await hanna.do('joinBreakoutRoom', { breakoutUuid: red });
    await hanna.do('mute', { mute: true, participantUuid: await uuidOf('Gus', hanna, red) });
    await seesAs(hanna, 'Gus', 'isMuted', true, red);
    await seesAs(gus, 'Gus', 'isMuted', true);
    await hanna.do('lock', { lock: true });
    await hanna.until('seeing Red locked', state => state.statuses[red]?.locked === true && state.statuses.main?.locked === false);
  },
  'a guest asks for help and leaves the room by themselves': async scene => {
    const { hanna, gus, mia, red } = await rooms(scene);
    await gus.do('breakoutAskForHelp', {});
    await hanna.until('asked for help', state => state.statuses[red]?.breakoutbuzz?.value === true || state.statuses[red]?.breakoutbuzz?.time > 0);
    const back = await goesBack(gus);
    await gus.do('guestLeaveBreakoutRoom', {});
    await back();
    await same('main', hanna, gus, mia);
  },
  'a guest is moved from room to room': async scene => {
    const { hanna, gus, red, blue } = await rooms(scene);
    const from = gus.mark();
    await hanna.do('breakoutMoveParticipants', { fromBreakoutUuid: red, toRoomUuid: blue, participants: [await uuidOf('Gus', hanna, red)] });
    await gus.do('follow', await gus.sees('onTransfer', ({ target }) => target === 'breakout', { from }));
    await inRoom(hanna, 'Gus', blue);
    await gus.until('in Blue', state => state.statuses.main?.breakoutName === 'Blue');
  },
  'a closed room sends its guest back to main': async scene => {
    const { hanna, gus, mia, red } = await rooms(scene);
    const back = await goesBack(gus);
    await hanna.do('closeBreakoutRoom', { breakoutUuid: red });
    await hanna.sees('onBreakoutEnd', room => room.breakout_uuid === red);
    await back();
    await same('main', hanna, gus, mia);
  },
  'emptied rooms stay': async scene => {
    const { hanna, gus, mia, red } = await rooms(scene);
    const back = await goesBack(gus);
    await hanna.do('emptyBreakouts', {});
    await back();
    await same('main', hanna, gus, mia);
    assert.ok((await hanna.state()).rooms.includes(red));
  },
  'all rooms closed, all back': async scene => {
    const { hanna, gus, mia } = await rooms(scene);
    const back = await goesBack(gus);
    await hanna.do('closeBreakouts', {});
    await back();
    await same('main', hanna, gus, mia);
    await hanna.until('without rooms', state => state.rooms.length === 1);
  },
  'a host who comes later is told of the rooms': async scene => {
    const { alias, red } = await rooms(scene);
    const olga = await scene.join('Olga', alias, { pin: '1234' });
    await olga.sees('onBreakoutBegin', room => room.breakout_uuid === red);
    await inRoom(olga, 'Gus', red);
  },
};
