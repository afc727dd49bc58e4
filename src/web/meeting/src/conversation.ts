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
    heard({ origin, uuid, type, payload, direct, fromOutside }) {
      if (type !== 'text/plain') return;
      const name = roster.find(uuid)?.name ?? origin;
      const action: Action = { type: actionTypes.RECEIVE_CHAT_MESSAGE, payload: { payload, origin, uuid, type } };
      chat.add({ from: { uuid, name }, text: payload, mine: false, to: null, direct, ...(fromOutside && { fromOutside }) });
      if (!looking) unread$.next(unread$.value + 1);
      timeline.add({ kind: 'message', name, uuid, text: payload }, action);
      actions$.next(action);
    },
  };
}
