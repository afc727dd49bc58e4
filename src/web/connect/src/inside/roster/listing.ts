import { inListOrder, type Attendee } from '@plenum/meeting';

export type SectionName = 'waiting' | 'hands' | 'people';

/** A line of the roster: a section's heading, or somebody with their place among all who are listed. */
export type Line =
  | { readonly kind: 'heading'; readonly section: SectionName; readonly count: number }
  | { readonly kind: 'person'; readonly person: Attendee; readonly section: SectionName; readonly place: number };

/** Keeps people in order. Speech changes people many times a second and their order hardly ever, so it sorts only when that may change. */
export function createOrder(): (people: readonly Attendee[]) => readonly Attendee[] {
  let keys = new Map<string, string>();
  let order: readonly string[] = [];
  return (people) => {
    const now = new Map(people.map((person) => [person.uuid, keyOf(person)]));
    if (!sameKeys(keys, now)) {
      keys = now;
      order = [...people].sort(inListOrder).map((person) => person.uuid);
    }
    const byUuid = new Map(people.map((person) => [person.uuid, person]));
    return order.flatMap((uuid) => byUuid.get(uuid) ?? []);
  };
}

/** The roster's lines for people in order: who matches the search, under headings where there is more than one section. */
export function linesOf(ordered: readonly Attendee[], search: string): readonly Line[] {
  const wanted = plain(search);
  const found = wanted ? ordered.filter((person) => matches(person, wanted)) : ordered;
  const names: readonly SectionName[] = ['waiting', 'hands', 'people'];
  const sections = names.map((name) => [name, found.filter((person) => sectionOf(person) === name)] as const);
  const headed = sections.filter(([, people]) => people.length > 0).length > 1 || sections.some(([name, people]) => name === 'waiting' && people.length > 0);
  let place = 0;
  return sections.flatMap(([section, people]): Line[] =>
    people.length === 0
      ? []
      : [
          ...(headed ? [{ kind: 'heading', section, count: people.length } as const] : []),
          ...people.map((person) => ({ kind: 'person', person, section, place: ++place }) as const),
        ],
  );
}

export function sectionOf(person: Attendee): SectionName {
  if (person.waiting) return 'waiting';
  return person.buzzTime > 0 ? 'hands' : 'people';
}

function matches(person: Attendee, wanted: string): boolean {
  return plain(person.name).includes(wanted) || plain(person.overlayText).includes(wanted) || plain(person.uri).includes(wanted);
}

/** Without case and accents, so that "zoe" finds Zoë. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}

function keyOf({ waiting, buzzTime, role, name }: Attendee): string {
  return `${Number(waiting)} ${buzzTime} ${role} ${name}`;
}

function sameKeys(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [uuid, key] of b) if (a.get(uuid) !== key) return false;
  return true;
}
