// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { arrive, takeProof, wishes } from '../src/joining/routing.svelte';
import { comeBack, signedIn } from '../src/joining/session.svelte';
import { keepTrip, proofIn, takeTrip, tripNumber, wayBack, type Trip } from '../src/joining/trip';

const number = 'a1';
const trip: Trip = { number, alias: 'weekly', name: 'Typed', withMedia: false, pin: '1234' };
const back = (token: string, of: string = number): string => `/webapp2/conference/weekly?colour=red#sso_token=${token}&sso_name=Ada%20L&sso_trip=${of}`;

function open(path: string): void {
  history.replaceState(null, '', path);
  arrive();
  comeBack();
}

beforeEach(() => sessionStorage.clear());

describe('Coming back from signing in', () => {
  test('goes on by itself, with what was asked for before, and leaves the address clean', () => {
    keepTrip(trip);
    open(back('tok'));
    expect(location.href).toMatch(/\/webapp2\/conference\/weekly\?colour=red$/);
    expect(wishes()).toEqual({ name: 'Typed', join: true, withoutMedia: true, pin: '1234' });
    expect(signedIn('weekly')).toEqual({ alias: 'weekly', token: 'tok', name: 'Ada L' });
    expect([signedIn('other'), sessionStorage.length, takeProof()]).toEqual([null, 0, null]);
  });

  test.each([['somebody else’s trip', 'tok', 'b2'], ['no proof', 'none', number]])('with %s signs nobody in and joins nothing', (_, token, of) => {
    open('/webapp2/conference/other');
    keepTrip(trip);
    open(back(token, of));
    expect(location.hash).toBe('');
    expect([wishes().join, wishes().pin]).toEqual([false, '1234']);
  });

  test('by a link that somebody made, without having gone, is no sign-in', () => {
    open(back('tok'));
    expect([location.hash, wishes().join, wishes().pin]).toEqual(['', false, undefined]);
  });
});

describe('The way back', () => {
  const here = new URL('https://meet.example/webapp2/conference/weekly?a=1#old');

  test('has the places for the proof behind the #, where they reach no server', () => {
    const way = new URL(wayBack(here, 'weekly', number));
    expect(way.href.split('#')[0]).toBe('https://meet.example/webapp2/conference/weekly?a=1');
    expect(proofIn(way)).toEqual({ number, token: '__pexip-sso-token__', name: '__plenum-sso-name__' });
  });

  test('leaves a query out that is too long', () => {
    const long = new URL(`https://meet.example/webapp2/conference/weekly?a=${'x'.repeat(3000)}`);
    expect(wayBack(long, 'weekly', number)).toMatch(/^https:\/\/meet\.example\/webapp2\/conference\/weekly#sso_token/);
  });

  test('is told from other ways by a number that nobody guesses', () => {
    expect(tripNumber()).toMatch(/^[0-9a-f]{32}$/);
    expect(tripNumber()).not.toBe(tripNumber());
  });

  test('is not found by what somebody else wrote into the tab', () => {
    sessionStorage.setItem('plenum.trip', '{"number":1,"alias":null}');
    expect(takeTrip()).toBeNull();
  });
});
