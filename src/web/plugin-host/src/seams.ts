import type { Observable } from 'rxjs';
import type { Action, Conference, Participant } from '@plenum/plugin-types';

/** What the host needs of a live call. Plugins get the call itself. */
export interface CallSeen {
  readonly uuid?: string | null;
  sendRequest(path: string, payload: unknown, answered: (answer: unknown) => void, method?: string): unknown;
  /** What is asked within the action is put down to the cause: `plugin/<id>`. */
  withCause<T>(cause: string, action: () => T): T;
}

/** What the host needs of a meeting; the meeting of the app is one of these. */
export interface MeetingSeen {
  readonly participants$: Observable<readonly Participant[]>;
  readonly conferenceDetails$: Observable<Conference>;
  readonly me$: Observable<{ readonly uuid: string; readonly role: 'chair' | 'guest' } | null>;
  readonly actions$: Observable<Action>;
  readonly pexrtc: CallSeen | null;
  readonly conversation: { send(text: string): Promise<unknown> };
  dispatch(action: Action): void;
}

/** The way to scripts on the server and back, for one name that is registered there. */
export interface BackendSeen {
  /** Its settings there, without secrets; empty until the server has told. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Messages in their order, each once; what came before anybody listened comes first. */
  readonly messages$: Observable<object>;
  callback(message: unknown, name: unknown, data?: unknown): Promise<boolean>;
  sendEvent(name: unknown, data?: unknown): Promise<boolean>;
}

/** Null where nobody can be talked to. */
export type Backends = (name: string) => BackendSeen | null;

/** Where plugins' files come from and how their scripts run: the page's own origin and its document. */
export interface Sources {
  /** Null where there is no such file. */
  read(url: string): Promise<string | null>;
  /** Runs a classic script; resolves when it has run, rejects when it cannot be had. */
  run(url: string, claim: (script: HTMLScriptElement) => void): Promise<void>;
  preload(url: string): Promise<void>;
}
