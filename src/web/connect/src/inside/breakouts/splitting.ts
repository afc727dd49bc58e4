/** Deals people to rooms so that no two rooms differ by more than one, in the order given. */
export function dealtEvenly<T>(people: readonly T[], rooms: number): readonly (readonly T[])[] {
  const dealt: T[][] = Array.from({ length: Math.max(0, rooms) }, () => []);
  if (dealt.length === 0) return dealt;
  people.forEach((person, index) => dealt[index % dealt.length]?.push(person));
  return dealt;
}

/** The same in an order left to chance; `chance` gives numbers from 0 up to but without 1. */
export function dealtByChance<T>(people: readonly T[], rooms: number, chance: () => number = Math.random): readonly (readonly T[])[] {
  const shuffled = [...people];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    const held = shuffled[last] as T;
    shuffled[last] = shuffled[other] as T;
    shuffled[other] = held;
  }
  return dealtEvenly(shuffled, rooms);
}
