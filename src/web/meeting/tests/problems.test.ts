import { describe, expect, test } from 'vitest';
import { departureOf, problemOf } from '../src/problems';

describe('What the server says becomes something a person can act on', () => {
  test.each([
    ['Neither conference nor gateway found', 'not-found'],
    ['Participant exceeded PIN entry retries', 'pin-retries'],
    ['Participant limit reached', 'full'],
    ['System in maintenance mode', 'maintenance'],
    ['Timeout waiting for conference host to join or permit access to locked conference', 'waited-too-long'],
    ['SSO token is too old: sign in again', 'sign-in'],
    ['SSO token was used before: sign in again', 'sign-in'],
    ['SSO token is for another conference: sign in for this one', 'sign-in'],
    ['SSO sign-in is asked for here and not set up on this server: ask whoever runs it', 'sign-in'],
    ["SSO sign-in is asked for here: come in through your organisation's own address", 'sign-in'],
    ['SSO sign-in leads back to this server alone, or to sites that its operator lists: this sso_redirect_target is neither', 'sign-in'],
    ['Failed to fetch', 'unreachable'],
    ['The server cannot be reached', 'unreachable'],
    ['something nobody thought of', 'unknown'],
  ])('%s: %s', (text, kind) => expect(problemOf(text)).toEqual({ kind, text }));

  test.each([
    ['User initiated disconnect', 'left'],
    ['Disconnected by another participant', 'removed'],
    ['Disconnected by an administrator', 'removed'],
    ['Conference terminated by another participant', 'ended'],
    ['Conference terminated by an administrator', 'ended'],
    ['All conference hosts departed hosted conference', 'hosts-gone'],
    ['Timeout waiting for conference host to join or permit access to locked conference', 'expired'],
    ['Could not reconnect to the meeting', 'lost'],
    ['', 'left'],
    ['something nobody thought of', 'unknown'],
  ])('%s: %s', (text, how) => expect(departureOf(text)).toEqual({ how, text }));
});
