import { isDeepStrictEqual } from 'node:util';

/** Guests are not shown how others are connected, so that is left out. */
const shared = ({ uri, vendor, protocol, isEndpoint, ...participant }) => participant;
const byUuid = roster => roster.map(shared).sort((a, b) => a.uuid.localeCompare(b.uuid));

/** Waits until all of them hold the same roster of a room, everybody of them in it; gives that roster. */
export async function same(room, ...people) {
  const [first, ...others] = people;
  return first.until(`seeing the same as ${others.map(one => one.name).join(', ')}`, async () => {
    const rosters = await Promise.all(people.map(async one => byUuid((await one.state()).rosters[room] ?? [])));
    const names = rosters[0].map(one => one.displayName);
    const complete = people.every(one => names.includes(one.name));
    return complete && rosters.every(roster => isDeepStrictEqual(roster, rosters[0])) ? rosters[0] : undefined;
  });
}

/** The uuid under which someone sees somebody. */
export async function uuidOf(name, seenBy, room = 'main') {
  return seenBy.until(`seeing ${name}`, state => state.rosters[room]?.find(one => one.displayName === name)?.uuid);
}

/** Waits until someone sees a field of somebody as this value. */
export const seesAs = (someone, name, field, value, room = 'main') => someone.until(`seeing ${name}'s ${field} as ${value}`,
  state => state.rosters[room]?.some(one => one.displayName === name && one[field] === value));
