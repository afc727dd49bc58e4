// Lets the built pexrtc.js meet a running server, as a page would but for the page. One line of JSON for each scene.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import vm from 'node:vm';

const [, , bundle, server] = process.argv;
vm.runInThisContext(readFileSync(bundle, 'utf8'), { filename: 'pexrtc.js' });
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const calls = [];

async function until(condition, what) {
  const end = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`It never came to be: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Joins, and keeps what it is told. */
async function join(name, conference = 'meet.open', pin = undefined, call = new PexRTC(), settled = (one) => one.heard.connected > 0) {
  calls.push(call);
  const heard = (call.heard = { chat: [], states: [], syncs: 0, connected: 0, errors: [], over: [], transfers: [], roles: [], status: {} });
  call.onSetup = () => call.connect(pin);
  call.onConnect = () => heard.connected++;
  call.onError = (reason) => heard.errors.push(reason);
  call.onDisconnect = (reason) => heard.over.push(reason);
  call.onSyncBegin = () => heard.syncs++;
  call.onChatMessage = ({ origin, payload }) => heard.chat.push(`${origin}: ${payload}`);
  call.onConnectionState = ({ state }) => heard.states.push(state);
  call.onConferenceUpdate = (status) => { heard.status = status; };
  call.onCallTransfer = (alias) => heard.transfers.push(alias);
  call.makeCall(server, conference, name, 0, 'none');
  await until(() => settled(call), `${name} joins: ${heard.errors}`);
  return call;
}

const names = (call) => Object.values(call.rosterList).map((one) => one.display_name).sort().join();
const sees = (call, wanted) => until(() => names(call) === wanted, `${wanted} instead of ${names(call)}`);

function equal(found, wanted) {
  const [left, right] = [found, wanted].map((value) => JSON.stringify(value));
  if (left !== right) throw new Error(`${left} instead of ${right}`);
}

async function restart() {
  console.log(JSON.stringify({ ask: 'restart' }));
  await input.next();
}

const scenes = {
  'two people see each other': async () => {
    const [ann, bob] = [await join('Ann'), await join('Bob')];
    await sees(ann, 'Ann,Bob');
    await sees(bob, 'Ann,Bob');
    bob.disconnect();
    await sees(ann, 'Ann');
  },
  'chat reaches the others and not its sender': async () => {
    const [ann, bob] = [await join('Ann'), await join('Bob')];
    await ann.sendChatMessage('one');
    await ann.sendChatMessage('two');
    await until(() => bob.heard.chat.length === 2, 'both are heard');
    equal([bob.heard.chat, ann.heard.chat], [['Ann: one', 'Ann: two'], []]);
  },
  'who comes to a locked conference waits until let in': async () => {
    const ann = await join('Ann');
    await ann.setConferenceLock(true);
    await until(() => ann.heard.status.locked, 'the lock is told');
    const bob = await join('Bob');
    equal(bob.current_service_type, 'waiting_room');
    await sees(ann, 'Ann,Bob');
    await ann.unlockParticipant(bob.uuid);
    await until(() => bob.current_service_type === 'conference', 'Bob is let in');
    await sees(bob, 'Ann,Bob');
  },
  'a host mutes somebody and everybody is told': async () => {
    const [ann, bob] = [await join('Ann'), await join('Bob')];
    await sees(ann, 'Ann,Bob');
    equal(await ann.setParticipantMute(bob.uuid, true), { status: 'success', result: true });
    await until(() => bob.rosterList[bob.uuid]?.is_muted === 'YES' && ann.rosterList[bob.uuid]?.is_muted === 'YES', 'muted');
    equal(bob.muteAudio(), true);
    await until(() => ann.rosterList[bob.uuid]?.is_client_muted === true, 'client muted');
  },
  'a PIN makes a host, none makes a guest, and a guest is refused': async () => {
    const host = await join('Host', 'meet.demo', '1234');
    const guest = await join('Guest', 'meet.demo');
    equal([host.role, guest.role, guest.pin_status], ['HOST', 'GUEST', 'optional']);
    equal(await guest.setConferenceLock(true), { status: 'failed', result: 'Invalid role' });
    const wrong = await join('Wrong', 'meet.demo', '9999', new PexRTC(), (call) => call.heard.errors.length > 0);
    equal(wrong.heard.errors, ['Invalid PIN']);
  },
  'a transfer brings somebody to another conference': async () => {
    const [ann, bob, host] = [await join('Ann'), await join('Bob'), await join('Host', 'meet.demo', '1234')];
    await ann.transferParticipant(bob.uuid, 'meet.demo', 'guest');
    await sees(host, 'Bob,Host');
    await sees(ann, 'Ann');
    await sees(bob, 'Bob,Host');
    equal([bob.heard.transfers, bob.conference, bob.role, bob.heard.over], [['meet.demo'], 'meet.demo', 'GUEST', []]);
  },
  'guests follow to a breakout and come back': async () => {
    const [host, guest] = [await join('Host', 'meet.demo', '1234'), await join('Guest', 'meet.demo')];
    const begun = new Promise((resolve) => { host.onBreakoutCreate = resolve; });
    const room = await host.createBreakout('Room', 60, 'transfer', [guest.uuid], true);
    equal((await begun).breakout_uuid, room.result.breakout_uuid);
    await until(() => guest.heard.status.breakout_name === 'Room', 'the guest is in the breakout');
    await host.closeBreakout(room.result.breakout_uuid);
    await until(() => guest.heard.status.breakout === false, 'the guest is back');
    await sees(guest, 'Guest,Host');
    equal(guest.heard.over, []);
  },
  'a call that reaches nobody hands over an empty list': async () => {
    const ann = await join('Ann');
    const answer = await new Promise((resolve) => void ann.dialOut('nobody@nowhere.test', 'sip', 'guest', resolve));
    equal([answer.status, answer.result], ['success', []]);
  },
  'who is removed is told why': async () => {
    const [ann, bob] = [await join('Ann'), await join('Bob')];
    await ann.disconnectParticipant(bob.uuid);
    await until(() => bob.heard.over.length > 0, 'told');
    equal(bob.heard.over, ['Disconnected by another participant']);
  },
  'one instance is used again after it hung up': async () => {
    const ann = await join('Ann');
    ann.disconnect();
    const again = await join('Ann', 'meet.open', undefined, ann);
    await sees(again, 'Ann');
    equal([await again.setConferenceLock(false), again.heard.errors], [{ status: 'success', result: true }, []]);
  },
  'what a plugin asks is put down to it': async () => {
    const ann = await join('Ann');
    await ann.withCause('plugin/contract', () => ann.setBuzz());
    const timeline = await ann.sendRequest('plenum/timeline', null, null, 'GET');
    if (!JSON.stringify(timeline.result).includes('plugin/contract')) throw new Error(JSON.stringify(timeline).slice(0, 300));
  },
  'a server that is killed and started again is a pause and no more': async () => {
    const [ann, bob] = [await join('Ann'), await join('Bob')];
    await sees(bob, 'Ann,Bob');
    const [uuid, syncs] = [bob.uuid, bob.heard.syncs];
    await ann.setConferenceLock(true);
    await restart();
    await until(() => bob.heard.states.at(-1) === 'connected' && bob.heard.states.includes('reconnecting'), 'Bob is back');
    equal(await ann.setConferenceLock(false), { status: 'success', result: true });
    await until(() => bob.heard.status.locked === false, 'Bob hears what happens');
    equal([bob.uuid, bob.heard.syncs, bob.heard.over, names(bob)], [uuid, syncs, [], 'Ann,Bob']);
  },
  'a command given while the server is away is done when it is back': async () => {
    const ann = await join('Ann');
    const restarted = restart();
    await until(() => ann.heard.states.at(-1) === 'reconnecting', 'the server is away');
    const mute = ann.setMuteAllGuests(true);
    await restarted;
    equal(await mute, { status: 'success', result: true });
    await until(() => ann.heard.status.guests_muted === true, 'it is told');
  },
};

for (const [name, scene] of Object.entries(scenes)) {
  const detail = await scene().then(() => '', (fault) => String(fault.message));
  console.log(JSON.stringify({ name, passed: detail === '', detail }));
  for (const call of calls.splice(0)) call.disconnect();
  // The next scene begins in an empty conference.
  const probe = await join('Probe');
  await sees(probe, 'Probe');
  probe.disconnect();
}
process.exit(0);
