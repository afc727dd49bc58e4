import { BehaviorSubject, type Observable } from 'rxjs';

/** One message as shown; `to` is set where it was meant for one person alone. */
export interface ChatMessage {
  readonly id: number;
  readonly at: number;
  readonly from: { readonly uuid: string; readonly name: string };
  readonly text: string;
  readonly mine: boolean;
  readonly to: { readonly uuid: string; readonly name: string } | null;
  readonly direct: boolean;
  /** A host said it into this breakout room from elsewhere. */
  readonly fromOutside?: true;
  readonly state: 'sent' | 'sending' | 'failed';
}

/** The conversation of the room, own messages among them since the server does not echo them, bounded so that a long day stays light. */
export interface Chat {
  readonly messages$: Observable<readonly ChatMessage[]>;
  add(message: Omit<ChatMessage, 'id' | 'at' | 'state'>, state?: ChatMessage['state']): ChatMessage;
  settle(id: number, state: ChatMessage['state']): void;
  forget(id: number): void;
  clear(): void;
}

const most = 2000;

export function createChat(now: () => number = Date.now): Chat {
  const messages$ = new BehaviorSubject<readonly ChatMessage[]>([]);
  let last = 0;
  return {
    messages$,
    add(message, state = 'sent') {
      const added: ChatMessage = { ...message, id: ++last, at: now(), state };
      messages$.next([...messages$.value, added].slice(-most));
      return added;
    },
    settle(id, state) {
      messages$.next(messages$.value.map((message) => (message.id === id ? { ...message, state } : message)));
    },
    forget(id) {
      messages$.next(messages$.value.filter((message) => message.id !== id));
    },
    clear: () => messages$.next([]),
  };
}
