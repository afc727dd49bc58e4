import type { Answer } from '../Conversation';
import { backoff } from '../patience';
import { fingerprints, marked } from './sdp';
import { statisticsOf, type MediaStatistics, type Sample } from './statistics';
import type { MediaWish } from './wish';

export interface CallTerms {
  readonly wish: MediaWish;
  readonly iceServers: readonly RTCIceServer[];
  readonly relayOnly: boolean;
  readonly trickle: boolean;
  readonly iceTimeout: number;
  readonly bandwidthIn: number | null;
}

export interface CallEars {
  readonly ask: (path: string, body: unknown, attempts?: number) => Promise<Answer>;
  readonly connected: (stream: MediaStream) => void;
  readonly restarting: () => void;
  /** The call is gone for good, and why; the stay goes on without it. */
  readonly gone: (reason: string) => void;
}

interface CallAnswer {
  readonly call_uuid: string;
  readonly sdp?: string;
  readonly offer_ignored?: boolean;
}

/** Sound and pictures of one stay: one connection with three lines, for sound, video and slides. */
export class Call {
  pc: RTCPeerConnection | null = null;
  call_uuid: string | null = null;
  mutedAudio = false;
  mutedVideo = false;
  /** What the others send. */
  stream: MediaStream | null = null;
  #terms: CallTerms | undefined;
  #ears: CallEars | undefined;
  #candidates: RTCIceCandidate[] = [];
  #work: Promise<unknown> = Promise.resolve();
  #restarts = 0;
  #last: Sample | undefined;
  #slides: MediaStreamTrack | null = null;

  /** `mediaStream` is what we send: kept for the self view even where the server carries no media. */
  constructor(public mediaStream: MediaStream | null) {}

  /** Answers why not, or null. */
  async start(terms: CallTerms, ears: CallEars): Promise<string | null> {
    if (typeof RTCPeerConnection === 'undefined') return 'This browser has no WebRTC';
    this.#terms = terms;
    this.#ears = ears;
    return this.#inTurn(() => this.#dial(terms, ears));
  }

  /** Offers anew what the lines now are; with `iceRestart` over new ways through the network. */
  renegotiate(iceRestart = false): Promise<boolean> {
    return this.#inTurn(() => this.#update(iceRestart));
  }

