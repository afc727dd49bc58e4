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
