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
  /** Nothing of the meeting before is left; who comes back by themselves keeps what was said and seen. */
  reset(returning: boolean): void;
}

/** Who is lost again so soon after coming back is told, rather than sent in circles. */
const patience = 60_000;

export function createEntrance(around: Surroundings): Entrance {
  const { state$ } = around;
  let pexrtc: PexRTC | null = null;
  /** The call that is being left: whoever hears of it may still ask what it was. */
  let parting: PexRTC | null = null;
  let wish: JoinWish | null = null;
  let pinGiven = false;
  let extensionGiven = false;
  let prepared = false;
  let connected = false;
  let synced = false;
  /** Coming back by itself, and when that was last tried. */
  let returning = false;
  let returnedAt = 0;

  const enter = ({ pass, ...asked }: JoinWish) => {
    wish = asked;
    prepared = connected = synced = false;
    around.reset(returning);
    const call = new PexRTC();
    pexrtc = call;
    const mine = <T extends unknown[]>(handler: (...args: T) => void) => (...args: T) => {
      if (pexrtc === call) handler(...args);
    };
    call.call_tag = asked.callTag ?? '';
    call.returns_with = pass ?? null;
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
    if (state$.value.at !== 'entering') state$.next({ at: 'entering' });
    call.makeCall(asked.node ?? '', asked.alias, asked.name, asked.bandwidth ?? null, callTypeOf(asked));
  };

  /** In when the server let us in and said who is there; waiting while it says so of ourselves. */
  const settle = () => {
    if (!connected || !synced) return;
    const { at } = state$.value;
    if (!around.isWaiting()) return void inside();
    if (at === 'waiting' || at === 'left') return;
    prepared = returning = false;
    state$.next({ at: 'waiting', locked: around.room$.value?.locked ?? false });
  };

  /** Inside is told twice: to the interface at once, to plugins when they are loaded. */
  const inside = async () => {
    if (prepared) return;
    prepared = true;
    returning = false;
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
    if (!returning) return state$.next({ at: 'refused', problem: problemOf(reason) });
    returning = false;
    state$.next({ at: 'left', departure: { how: 'lost', text: reason } });
  };

  const ended = (reason: string) => {
    if (parting === pexrtc) return;
    const wasWaiting = state$.value.at === 'waiting';
    const departure = departureOf(reason);
    if (departure.how === 'lost' && wish && !returning && Date.now() - returnedAt > patience) return comeBack(wish, reason);
    returning = false;
    part({ reason });
    state$.next(wasWaiting && departure.how === 'expired' ? { at: 'refused', problem: problemOf(reason) } : { at: 'left', departure });
  };

  /** The server forgot somebody who was away for long, with a laptop that slept perhaps: they want what they wanted. */
  const comeBack = (lost: JoinWish, reason: string) => {
    const again = { ...lost, media: lost.devices?.() ?? lost.media };
    returning = true;
    returnedAt = Date.now();
    // Said first, so that nobody takes the empty room that follows for the meeting.
    state$.next({ at: 'entering' });
    part({ reason });
    enter(again);
  };

  /** The one good-bye of a call that was inside; while it is said the call can still be asked. */
  const part = (payload?: { reason: string }) => {
    parting = pexrtc;
    around.told({ type: actionTypes.DISCONNECT_SUCCESS, ...(payload && { payload }) });
    goodbye();
  };

  const goodbye = () => {
    around.dismiss();
    pexrtc = parting = null;
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
      pinGiven = extensionGiven = returning = false;
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
      if (!pexrtc || pexrtc === parting || state$.value.at === 'left') return;
      returning = false;
      parting = pexrtc;
      pexrtc.disconnect('User initiated disconnect');
      part();
      state$.next({ at: 'left', departure: { how: 'left', text: '' } });
    },
    rejoin() {
      returning = false;
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
