import { BehaviorSubject, type Observable, type Subject } from 'rxjs';
import { actionTypes, type Action } from './actions';
import type { Attendee } from './attendee';
import type { Chat, ChatMessage } from './chat';
import type { Ask, Outcome } from './commands';
import type { Roster } from './roster';
import type { Timeline } from './timeline';

/** What goes into the chat from here, and what comes in from others. */
export interface Conversation {
  /** Messages that came while nobody looked. */
  readonly unread$: Observable<number>;
  /** Says whether the chat is in sight, which is when messages count as read. */
  look(inSight: boolean): void;
  /** To everybody, or to one person alone. */
  send(text: string, to?: Attendee): Promise<Outcome>;
  sendAgain(message: ChatMessage): Promise<Outcome>;
  /** What a plugin wishes to be sent: a text, or a payload of whatever type. Only text is shown. */
  post(message: unknown): Promise<Outcome>;
  heard(message: HeardMessage): void;
}

export interface HeardMessage {
  readonly origin: string;
  readonly uuid: string;
  readonly type: string;
  readonly payload: string;
  readonly direct: boolean;
  readonly fromOutside?: true;
}

interface Surroundings {
  readonly ask: Ask;
  readonly chat: Chat;
  readonly timeline: Timeline;
  readonly actions$: Subject<Action>;
  readonly roster: Roster;
  readonly me$: Observable<Attendee | null>;
}

export function createConversation({ ask, chat, timeline, actions$, roster, me$ }: Surroundings): Conversation {
  const unread$ = new BehaviorSubject(0);
  let looking = false;
  let me: Attendee | null = null;
  me$.subscribe((now) => (me = now));

  const deliver = async (message: ChatMessage): Promise<Outcome> => {
    const path = message.to ? `participants/${encodeURIComponent(message.to.uuid)}/message` : 'message';
    const outcome = await ask(path, { type: 'text/plain', payload: message.text });
    chat.settle(message.id, outcome.ok ? 'sent' : 'failed');
    return outcome;
  };

  return {
    unread$: unread$.asObservable(),
    look(inSight) {
      looking = inSight;
      if (inSight) unread$.next(0);
    },
    // Asks before it first waits, so that what a plugin says is put down to the plugin.
    send(text, to) {
      const message = chat.add(
        {
          from: { uuid: me?.uuid ?? '', name: me?.name ?? '' },
          text,
          mine: true,
          to: to ? { uuid: to.uuid, name: to.name } : null,
          direct: to !== undefined,
        },
        'sending',
      );
      actions$.next({ type: actionTypes.SEND_CHAT_MESSAGE, payload: text });
      return deliver(message);
    },
    sendAgain(message) {
      chat.settle(message.id, 'sending');
      return deliver(message);
    },
    post(message) {
      const { type, payload } = messageOf(message);
      return type === 'text/plain' ? this.send(payload) : ask('message', { type, payload });
    },
    heard({ origin, uuid, type, payload, direct, fromOutside }) {
      const name = roster.find(uuid)?.name ?? origin;
      const action: Action = { type: actionTypes.RECEIVE_CHAT_MESSAGE, payload: { payload, origin, uuid, type } };
      // What plugins say to each other is theirs alone.
      if (type !== 'text/plain') return actions$.next(action);
      chat.add({ from: { uuid, name }, text: payload, mine: false, to: null, direct, ...(fromOutside && { fromOutside }) });
      if (!looking) unread$.next(unread$.value + 1);
      timeline.add({ kind: 'message', name, uuid, text: payload }, action);
      actions$.next(action);
    },
  };
}

/** What is no text is sent as the text that it is in JSON. */
export function messageOf(message: unknown): { readonly type: string; readonly payload: string } {
  const fields = typeof message === 'object' && message !== null && 'payload' in message ? (message as { type?: unknown; payload: unknown }) : { payload: message };
  const { payload } = fields;
  return {
    type: typeof fields.type === 'string' ? fields.type : 'text/plain',
    payload: typeof payload === 'object' && payload !== null ? JSON.stringify(payload) : String(payload ?? ''),
  };
}

/** A message that a plugin says came in: shown here and nowhere else. */
export function heardOf(said: unknown): HeardMessage {
  const { origin, uuid } = (typeof said === 'object' && said !== null ? said : {}) as { origin?: unknown; uuid?: unknown };
  return { ...messageOf(said), origin: typeof origin === 'string' ? origin : '', uuid: typeof uuid === 'string' ? uuid : '', direct: false };
}
