import { withPin, withToken } from '@pexip/infinity-api';
import { openStream } from '../stream.mjs';
import { call } from './call.mjs';

/** Somebody in a meeting: what they are, and functions called with their token. */
async function join(url, alias, display_name, { pin, token } = {}) {
  const answer = await call('requestToken', {
    fetcher: pin ? withPin(fetch, pin) : fetch, host: url, params: { conferenceAlias: alias },
    body: { display_name, supports_direct_chat: true, ...(token ? { token } : {}) },
  });
  if (answer.status !== 200 || answer.error) throw new Error(`${display_name} could not join: ${answer.status} ${answer.text} ${answer.error ?? ''}`);
  const seat = answer.json.result;
  const person = {
    name: display_name, uuid: seat.participant_uuid, token: seat.token, seat,
    do: (name, params = {}, body) => call(name, {
      fetcher: withToken(fetch, seat.token), host: url, body, params: { conferenceAlias: alias, ...params },
    }),
    stream: () => openStream(url, alias, seat.token),
    leave: () => person.do('releaseToken', {}, { reason: 'User initiated disconnect' }),
  };
  return person;
}

/** A meeting arranged for one check: a host and a guest; on request a breakout room with one guest, or one who waits. */
export async function meeting(server, alias, { room, waiting } = {}) {
  const people = [];
  const streams = [];
  const enter = async (name, ticket) => {
    const person = await join(server.url, alias, name, ticket);
    people.push(person);
    return person;
  };
  const arranged = {
    server, alias, enter,
    host: await enter('Hanna Host', { pin: '1234' }),
    guest: await enter('Gus Guest', { pin: '4321' }),
    async listen(person) {
      const stream = await person.stream();
      streams.push(stream);
      return stream;
    },
    async see(uuid) {
      const answer = await arranged.host.do('participants');
      if (answer.error) throw answer.error;
      return answer.json.result.find(participant => participant.uuid === uuid);
    },
    async status() {
      const answer = await arranged.host.do('conferenceStatus');
      if (answer.error) throw answer.error;
      return answer.json.result;
    },
    async end() {
      await Promise.all(streams.map(stream => stream.close()));
      for (const person of people.reverse()) await person.leave();
    },
  };
  if (waiting) {
    await arranged.host.do('lock');
    arranged.waiting = await enter('Wendy Waiting', { pin: '4321' });
  }
  if (room) await openRoom(arranged);
  return arranged;
}

async function openRoom(arranged) {
  const stream = await arranged.listen(arranged.host);
  const opened = await arranged.host.do('breakouts', {}, { name: 'Room A' });
  if (opened.status !== 200 || opened.error) throw new Error(`no breakout room: ${opened.status} ${opened.text}`);
  arranged.room = opened.json.result.breakout_uuid;
  const begun = await stream.next('breakout_begin', data => data.breakout_uuid === arranged.room);
  arranged.hostInRoom = begun.participant_uuid;
  const ticket = await arranged.host.do('breakoutRequestGuestToken', { breakoutUuid: arranged.room });
  if (ticket.status !== 200 || ticket.error) throw new Error(`no guest token: ${ticket.status} ${ticket.text}`);
  arranged.roomGuest = await arranged.enter('Rita Room', { token: ticket.json.result });
  arranged.hostStream = stream;
}
