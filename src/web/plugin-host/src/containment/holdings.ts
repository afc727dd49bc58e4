/** Something that a plugin got and that must be given back: a timer, a listener, a node in the page. */
export interface Holding {
  readonly kind: string;
  release(): void;
  /** Sets it up anew. A source runs once per page, so what it set up while running comes back with the next load. */
  again?(): void;
}

/** All that one plugin holds. */
export interface Holdings {
  /** Takes it down; the returned function is for what the plugin gave back itself. */
  hold(holding: Holding): () => void;
  /** True while the source itself runs, as opposed to `load` and what follows. */
  scripting: boolean;
  /** Gives everything back. */
  release(): void;
  revive(): void;
  /** How many of each kind are held. */
  count(): Readonly<Record<string, number>>;
}

export function createHoldings(): Holdings {
  const held = new Set<Holding>();
  const asleep = new Set<Holding>();
  const fromScript = new WeakSet<Holding>();
  const holdings: Holdings = {
    scripting: false,
    hold(holding) {
      held.add(holding);
      if (holdings.scripting && holding.again) fromScript.add(holding);
      return () => {
        held.delete(holding);
        asleep.delete(holding);
      };
    },
    release() {
      // Releasing may hold anew (a listener that answers to being removed), hence the copy and the second look.
      for (let round = 0; held.size > 0 && round < 3; round++)
        for (const holding of [...held]) {
          held.delete(holding);
          holding.release();
          if (fromScript.has(holding)) asleep.add(holding);
        }
    },
    revive() {
      for (const holding of [...asleep]) {
        asleep.delete(holding);
        held.add(holding);
        holding.again?.();
      }
    },
    count() {
      const kinds: Record<string, number> = {};
      for (const { kind } of held) kinds[kind] = (kinds[kind] ?? 0) + 1;
      return kinds;
    },
  };
  return holdings;
}
