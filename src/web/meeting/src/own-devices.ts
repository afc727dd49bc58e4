import { BehaviorSubject, combineLatest, distinctUntilChanged, map, shareReplay, type Observable } from 'rxjs';
import type { PexRTC } from '@plenum/pexrtc';
import { actionTypes } from './actions';
import type { Attendee } from './attendee';
import type { RoomDetails } from './details';
import type { JoinWish } from './join';

/** One's own microphone and camera: what is meant, and what the meeting was told. */
export interface OwnDevices {
  readonly state$: Observable<DeviceState>;
  muteMicrophone(muted: boolean): void;
  muteCamera(muted: boolean): void;
  begin(wish: JoinWish | null): void;
  /** What was muted while joining and still is, in the names that plugins know. */
  readonly begun: readonly string[];
  end(): void;
}

export interface DeviceState {
  readonly microphoneMuted: boolean;
  readonly cameraMuted: boolean;
  /** A host muted one, and unmuting is not up to oneself. */
  readonly heldMuted: boolean;
}

export function createOwnDevices(live: () => PexRTC | null, me$: Observable<Attendee | null>, room$: Observable<RoomDetails | null>): OwnDevices {
  // What was pressed shows at once; the roster then says the same, or corrects it.
  const wanted$ = new BehaviorSubject<{ microphone: boolean | null; camera: boolean | null }>({ microphone: null, camera: null });
  let me: Attendee | null = null;
  me$.subscribe((now) => {
    const { microphone, camera } = wanted$.value;
    me = now;
    if (!now) return;
    if (now.clientMuted === microphone || now.isVideoMuted === camera)
      wanted$.next({ microphone: now.clientMuted === microphone ? null : microphone, camera: now.isVideoMuted === camera ? null : camera });
  });
  let joining: JoinWish['media'] | null = null;
  const now = (): DeviceState => ({
    microphoneMuted: wanted$.value.microphone ?? me?.clientMuted ?? false,
    cameraMuted: wanted$.value.camera ?? me?.isVideoMuted ?? false,
    heldMuted: false,
  });
  return {
    state$: combineLatest([wanted$, me$, room$]).pipe(
      map(([, self, room]) => ({ ...now(), heldMuted: (self?.muted ?? false) && self?.role === 'guest' && !(room?.guestsCanUnmute ?? true) })),
      distinctUntilChanged((a, b) => a.microphoneMuted === b.microphoneMuted && a.cameraMuted === b.cameraMuted && a.heldMuted === b.heldMuted),
      shareReplay(1),
    ),
    // Asked twice for the same, it does nothing: plugins ask on every tick of the roster.
    muteMicrophone(muted) {
      if (now().microphoneMuted === muted) return;
      wanted$.next({ ...wanted$.value, microphone: muted });
      live()?.muteAudio(muted);
    },
    muteCamera(muted) {
      if (now().cameraMuted === muted) return;
      wanted$.next({ ...wanted$.value, camera: muted });
      live()?.muteVideo(muted);
    },
    begin(wish) {
      joining = wish?.media ?? null;
      if (wish?.media.muteMicrophone) this.muteMicrophone(true);
      if (wish?.media.muteCamera) this.muteCamera(true);
    },
    get begun() {
      const { microphoneMuted, cameraMuted } = now();
      return [
        ...(joining?.muteMicrophone && microphoneMuted ? [actionTypes.MUTE_MICROPHONE] : []),
        ...(joining?.muteCamera && cameraMuted ? [actionTypes.MUTE_CAMERA] : []),
      ];
    },
    end() {
      wanted$.next({ microphone: null, camera: null });
    },
  };
}
