import { withPin, withToken } from '@pexip/infinity-api';
import { call } from '../call.mjs';
import { fails, refused, succeeds } from '../expect.mjs';

/** Knocks, and leaves at once when let in, so that no door depends on who came through the one before. */
async function knock({ server }, conferenceAlias, pin, more = {}) {
  const common = { host: server.url, params: { conferenceAlias } };
  const answer = await call('requestToken', {
    ...common, fetcher: pin ? withPin(fetch, pin) : fetch, body: { display_name: 'Nina Newcomer', ...more },
  });
  if (answer.status === 200) await call('releaseToken', { ...common, fetcher: withToken(fetch, answer.json.result.token), body: {} });
  return answer;
}
const arrives = wanted => succeeds(result => Object.entries(wanted).map(([key, value]) => result[key] === value
  ? undefined : `${key} is ${JSON.stringify(result[key])}, expected ${JSON.stringify(value)}`).find(problem => problem));

const door = (name, act, expected) => ({
  name, check: async place => expected(await act(place)),
});
const pins = (pin, guest_pin) => answer => {
  if (answer.error || answer.status !== 403) return `expected 403, got ${answer.status} ${answer.text} ${answer.error ?? ''}`;
  const result = answer.json.result;
  return result.pin === pin && result.guest_pin === guest_pin && typeof result.version === 'object'
    ? undefined : `result is ${JSON.stringify(result)}`;
};

const reception = ({ server }) => server.conference({ kind: 'reception', hostPin: null, guestPin: null });
const extensionNeeded = answer => answer.error || answer.status !== 403 || answer.json.result.conference_extension_type !== 'standard'
  ? `expected 403 and an extension, got ${answer.status} ${answer.text} ${answer.error ?? ''}` : undefined;

const asking = ({ server }) => server.conference({ signIn: true });
const provided = answer => answer.error || answer.status !== 403 || !answer.json.result.idp?.[0]?.uuid
  ? `expected 403 and a provider, got ${answer.status} ${answer.text} ${answer.error ?? ''}` : undefined;
const led = answer => answer.error || answer.status !== 403 || !answer.json.result.redirect_url || !answer.json.result.redirect_idp?.uuid
  ? `expected 403 and a way to the provider, got ${answer.status} ${answer.text} ${answer.error ?? ''}` : undefined;

export const token = {
  requestToken: [
    door('everyone is a host where there is no PIN', place => knock(place, 'meet.open'), arrives({ role: 'HOST', display_name: 'Nina Newcomer' })),
    door('the host PIN makes a host', place => knock(place, place.alias, '1234'), arrives({ role: 'HOST', current_service_type: 'conference' })),
    door('the guest PIN makes a guest, who waits for a host', place => knock(place, place.alias, '4321'),
      arrives({ role: 'GUEST', current_service_type: 'waiting_room' })),
    door('without a PIN both PINs are asked for', place => knock(place, place.alias), pins('required', 'required')),
    door('a host PIN alone is asked for as such', place => knock(place, 'meet.demo'), pins('required', 'none')),
    door('pin none joins as guest where only hosts have a PIN', place => knock(place, 'meet.demo', 'none'), arrives({ role: 'GUEST' })),
    door('a wrong PIN is refused', place => knock(place, place.alias, '9999'), refused('Invalid PIN')),
    door('an unknown alias is not found', place => knock(place, 'meet.nowhere-at-all'), fails(404, 'Neither conference nor gateway found')),
    door('the call tag comes back', place => knock(place, 'meet.open', undefined, { call_tag: 'tag-1' }), arrives({ call_tag: 'tag-1' })),
    door('a reception asks where to', async place => knock(place, await reception(place)), extensionNeeded),
    door('a reception leads to where one says', async place => knock(place, await reception(place), '4321', { conference_extension: place.alias }),
      arrives({ role: 'GUEST' })),
    door('a PIN is asked for behind the reception', async place => knock(place, await reception(place), undefined, { conference_extension: place.alias }),
      pins('required', 'required')),
    door('a reception does not find an unknown alias', async place => knock(place, await reception(place), undefined, { conference_extension: 'nowhere' }),
      fails(404, 'Neither conference nor gateway found')),
    door('all that the web client sends is taken', place => knock(place, 'meet.open', undefined, {
      chosen_idp: 'none', sso_token: 'none', direct_media: false, node: '127.0.0.1', client_id: 'c', supports_direct_chat: true,
      sso_redirect_target: 'http://127.0.0.1/webapp3/m/?conference=meet.open&ssoToken=__pexip-sso-token__', breakout_rooms: true,
    }), arrives({ role: 'HOST' })),
    door('a conference that asks for a sign-in names the provider', async place => knock(place, await asking(place)), provided),
    door('the provider that was chosen is led to', async place => {
      const alias = await asking(place);
      const { uuid } = (await knock(place, alias)).json.result.idp[0];
      return knock(place, alias, undefined, { chosen_idp: uuid, sso_token: 'none', sso_redirect_target: `${place.server.url}/webapp3/m/?conference=x&ssoToken=__pexip-sso-token__` });
    }, led),
    door('a sign-in that was never done is refused', async place => knock(place, await asking(place), undefined, { sso_token: 'made-up' }), refused()),
    door('a one-time token that nobody gave is refused', place => knock(place, place.alias, undefined, { token: 'made-up' }), refused()),
  ],
  refreshToken: [
    {
      name: 'a host gets a successor that works', act: (meeting, fn) => meeting.host.do(fn),
      expected: succeeds(result => /^[A-Za-z0-9_.~-]+$/.test(result.token) && Number(result.expires) > 0
        ? undefined : `not a URL-safe token with a time: ${JSON.stringify(result)}`),
    },
    { name: 'a guest', act: (meeting, fn) => meeting.guest.do(fn), expected: succeeds(() => undefined) },
    {
      name: 'twice with the same token gives the same successor', act: async (meeting, fn) => {
        const first = await meeting.host.do(fn);
        const second = await meeting.host.do(fn);
        return { ...second, first: first.json?.result.token };
      },
      expected: answer => succeeds(result => result.token === answer.first ? undefined : 'two successors')(answer),
    },
    {
      name: 'a token that was released is refused', expected: refused('Invalid token'),
      act: async (meeting, fn) => { await meeting.guest.leave(); return meeting.guest.do(fn); },
    },
  ],
  releaseToken: [
    { name: 'a guest leaves', act: meeting => meeting.guest.leave(), expected: succeeds(true),
      effect: async meeting => await meeting.see(meeting.guest.uuid) ? 'still in the roster' : undefined },
    { name: 'without a reason', act: (meeting, fn) => meeting.guest.do(fn, {}, {}), expected: succeeds(true) },
    {
      name: 'a token that was released is refused', expected: refused('Invalid token'),
      act: async meeting => { await meeting.guest.leave(); return meeting.guest.leave(); },
    },
  ],
};
