// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Meeting, MeetingState } from '../src';

const provider = { name: 'Example Ltd', uuid: 'idp-1', disable_popup_flow: true };
const version = { version_id: '36', pseudo_version: '36.0.0' };
const wish = { alias: 'weekly', name: 'Typed', returnTo: 'https://meet.example/#__pexip-sso-token__', media: { microphone: null, camera: null, muteMicrophone: false, muteCamera: false } };

interface Sent { readonly [key: string]: unknown }

/** An entrance that asks for a sign-in, then for a PIN, as ours does. */
function entrance(): typeof fetch {
  return (_, init) => {
    const body = JSON.parse(String(init?.body)) as Sent;
    const pin = new Headers(init?.headers).get('pin');
    sent.push({ ...body, pin });
    const result = pin ? 'Participant limit reached' : body['sso_token'] === 'good' ? { pin: 'required', guest_pin: 'required', version }
      : body['sso_token'] ? 'SSO token is too old: sign in again'
        : body['chosen_idp'] === provider.uuid ? { redirect_url: 'https://id.example/go', redirect_idp: provider, version }
          : { idp: [provider], version };
    return Promise.resolve(new Response(JSON.stringify({ status: 'failed', result }), { status: 403, headers: { 'Content-Type': 'application/json' } }));
  };
}

const sent: Sent[] = [];
// The call keeps the fetch that there was when it was loaded.
vi.stubGlobal('fetch', entrance());
const { createMeeting } = await import('../src');

describe('A conference that asks for a sign-in', () => {
  let meeting: Meeting;
  let states: MeetingState[];
  const last = (): MeetingState | undefined => states.at(-1);

  beforeEach(() => {
    sent.length = 0;
    states = [];
    meeting = createMeeting();
    meeting.state$.subscribe((state) => states.push(state));
  });
  afterEach(() => meeting.leave());

  test('lets one choose where, and says where to go', async () => {
    meeting.join(wish);
    await vi.waitFor(() => expect(last()).toEqual({ at: 'sign-in', providers: [provider] }));
    meeting.signInAt(provider.uuid);
    await vi.waitFor(() => expect(last()).toEqual({ at: 'signing-in', url: 'https://id.example/go', provider }));
    expect(sent.at(-1)).toMatchObject({ chosen_idp: provider.uuid, sso_redirect_target: wish.returnTo });
  });

  test('takes the proof together with the PIN', async () => {
    meeting.join({ ...wish, ssoToken: 'good' });
    await vi.waitFor(() => expect(last()).toMatchObject({ at: 'pin' }));
    meeting.givePin('1234');
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ sso_token: 'good', pin: '1234' }));
  });

  test('that does not take the proof asks for another one, and does not go round', async () => {
    meeting.join({ ...wish, ssoToken: 'old' });
    await vi.waitFor(() => expect(last()).toMatchObject({ at: 'refused', problem: { kind: 'sign-in' } }));
    expect(sent).toHaveLength(2);
    meeting.rejoin();
    await vi.waitFor(() => expect(last()).toEqual({ at: 'sign-in', providers: [provider] }));
    expect(sent.at(-1)).not.toHaveProperty('sso_token');
  });
});
