import { originOf } from './address';
import type { Conversation } from './Conversation';
import type { Newcomer, Reception } from './entrance';
import { passOn } from './events';
import type { Frame } from './frames';
import { blame, pagePlace } from './page';
import { PresentationCommands } from './PresentationCommands';
import { askAndWait, envelopeOf } from './requests';
import { Roster } from './Roster';
import { hearRoster } from './rosterEvents';
import type { Answered, CallType, Envelope } from './shapes';
import { mayBeRepeated } from './slots';
import { Visit, type Host } from './Visit';
import type { ParticipantBody, ReasonBody, ReferBody, StatusBody, TokenBody } from './wire';

/** One call to one conference, and the interface that plugins and pages know by this name. */
export class PexRTC extends PresentationCommands {
  static {
    // Plugins find the call by this name, whatever a minifier makes of it.
    Object.defineProperty(this, 'name', { value: 'PexRTC', configurable: true });
  }

  #visit: Visit | undefined;
  #roster = new Roster();
  #newcomer: Record<string, unknown> = {};
  /** The stay that is being left for another: what becomes of it is nobody's concern any more. */
  #moving: Visit | undefined;

  readonly #host: Host = {
    hear: (visit, frame) => visit === this.#visit && this.#hear(visit, frame),
    renewed: (visit, { token, role, plenum }) => {
      if (visit !== this.#visit) return;
      this.token = token;
      this.pass = plenum?.pass ?? null;
      this.#becomes(role);
    },
    connection: (visit, state) => visit === this.#visit && visit !== this.#moving && this.tell(() => this.onConnectionState?.(state)),
    over: (visit, reason) => {
      visit.end();
      if (visit !== this.#moving) this.#over(visit, reason);
    },
    log: (line) => this.log(line),
  };

  makeCall(node: string | null, conference: string, name: string, bandwidth?: number | null, callType?: CallType): void {
    this.#leave('User initiated disconnect');
    this.forget();
    this.call = null;
    this.#roster = new Roster();
    this.rosterList = this.#roster.list;
    this.node = node || (pagePlace()?.host ?? null);
    this.conference = conference;
    this.display_name = name;
    this.call_type = callType ?? null;
    this.bandwidth_in ??= bandwidth ?? null;
    this.bandwidth_out ??= bandwidth ?? null;
    this.state = 'CONNECTING';
    this.#newcomer = {
      display_name: name,
      ...(this.call_tag ? { call_tag: this.call_tag } : {}),
      ...(this.follows_breakouts ? { follows_breakouts: true } : {}),
      ...(this.returns_with ? { pass: this.returns_with } : {}),
      ...(this.sso_redirect_target ? { sso_redirect_target: this.sso_redirect_target } : {}),
      ...(this.registration_token ? { registration_token: this.registration_token } : {}),
    };
    const visit = (this.#visit = new Visit(originOf(node, pagePlace()), conference, this.#host, this.maker));
    const ticket = this.oneTimeToken;
    this.oneTimeToken = this.returns_with = null;
    void this.openMedia().then((opened) => {
      if (visit !== this.#visit) return;
      if (!opened) return this.#leave('Could not get access to camera/microphone');
      void this.#knock(visit, { body: ticket ? { token: ticket } : {} }, (token) => {
        this.sit(token);
        this.tell(() => this.onSetup?.(this.#self, 'none'));
      });
    });
  }

  /** Goes on after `onSetup`, and again after a wrong PIN. */
  connect(pin?: string | null, extension?: string | null, idp?: string | null, ssoToken?: string | null): void {
    const visit = this.#visit;
    if (!visit) return this.tell(() => this.onError?.('Call makeCall before connect'));
    if (visit.seat) return void this.#join(visit);
    // Kept, since whoever is led on may be asked for a PIN next.
    this.#newcomer = {
      ...this.#newcomer,
      ...(extension ? { conference_extension: extension } : {}),
      ...(idp ? { chosen_idp: idp } : {}),
      ...(ssoToken ? { sso_token: ssoToken } : {}),
    };
    // To join as a guest is an answer to the question for a PIN, so it is not given before that was asked.
    const shown = pin || (this.pin_status === 'none' ? undefined : 'none');
    void this.#knock(visit, { body: {}, pin: shown }, (token) => {
      this.sit(token);
      void this.#join(visit);
    });
  }

  disconnect(reason = 'User initiated disconnect', _referral?: boolean): void {
    this.#leave(reason);
  }

  /** Whatever the API offers. With `false` for a callback it waits, and holds up the page meanwhile. */
  sendRequest(request: string, params: unknown, cb: false, method?: string): Envelope;
  sendRequest(request: string, params?: unknown, cb?: Answered | null, method?: string | null, retries?: number | null, timeout?: number | null): Promise<Envelope>;
  sendRequest(
    request: string, params?: unknown, cb?: Answered | null | false, method?: string | null, retries?: number | null, timeout?: number | null,
  ): Envelope | Promise<Envelope> {
    if (cb !== false) return this.#ask(request, params ?? undefined, cb ?? undefined, method || 'POST', retries, timeout);
    if (!this.#visit) return notInACall;
    return askAndWait(this.#visit.line, request, method || 'POST', params ?? undefined, this.because);
  }

  getVersion(): string | null {
    return this.version;
  }

  protected get line(): Conversation | undefined {
    return this.#visit?.line;
  }

  protected command(path: string, body?: unknown, cb?: Answered, method = 'POST'): Promise<Envelope> {
    return this.#ask(path, body, cb, method);
  }

  protected tell(other: () => void): void {
    try {
      other();
    } catch (fault) {
      blame(fault);
    }
  }

  async #ask(path: string, body: unknown, cb: Answered | undefined, method: string, retries?: number | null, timeout?: number | null): Promise<Envelope> {
    const attempts = 1 + (retries ?? (method === 'GET' || mayBeRepeated(path) ? 5 : 0));
    const answer = this.#visit
      ? envelopeOf(await this.#visit.line.ask(path, { method, body, attempts, cause: this.because, ...(timeout ? { timeout } : {}) }))
      : notInACall;
    this.tell(() => cb?.(answer));
    return answer;
  }

  async #knock(visit: Visit, newcomer: Newcomer, seated: (token: TokenBody) => void): Promise<void> {
    const reception = await visit.knock({ ...newcomer, body: { ...this.#newcomer, ...newcomer.body } });
    if (visit !== this.#visit) return;
    if (reception.kind === 'in') seated(reception.token);
    else this.#needs(reception);
  }

  #needs(missing: Exclude<Reception, { kind: 'in' }>): void {
    switch (missing.kind) {
      case 'pin':
        this.pin_status = missing.status;
        return this.tell(() => this.onSetup?.(this.#self, missing.status));
      case 'extension':
        return this.tell(() => this.onSetup?.(this.#self, this.pin_status, missing.type));
      case 'idp':
        return this.tell(() => this.onSetup?.(this.#self, this.pin_status, null, missing.choices));
      case 'redirect':
        return this.tell(() => this.onAuth?.(missing.url, missing.idp));
      case 'no':
        this.log(`Not let in: ${missing.reason}`);
        return this.tell(() => this.onError?.(missing.reason));
      default:
        missing satisfies never;
    }
  }

  async #join(visit: Visit): Promise<void> {
    const status = await visit.line.ask('conference_status', { method: 'GET', attempts: 5 });
    if (visit !== this.#visit) return;
    if (status.ok) this.tell(() => this.onConferenceUpdate?.(status.result as StatusBody));
    const stands = visit.listen();
    this.event_source = visit.stream;
    await stands;
    if (visit !== this.#visit || visit.over) return;
    this.state = 'ACTIVE';
    this.log('Joined');
    // Said before joining, or in the place that we come from.
    if (this.mutedAudio) void this.clientMute();
    if (this.mutedVideo) void this.videoMuted();
    const stream = await this.startMedia({ ...visit.seat!, current_service_type: this.current_service_type ?? '' });
    if (visit === this.#visit) this.tell(() => this.onConnect?.(stream));
  }

  #hear(visit: Visit, frame: Frame): void {
    const data: unknown = frame.data ? JSON.parse(frame.data) : null;
    if (hearRoster(this, this.#roster, (other) => this.tell(other), frame.event, data)) return this.#look(data);
    switch (frame.event) {
      case 'conference_update':
        return this.#update(data as StatusBody);
      case 'disconnect':
        return this.#over(visit, (data as ReasonBody).reason);
      case 'refer':
        return void this.#follow(visit, data as ReferBody);
      case 'refresh_token':
        return void visit.refresh();
      case 'presentation_frame':
        return this.hearPicture(frame.id);
    }
    if (this.hearMedia(frame.event, data)) return;
    this.hearPresenter(frame.event, data);
    this.tell(() => passOn(this, frame.event, data));
  }

  /** What the roster says of ourselves. */
  #look(data: unknown): void {
    const me = data as Partial<ParticipantBody> | null;
    if (!me || me.uuid !== this.uuid || !me.role) return;
    const seat = this.#visit?.seat;
    if (seat && me.service_type && me.service_type !== this.current_service_type) {
      this.current_service_type = me.service_type;
      // Let in from outside: now there is a meeting to hear.
      if (this.state === 'ACTIVE') void this.startMedia({ ...seat, current_service_type: me.service_type });
    }
    this.#becomes(me.role === 'chair' ? 'HOST' : 'GUEST');
  }

  #becomes(role: string): void {
    if (role === this.role) return;
    this.role = role;
    this.tell(() => this.onRoleUpdate?.(role));
  }

  #update(status: StatusBody): void {
    this.chat_enabled = status.chat_enabled ?? this.chat_enabled;
    this.guests_can_present = status.guests_can_present ?? this.guests_can_present;
    this.tell(() => this.onConferenceUpdate?.(status));
  }

  /** The old place is given up only when the new one is had; a ticket that fails leaves us where we are. */
  async #follow(from: Visit, refer: ReferBody): Promise<void> {
    this.tell(() => this.onCallTransfer?.(refer.alias));
    this.#moving = from;
    const visit = new Visit(from.origin, refer.alias, this.#host, this.maker);
    const reception = await visit.knock({ body: { ...this.#newcomer, call_tag: refer.call_tag ?? this.call_tag, token: refer.token } });
    this.#moving = undefined;
    if (from !== this.#visit) return visit.leave('Transfer');
    if (reception.kind !== 'in') {
      visit.end();
      if (from.over) this.#over(from, 'transfer failed');
      else this.tell(() => this.onTransferFailed?.(refer.alias));
      return this.log(`The transfer came to nothing: ${reception.kind === 'no' ? reception.reason : reception.kind}`);
    }
    const role = this.role;
    const same = reception.token.participant_uuid === this.uuid;
    this.stopShowing('Transfer', false);
    this.moveMedia();
    this.#visit = visit;
    if (same) from.end();
    else from.leave('Transfer');
    this.conference = refer.alias;
    this.sit(reception.token);
    if (this.role && role !== this.role) this.tell(() => this.onRoleUpdate?.(this.role!));
    await this.#join(visit);
  }

  #leave(reason: string): void {
    this.stopShowing(reason, false);
    this.endMedia(true);
    this.#visit?.leave(reason);
    this.#visit = undefined;
    this.rest();
  }

  get #self(): MediaStream | null {
    return this.call?.mediaStream ?? null;
  }

  #over(visit: Visit, reason: string): void {
    visit.end();
    if (visit !== this.#visit) return;
    this.#visit = undefined;
    const joined = this.state === 'ACTIVE';
    this.endMedia(false);
    this.rest();
    this.log(`Over: ${reason}`);
    this.tell(() => (joined ? this.onDisconnect?.(reason) : this.onError?.(reason)));
  }

  protected log(line: string): void {
    this.tell(() => this.onLog?.(line));
  }
}

const notInACall: Envelope = { status: 'failed', result: 'Not in a call' };
