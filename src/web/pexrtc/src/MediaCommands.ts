import { BreakoutCommands } from './BreakoutCommands';
import type { Answer, Conversation } from './Conversation';
import { Call, type CallEars, type CallTerms } from './media/Call';
import { listenToMic } from './media/micActivity';
import type { MediaStatistics } from './media/statistics';
import { openDevices, wishOf, type MediaWish } from './media/wish';
import type { TokenBody } from './wire';

/** Sound and pictures of the call. Where the server carries none, the call goes on without, and the page is told why. */
export abstract class MediaCommands extends BreakoutCommands {
  /** Always there from makeCall on; its `pc` only while there is media. */
  call: Call | null = null;
  #seat: TokenBody | undefined;
  #devices: MediaStream | null = null;
  #statistics: MediaStatistics = { incoming: {}, outgoing: {} };
  #checkCode: string | null = null;
  #listening = new AbortController();

  protected abstract get line(): Conversation | undefined;

  protected abstract log(line: string): void;

  /** Ours tells of every picture, also of the one that is shown already. */
  protected get announcesPictures(): boolean {
    return this.#seat?.plenum !== undefined;
  }

  /** Adds sound and pictures to a call that has none; a screen or slides go by their own functions. */
  addCall(callType?: string | null, _flash?: unknown): void {
    if (callType === 'none' || !this.call || !this.#seat) return;
    this.call_type = callType ?? null;
    const seat = this.#seat;
    void this.openMedia().then(async (opened) => {
      const stream = opened ? await this.startMedia(seat) : null;
      if (stream) this.tell(() => this.onConnect?.(stream));
    });
  }

  renegotiate(): void {
    void this.call?.renegotiate();
  }

  /** Hangs up sound and pictures, and stays joined. */
  disconnectCall(): void {
    this.call?.hangUp(true);
    this.closeDevices();
  }

  /** Answers whether one is muted now. Without an argument it turns round. */
  muteAudio(setting?: boolean): boolean {
    this.mutedAudio = setting ?? !this.mutedAudio;
    this.call?.mute('audio', this.mutedAudio);
    this.#watchMic();
    if (this.uuid) void (this.mutedAudio ? this.clientMute() : this.clientUnmute());
    return this.mutedAudio;
  }

  muteVideo(setting?: boolean): boolean {
    this.mutedVideo = setting ?? !this.mutedVideo;
    this.call?.mute('video', this.mutedVideo);
    if (this.uuid) void (this.mutedVideo ? this.videoMuted() : this.videoUnmuted());
    return this.mutedVideo;
  }

  /** As of a moment ago: asking brings the next ones. */
  getMediaStatistics(): MediaStatistics {
    void this.call?.statistics().then((statistics) => { this.#statistics = statistics; });
    return this.#statistics;
  }

  /** Two people who read each other the same code talk over keys that nobody between them holds. Null without media. */
  getSecureCheckCode(): string | null {
    return this.#checkCode;
  }

  /** Whether the call may go on: a device that was wanted and cannot be had ends it before it began. */
  protected async openMedia(): Promise<boolean> {
    const wish = wishOf(this.call_type, this);
    try {
      const stream = wish && (await openDevices(wish, this));
      if (stream !== this.user_media_stream) this.#devices = stream;
      this.call ??= new Call(null);
      this.call.mediaStream = stream;
      this.call.mute('audio', this.mutedAudio);
      this.call.mute('video', this.mutedVideo);
      return true;
    } catch (fault) {
      this.tell(() => this.onError?.(`Could not get access to camera/microphone: ${fault instanceof Error ? fault.message : String(fault)}`));
      return false;
    }
  }

  /** The others' sound and pictures, or where to fetch them, or null. Those who wait outside have none yet. */
  protected async startMedia(seat: TokenBody): Promise<MediaStream | string | null> {
    this.#seat = seat;
    const outside = seat.current_service_type === 'waiting_room';
    // A server that says that it carries none is not asked; one that says nothing is.
    if (seat.plenum?.media === false && this.call_type !== 'none') return outside ? null : this.#without(noMedia);
    if (this.call_type === 'rtmp' || this.call_type === 'stream') return this.#stream(seat);
    const [wish, call, line] = [wishOf(this.call_type, this), this.call, this.line];
    if (!wish || !call || !line || call.pc || outside) return null;
    const whyNot = await call.start(this.#terms(wish, seat), this.#ears(call, line)).catch((fault: unknown) => String(fault));
    if (call !== this.call || line !== this.line) return null;
    return whyNot === null ? call.stream : this.#without(whyNot);
  }

  /** Whether the event was about media. */
  protected hearMedia(event: string, data: unknown): boolean {
    const { sdp, candidate, mid, call_uuid, reason } = (data ?? {}) as Record<string, string | undefined>;
    switch (event) {
      case 'new_offer':
        if (sdp) this.call?.offered(sdp);
        return true;
      case 'update_sdp':
        if (sdp) this.call?.answered(sdp);
        return true;
      case 'new_candidate':
        this.call?.candidate(candidate ?? '', mid ?? '0');
        return true;
      case 'call_disconnected':
        if (call_uuid && call_uuid === this.call?.call_uuid) {
          this.call?.hangUp(false);
          this.tell(() => this.onCallDisconnect?.(reason ?? ''));
          this.#without(reason ?? 'Call disconnected');
        }
        return true;
      case 'peer_disconnect':
        return true;
      default:
        return false;
    }
  }

  /** The stay is over: what we opened is closed, what the page gave us is left alone. */
  protected endMedia(tellServer: boolean): void {
    this.call?.hangUp(tellServer);
    this.closeDevices();
  }

  /** For another place: the devices stay open, the connection does not. */
  protected moveMedia(): void {
    this.call?.hangUp(false);
  }

  protected closeDevices(): void {
    this.#listening.abort();
    this.#devices?.getTracks().forEach((track) => track.stop());
    this.#devices = null;
  }

  /** Sound and pictures that somebody else's player fetches. */
  async #stream(seat: TokenBody): Promise<string | null> {
    const answer = await this.line?.ask(`participants/${seat.participant_uuid}/calls`, {
      body: { call_type: 'RTMP', streaming: this.call_type === 'stream' ? 'yes' : 'no', ...(this.bandwidth_in ? { bandwidth: this.bandwidth_in } : {}) },
    });
    if (answer?.ok) return (answer.result as { readonly secure_url?: string; readonly url: string }).url;
    return answer ? this.#without(String(answer.result)) : null;
  }

  #without(reason: string): null {
    this.log(`Without media: ${reason}`);
    this.tell(() => this.onMediaUnavailable?.(reason));
    return null;
  }

  #terms(wish: MediaWish, seat: TokenBody): CallTerms {
    const offered = seat as TokenBody & { readonly stun?: readonly { readonly url: string }[]; readonly turn?: readonly RTCIceServer[] };
    const own = this.turn_server;
    const stun = this.default_stun ? [this.default_stun] : (offered.stun ?? []).map(({ url }) => url);
    return {
      wish,
      iceServers: [
        ...stun.map((urls) => ({ urls })),
        ...(own ? [{ ...own, urls: typeof own.url === 'string' ? own.url : [...own.url] }] : (offered.turn ?? [])),
      ],
      relayOnly: seat.use_relay_candidates_only,
      trickle: seat.trickle_ice_enabled,
      iceTimeout: this.ice_timeout,
      bandwidthIn: this.bandwidth_in,
    };
  }

  #ears(call: Call, line: Conversation): CallEars {
    return {
      ask: (path, body, attempts): Promise<Answer> =>
        line.ask(`participants/${this.#seat?.participant_uuid}/${path}`, { body, attempts: attempts ?? 1, keepalive: path.endsWith('/disconnect') }),
      connected: (stream) => {
        void codeOf(call).then((code) => { this.#checkCode = code; });
        this.#watchMic();
        this.tell(() => this.onMediaConnected?.(stream));
      },
      restarting: () => this.tell(() => this.onIceRestart?.()),
      gone: (reason) => this.#without(reason),
    };
  }

  #watchMic(): void {
    this.#listening.abort();
    const track = this.call?.mediaStream?.getAudioTracks()[0];
    if (!this.mutedAudio || !track || !this.call?.pc) return;
    this.#listening = new AbortController();
    listenToMic(track, () => this.tell(() => this.onMicActivity?.()), this.#listening.signal);
  }
}

const noMedia = 'This server carries no audio and video';

async function codeOf(call: Call): Promise<string | null> {
  const keys = call.fingerprints();
  if (!keys || typeof crypto === 'undefined' || !crypto.subtle) return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(keys)));
  return [...hash.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('-').toUpperCase();
}
