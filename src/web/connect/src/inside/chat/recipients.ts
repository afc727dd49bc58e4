import type { Attendee } from '@plenum/meeting';

export interface Recipient {
  readonly uuid: string;
  readonly name: string;
}

/** Who may be written to alone, by name; the same list again while nobody of them changed. */
export function createRecipients(): (people: readonly Attendee[]) => readonly Recipient[] {
  let before = '';
  let list: readonly Recipient[] = [];
  return (people) => {
    const able = people.filter((one) => !one.me && one.takesDirectMessages && !one.waiting && !one.connecting && !one.isStreaming);
    const now = able.map((one) => `${one.uuid} ${one.name}`).join('\n');
    if (now !== before) {
      before = now;
      list = able.map(({ uuid, name }) => ({ uuid, name })).sort((a, b) => a.name.localeCompare(b.name));
    }
    return list;
  };
}
