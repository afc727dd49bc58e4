/** What the server wrote into the page: read once, since a page keeps its branding for life. */
export interface Start {
  /** The hash of the page's branding. */
  readonly branding: string;
  /** The languages whose words the branding changes or brings. */
  readonly words: readonly string[];
  /** The page shows a branding that others do not see yet. */
  readonly preview: boolean;
  /** The branding is a folder that somebody works on. */
  readonly live: boolean;
  /** What plugins' scripts must be, by their path in the branding. */
  readonly integrity: Readonly<Record<string, string>>;
  /** The server whose meetings are joined where a link names none; null for the page's own. */
  readonly node: string | null;
}

export function start(): Start {
  try {
    const { branding, words, preview, live, integrity, node } = JSON.parse(document.getElementById('plenum-start')?.textContent ?? '{}') as Partial<Start>;
    return { branding: branding ?? '', words: words ?? [], preview: preview ?? false, live: live ?? false, integrity: integrity ?? {}, node: node ?? null };
  } catch {
    return { branding: '', words: [], preview: false, live: false, integrity: {}, node: null };
  }
}
