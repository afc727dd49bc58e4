import type { BehaviorSubject } from 'rxjs';
import { PexRTC, type CallType } from '@plenum/pexrtc';
import { actionTypes, type Action } from './actions';
import type { RoomDetails } from './details';
import type { JoinWish } from './join';
import { departureOf, problemOf } from './problems';
import type { Roster } from './roster';
import type { Connection, IdentityProvider, MeetingState } from './state';

/** The way in and out: asks for PINs, waits, enters, follows transfers, and ends in exactly one good-bye. */
export interface Entrance {
  readonly pexrtc: PexRTC | null;
  readonly wish: JoinWish | null;
  join(wish: JoinWish): void;
  givePin(pin: string): void;
  giveExtension(extension: string): void;
  /** Goes on to where one signs in; the state then says where that is. */
  signInAt(provider: string): void;
  leave(): void;
  rejoin(): void;
}

interface Surroundings {
  readonly state$: BehaviorSubject<MeetingState>;
  readonly connection$: BehaviorSubject<Connection>;
  readonly room$: BehaviorSubject<RoomDetails | null>;
  readonly roster: Roster;
  /** What the server last said of ourselves. */
  isWaiting(): boolean;
  prepare(): Promise<void>;
  dismiss(): void;
  told(action: Action): void;
  attach(pexrtc: PexRTC): void;
  reset(): void;
}

