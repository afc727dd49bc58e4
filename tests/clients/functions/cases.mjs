import { refused, succeeds } from './expect.mjs';

const nobody = '00000000-0000-4000-8000-000000000000';

/**
 * The cases that follow from what a function is.
 * who: 'host' (guests are refused), 'anyone', or 'own' (a guest on itself, not on others).
 * target: whom it is about, if anybody. Without `expected`, 200 with `result`.
 */
export function casesOf({ who, target, self, params = () => ({}), body = () => undefined, result = true, expected, effect, given = {}, extra = [] }) {
  const wanted = expected ?? succeeds(result);
  const about = (meeting, uuid) => ({
    ...(given.room ? { breakoutUuid: meeting.room } : {}),
    ...(uuid ? { participantUuid: uuid } : {}),
    ...params(meeting),
  });
  const hostAims = meeting => self ? (given.room ? meeting.hostInRoom : meeting.host.uuid) : target?.(meeting);
  const named = target || self;
  const cases = [{
    name: 'a host', given, effect, expected: wanted,
    act: (meeting, fn) => meeting.host.do(fn, about(meeting, hostAims(meeting)), body(meeting)),
  }];

  if (who === 'host' || given.room) {
    cases.push({
      name: 'a guest is refused', given, expected: refused('Invalid role'),
      act: (meeting, fn) => meeting.guest.do(fn, about(meeting, hostAims(meeting)), body(meeting)),
    });
  } else {
    cases.push({
      name: who === 'own' ? 'a guest about itself' : 'a guest', given, expected: wanted,
      act: (meeting, fn) => meeting.guest.do(fn, about(meeting, who === 'own' ? meeting.guest.uuid : target?.(meeting)), body(meeting)),
    });
  }
  if (who === 'own' && !given.room) {
    cases.push({
      name: 'a guest about the host is refused', given, expected: refused(),
      act: (meeting, fn) => meeting.guest.do(fn, about(meeting, meeting.host.uuid), body(meeting)),
    });
  }
  if (named && !expected) {
    cases.push({
      name: 'about nobody is refused', given, expected: refused(),
      act: (meeting, fn) => meeting.host.do(fn, about(meeting, nobody), body(meeting)),
    });
  }
  cases.push({
    name: 'a token that was released is refused', given, expected: refused('Invalid token'),
    act: async (meeting, fn) => {
      const gone = await meeting.enter('Greta Gone', { pin: '1234' });
      await gone.leave();
      return gone.do(fn, about(meeting, hostAims(meeting)), body(meeting));
    },
  });
  return [...cases, ...extra];
}
