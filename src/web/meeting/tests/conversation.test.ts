import { firstValueFrom, of, Subject } from 'rxjs';
import { describe, expect, test } from 'vitest';
import type { Action } from '../src/actions';
import { createChat } from '../src/chat';
import type { Outcome } from '../src/commands';
import { createConversation } from '../src/conversation';
import { createRoster } from '../src/roster';
import { createTimeline } from '../src/timeline';

/** A conversation whose server answers when the test says so. */
function conversation() {
  const chat = createChat(() => 0);
  const answers: ((outcome: Outcome) => void)[] = [];
  const roster = createRoster(() => null, { came: () => undefined, went: () => undefined, changed: () => undefined });
  const talk = createConversation({
    ask: () => new Promise((answer) => answers.push(answer)), chat, timeline: createTimeline(() => 0), actions$: new Subject<Action>(), roster, me$: of(null),
  });
  const said = async () => (await firstValueFrom(chat.messages$)).map(({ text, state }) => [text, state]);
  const answer = async (outcome: Outcome) => {
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    answers.shift()?.(outcome);
  };
  return { chat, talk, said, answer };
}

const sent: Outcome = { ok: true, result: true };
const lost: Outcome = { ok: false, text: 'The server cannot be reached' };

describe('A message of one’s own', () => {
  test('is being sent until the server has answered', async () => {
    const { talk, said, answer } = conversation();
    const sending = talk.send('Hello');
    await expect.poll(said).toEqual([['Hello', 'sending']]);
    await answer(sent);
    await sending;
    expect(await said()).toEqual([['Hello', 'sent']]);
  });

  test('that is sent again is being sent again, and not said to be sent before it is', async () => {
    const { chat, talk, said, answer } = conversation();
    const first = talk.send('Hello');
    await answer(lost);
    await first;
    expect(await said()).toEqual([['Hello', 'failed']]);

    const [message] = await firstValueFrom(chat.messages$);
    const again = talk.sendAgain(message!);
    expect(await said()).toEqual([['Hello', 'sending']]);
    await answer(lost);
    await again;
    expect(await said()).toEqual([['Hello', 'failed']]);
  });
});

test('What a host says from outside is kept as such', async () => {
  const { chat, talk } = conversation();
  talk.heard({ origin: 'Hanna', uuid: 'h', type: 'text/plain', payload: 'Five more minutes', direct: false, fromOutside: true });
  talk.heard({ origin: 'Gus', uuid: 'g', type: 'text/plain', payload: 'Good', direct: false });
  expect((await firstValueFrom(chat.messages$)).map(({ text, fromOutside }) => [text, fromOutside])).toEqual([['Five more minutes', true], ['Good', undefined]]);
});

describe('What plugins say to each other', () => {
  const between = () => {
    const asked: unknown[] = [];
    const heard: Action[] = [];
    const chat = createChat(() => 0);
    const actions$ = new Subject<Action>();
    actions$.subscribe((action) => heard.push(action));
    const roster = createRoster(() => null, { came: () => undefined, went: () => undefined, changed: () => undefined });
    const talk = createConversation({
      ask: async (path, payload) => (asked.push([path, payload]), sent), chat, timeline: createTimeline(() => 0), actions$, roster, me$: of(null),
    });
    return { asked, heard, chat, talk };
  };

  test('reaches plugins and not the chat', async () => {
    const { heard, chat, talk } = between();
    talk.heard({ origin: 'Ada', uuid: 'a', type: 'application/json', payload: '{"x":1}', direct: false });
    expect(heard).toEqual([{ type: '[Conference] Receive Chat Message', payload: { origin: 'Ada', uuid: 'a', type: 'application/json', payload: '{"x":1}' } }]);
    expect(await firstValueFrom(chat.messages$)).toEqual([]);
  });

  test('is sent as JSON where it is no text, and a text as what one says oneself', async () => {
    const { asked, heard, chat, talk } = between();
    await talk.post({ type: 'application/json', payload: { x: 1 } });
    await talk.post('Hello');
    expect(asked).toEqual([['message', { type: 'application/json', payload: '{"x":1}' }], ['message', { type: 'text/plain', payload: 'Hello' }]]);
    expect(heard).toEqual([{ type: '[Conference] Send Chat Message', payload: 'Hello' }]);
    expect((await firstValueFrom(chat.messages$)).map(({ text }) => text)).toEqual(['Hello']);
  });
});