  /** The slides' line: sends a track, or receives, or rests. */
  slides(track: MediaStreamTrack | null, receive: boolean): Promise<boolean> {
    this.#slides = track;
    return this.#inTurn(async () => {
      const line = this.pc?.getTransceivers()[2];
      if (!line) return false;
      await line.sender.replaceTrack(track);
      line.direction = track ? (receive ? 'sendrecv' : 'sendonly') : receive ? 'recvonly' : 'inactive';
      return this.#update(false);
    });
  }

  get presentation(): MediaStreamTrack | null {
    return this.pc?.getTransceivers()[2]?.receiver.track ?? null;
  }

  mute(kind: 'audio' | 'video', muted: boolean): void {
    if (kind === 'audio') this.mutedAudio = muted;
    else this.mutedVideo = muted;
    for (const track of this.mediaStream?.getTracks() ?? []) if (track.kind === kind) track.enabled = !muted;
  }

  /** The server offers, as it does where two people are connected straight to each other. */
  offered(sdp: string): void {
    void this.#inTurn(async () => {
      if (!this.pc) return;
      if (this.pc.signalingState !== 'stable') await this.pc.setLocalDescription({ type: 'rollback' });
      await this.pc.setRemoteDescription({ type: 'offer', sdp });
      await this.pc.setLocalDescription(await this.pc.createAnswer());
      await this.#say('ack', { sdp: this.pc.localDescription?.sdp, offer_ignored: false });
    });
  }

  answered(sdp: string): void {
    void this.#inTurn(async () => {
      if (this.pc?.signalingState === 'have-local-offer') await this.pc.setRemoteDescription({ type: 'answer', sdp });
    });
  }

  candidate(candidate: string, mid: string): void {
    void this.#inTurn(() => this.pc?.addIceCandidate(candidate ? { candidate, sdpMid: mid } : undefined) ?? Promise.resolve());
  }

  async statistics(): Promise<MediaStatistics> {
    if (!this.pc) return { incoming: {}, outgoing: {} };
    const { statistics, sample } = statisticsOf(await this.pc.getStats(), this.pc.getTransceivers(), this.#last);
    this.#last = sample;
    return statistics;
  }

  fingerprints(): string | null {
    return this.pc ? fingerprints(this.pc) || null : null;
  }

  /** Hangs up; the tracks are whoever's opened them. */
  hangUp(tellServer: boolean): void {
    if (tellServer && this.call_uuid) void this.#say('disconnect', {});
    this.#drop();
    this.#ears = undefined;
  }

  async #dial(terms: CallTerms, ears: CallEars): Promise<string | null> {
    const pc = this.#connection(terms, ears);
    await pc.setLocalDescription(await pc.createOffer());
    if (!terms.trickle) await gathered(pc, terms.iceTimeout);
    const present = terms.wish.slides === 'later' ? {} : { present: terms.wish.slides };
    const answer = await ears.ask('calls', {
      call_type: 'WEBRTC', sdp: marked(pc.localDescription!.sdp, terms.bandwidthIn), media_type: terms.wish.mediaType, fecc_supported: false, ...present,
    });
    if (pc !== this.pc) return 'Hung up';
    if (!answer.ok) {
      this.#drop();
      return String(answer.result);
    }
    const { call_uuid, sdp, offer_ignored } = answer.result as CallAnswer;
    this.call_uuid = call_uuid;
    if (sdp && !offer_ignored) await pc.setRemoteDescription({ type: 'answer', sdp });
    const acknowledged = this.#say('ack', {});
    this.#candidates.splice(0).forEach((candidate) => this.#tellCandidate(candidate));
    await acknowledged;
    return null;
  }

  #connection(terms: CallTerms, ears: CallEars): RTCPeerConnection {
    const pc = (this.pc = new RTCPeerConnection({
      iceServers: [...terms.iceServers], bundlePolicy: 'max-bundle', iceTransportPolicy: terms.relayOnly ? 'relay' : 'all',
    }));
    const streams = this.mediaStream ? [this.mediaStream] : [];
    const line = (kind: 'audio' | 'video', send: boolean, recv: boolean): void => {
      const track = send ? this.mediaStream?.getTracks().find((one) => one.kind === kind) : undefined;
      pc.addTransceiver(track ?? kind, { direction: track ? (recv ? 'sendrecv' : 'sendonly') : recv ? 'recvonly' : 'inactive', streams });
    };
    line('audio', terms.wish.sendAudio, terms.wish.recvAudio);
    line('video', terms.wish.sendVideo, terms.wish.recvVideo);
    pc.addTransceiver(this.#slides ?? 'video', {
      direction: this.#slides ? 'sendonly' : terms.wish.slides === 'receive' ? 'recvonly' : 'inactive',
    });
    const stream = (this.stream = new MediaStream());
    pc.ontrack = ({ track, transceiver }) => {
      if (transceiver !== pc.getTransceivers()[2]) stream.addTrack(track);
    };
    pc.onicecandidate = ({ candidate }) => {
      if (!terms.trickle || !candidate || pc !== this.pc) return;
      if (this.call_uuid) this.#tellCandidate(candidate);
      else this.#candidates.push(candidate);
    };
    pc.onconnectionstatechange = () => {
      if (pc !== this.pc) return;
      if (pc.connectionState === 'connected') {
        this.#restarts = 0;
        ears.connected(stream);
      }
      if (pc.connectionState === 'failed') this.#restart(pc, ears);
    };
    return pc;
  }

  #restart(pc: RTCPeerConnection, ears: CallEars): void {
    const wait = this.#restarts++ ? backoff(this.#restarts) : 0;
    setTimeout(() => {
      if (pc !== this.pc) return;
      ears.restarting();
      void this.renegotiate(true);
    }, wait);
  }

  /** A call that the server knows no more (it was started anew, perhaps) is dialled again. */
  async #update(iceRestart: boolean): Promise<boolean> {
    const [pc, terms, ears] = [this.pc, this.#terms, this.#ears];
    if (!pc || !terms || !ears || !this.call_uuid) return false;
    await pc.setLocalDescription(await pc.createOffer({ iceRestart }));
    if (!terms.trickle) await gathered(pc, terms.iceTimeout);
    const answer = await this.#say('update', { sdp: marked(pc.localDescription!.sdp, terms.bandwidthIn), fecc_supported: false }, 3);
    if (pc !== this.pc) return false;
    const sdp = typeof answer.result === 'string' ? answer.result : (answer.result as CallAnswer | null)?.sdp;
    if (answer.ok && sdp) {
      await pc.setRemoteDescription({ type: 'answer', sdp });
      return true;
    }
    this.#drop();
    const whyNot = await this.#dial(terms, ears);
    if (whyNot !== null) ears.gone(whyNot);
    return whyNot === null;
  }

  #drop(): void {
    const pc = this.pc;
    this.pc = this.call_uuid = this.stream = null;
    this.#candidates = [];
    pc?.close();
  }

  #tellCandidate({ candidate, sdpMid, usernameFragment }: RTCIceCandidate): void {
    void this.#say('new_candidate', { candidate, mid: sdpMid ?? '0', ...(usernameFragment ? { ufrag: usernameFragment } : {}) }, 3);
  }

  #say(verb: string, body: unknown, attempts = 1): Promise<Answer> {
    return this.#ears?.ask(`calls/${this.call_uuid}/${verb}`, body, attempts)
      ?? Promise.resolve({ status: 0, ok: false, result: 'Hung up' });
  }

  /** Offers and answers take turns: two at a time would answer each other's. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(work);
    this.#work = turn.catch(() => undefined);
    return turn;
  }
}

function gathered(pc: RTCPeerConnection, longest: number): Promise<void> {
  return new Promise((resolve) => {
    if (pc.iceGatheringState === 'complete') return resolve();
    setTimeout(resolve, longest);
    pc.addEventListener('icegatheringstatechange', () => pc.iceGatheringState === 'complete' && resolve());
  });
}