export function createEntrance(around: Surroundings): Entrance {
  const { state$ } = around;
  let pexrtc: PexRTC | null = null;
  let wish: JoinWish | null = null;
  let pinGiven = false;
  let extensionGiven = false;
  let prepared = false;
  let connected = false;
  let synced = false;

  const enter = (asked: JoinWish) => {
    wish = asked;
    prepared = connected = synced = false;
    around.reset();
    const call = new PexRTC();
    pexrtc = call;
    const mine = <T extends unknown[]>(handler: (...args: T) => void) => (...args: T) => {
      if (pexrtc === call) handler(...args);
    };
    call.call_tag = asked.callTag ?? '';
    call.follows_breakouts = true;
    call.audio_source = asked.media.microphone ?? false;
    call.video_source = asked.media.camera ?? false;
    call.sso_redirect_target = asked.returnTo ?? null;
    if (asked.media.stream) call.user_media_stream = asked.media.stream;
    around.attach(call);
    let shown = false;
    call.onSetup = mine((_stream: unknown, pinStatus: string | undefined, extension: unknown, providers?: readonly IdentityProvider[] | null) => {
      if (providers?.length) {
        if (!asked.ssoToken || shown) return state$.next({ at: 'sign-in', providers });
        shown = true;
        return call.connect(asked.pin ?? null, asked.extension ?? null, null, asked.ssoToken);
      }
      if (extension && !asked.extension) return state$.next({ at: 'extension', wrong: extensionGiven });
      const needsPin = pinStatus === 'required' || pinStatus === 'optional';
      if (needsPin && asked.pin === undefined) return state$.next({ at: 'pin', guestPin: pinStatus === 'required', wrong: pinGiven });
      call.connect(asked.pin ?? null, asked.extension ?? null);
    });
    call.onAuth = mine((url: string, provider: IdentityProvider) => state$.next({ at: 'signing-in', url, provider }));
    call.onConnect = mine(() => {
      connected = true;
      settle();
    });
    const endSync = call.onSyncEnd;
    call.onSyncEnd = mine(() => {
      endSync?.();
      synced = true;
      settle();
    });
    call.onError = mine((reason: string) => refused(reason));
    call.onDisconnect = mine((reason: string) => ended(reason));
    call.onCallTransfer = mine((alias: string) => {
      prepared = connected = synced = false;
      state$.next({ at: 'transferring', to: alias });
    });
    call.onTransferFailed = mine(() => {
      // Nothing changed, so nothing is announced again.
      prepared = connected = synced = true;
      state$.next({ at: 'inside' });
    });
    state$.next({ at: 'entering' });
    call.makeCall(asked.node ?? '', asked.alias, asked.name, asked.bandwidth ?? null, callTypeOf(asked));
  };

  /** In when the server let us in and said who is there; waiting while it says so of ourselves. */
  const settle = () => {
    if (!connected || !synced) return;
    const { at } = state$.value;
    if (!around.isWaiting()) return void inside();
    if (at === 'waiting' || at === 'left') return;
    prepared = false;
    state$.next({ at: 'waiting', locked: around.room$.value?.locked ?? false });
  };

  /** Inside is told twice: to the interface at once, to plugins when they are loaded. */
  const inside = async () => {
    if (prepared) return;
    prepared = true;
    const call = pexrtc;
    if (call && wish && call.conference && call.conference !== wish.alias) wish = elsewhere(wish, call.conference);
    if (wish) wish = unproven(wish);
    around.roster.settle();
    state$.next({ at: 'inside' });
    around.told({ type: actionTypes.SET_SELF_UUID, payload: call?.uuid });
    await around.prepare();
    if (call !== pexrtc || !call || !wish) return;
    around.told({
      type: actionTypes.CONNECT_SUCCESS,
      payload: { alias: call.conference || wish.alias, displayName: call.display_name, joinRole: call.role, serviceType: call.service_type },
    });
  };

  const refused = (reason: string) => {
    if (!wish) return;
    if (/invalid pin/i.test(reason) && state$.value.at === 'entering') {
      pinGiven = wish.pin !== 'none';
      const { pin: _wrong, ...again } = wish;
      return enter(again);
    }
    around.told({ type: actionTypes.CONNECT_FAIL, payload: { msg: reason } });
    if (state$.value.at === 'inside') return ended(reason);
    goodbye();
    wish = unproven(wish);
    state$.next({ at: 'refused', problem: problemOf(reason) });
  };

  const ended = (reason: string) => {
    const wasWaiting = state$.value.at === 'waiting';
    goodbye();
    around.told({ type: actionTypes.DISCONNECT_SUCCESS, payload: { reason } });
    const departure = departureOf(reason);
    state$.next(wasWaiting && departure.how === 'expired' ? { at: 'refused', problem: problemOf(reason) } : { at: 'left', departure });
  };

  const goodbye = () => {
    around.dismiss();
    pexrtc = null;
    around.connection$.next({ state: 'connected' });
  };

  around.roster.attendees$.subscribe(settle);

  return {
    get pexrtc() {
      return pexrtc;
    },
    get wish() {
      return wish;
    },
    join(asked) {
      pinGiven = extensionGiven = false;
      enter(asked);
    },
    givePin(pin) {
      if (wish) enter({ ...wish, pin });
    },
    giveExtension(extension) {
      extensionGiven = true;
      if (wish) enter({ ...wish, extension });
    },
    signInAt(provider) {
      if (state$.value.at !== 'sign-in' || !pexrtc) return;
      state$.next({ at: 'entering' });
      pexrtc.connect(null, wish?.extension ?? null, provider);
    },
    leave() {
      const call = pexrtc;
      if (!call || state$.value.at === 'left') return;
      const departing = wish;
      goodbye();
      call.disconnect('User initiated disconnect');
      if (!departing) return;
      around.told({ type: actionTypes.DISCONNECT_SUCCESS });
      state$.next({ at: 'left', departure: { how: 'left', text: '' } });
    },
    rejoin() {
      if (wish) enter(wish);
    },
  };
}

/** A proof is good once: whoever comes again signs in again. */
function unproven({ ssoToken: _used, ...wish }: JoinWish): JoinWish {
  return wish;
}

/** After a transfer one is at home in the other conference, whose PIN was never asked for. */
function elsewhere({ pin: _pin, extension: _extension, ...wish }: JoinWish, alias: string): JoinWish {
  return { ...wish, alias };
}

function callTypeOf({ media }: JoinWish): CallType {
  // Whoever has one device still hears and sees everybody.
  return media.camera !== null || media.microphone !== null ? undefined : 'none';
}
