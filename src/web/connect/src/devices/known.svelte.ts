/** A microphone, camera or speaker as the browser tells of it; without permission it has no label. */
export interface Device {
  readonly id: string;
  readonly label: string;
}

export interface KnownDevices {
  readonly microphones: readonly Device[];
  readonly cameras: readonly Device[];
  readonly speakers: readonly Device[];
}

/** The devices there are now. `refresh` after a permission was given, since only then they have names. */
export class Known implements KnownDevices {
  microphones: readonly Device[] = $state.raw([]);
  cameras: readonly Device[] = $state.raw([]);
  speakers: readonly Device[] = $state.raw([]);

  async refresh(): Promise<void> {
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    this.microphones = those(all, 'audioinput');
    this.cameras = those(all, 'videoinput');
    this.speakers = those(all, 'audiooutput');
  }

  /** Tells of devices that come and go. */
  follow(signal: AbortSignal, changed: () => void): void {
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.refresh().then(changed), { signal });
  }
}

/** `default` and `communications` are other names for devices that are listed too. */
function those(all: readonly MediaDeviceInfo[], kind: MediaDeviceKind): readonly Device[] {
  return all
    .filter((device) => device.kind === kind && !['', 'default', 'communications'].includes(device.deviceId))
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}
