import './browser.mjs';
import { createInterface } from 'node:readline';
import { ClientCallType, createCallSignals, createInfinityClient, createInfinityClientSignals } from '@pexip/infinity';

/** One client in one process (its event signals are global to the module), told what to do line by line. */
const { url, name } = JSON.parse(process.argv[2]);
const say = message => process.stdout.write(`${JSON.stringify(message)}\n`);
const signals = createInfinityClientSignals(['onPinRequired', 'onParticipants', 'onError', 'onCallConnected'], { batchScheduleTimeoutMS: 10, batchBufferSize: 50 });
const client = createInfinityClient(signals, createCallSignals([]));
for (const [signal, { add }] of Object.entries(signals)) add(payload => say({ signal, payload: payload ?? null }));

const known = participant => {
  if (!participant) return undefined;
  const { rawData, ...seen } = participant;
  return seen;
};
const doing = {
  call: wish => client.call({
    displayName: name, host: url, node: new URL(url).host, bandwidth: 0, directMedia: false, callType: ClientCallType.None,
    supportsDirectChat: true, ...wish,
  }).then(answer => answer && { status: answer.status, result: answer.data?.result }),
  // A transfer as applications do it: away from here first, then to there with the one-time token.
  follow: async ({ alias, token }) => {
    await client.disconnect({ reason: 'Transfer' });
    return doing.call({ conferenceAlias: alias, token });
  },
  state: () => ({
    room: client.roomId, rooms: client.rooms, names: [...client.breakoutRoomNames.values()], service: client.serviceType,
    me: known(client.getMe(client.roomId)), conference: client.conferenceName,
    statuses: Object.fromEntries([...client.conferenceStatus].map(([room, { rawData, ...status }]) => [room, status])),
    rosters: Object.fromEntries(client.rooms.map(room => [room, client.getParticipants(room).map(known)])),
  }),
};

process.on('unhandledRejection', problem => say({ signal: 'unhandled', payload: `${problem?.message ?? problem}` }));
createInterface({ input: process.stdin }).on('line', async line => {
  const { id, method, argument } = JSON.parse(line);
  try {
    const result = await (doing[method] ?? client[method])(argument ?? {});
    say({ id, result: result ?? null });
  } catch (problem) {
    say({ id, problem: `${problem?.name}: ${problem?.message}` });
  }
}).on('close', () => process.exit(0));
say({ signal: 'ready' });
