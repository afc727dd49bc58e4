/** What the server wrote into the page: read once, since a page keeps its branding for life. */
export interface Start {
  /** The hash of the page's branding. */
  readonly branding: string;
  /** The languages whose words the branding changes or brings. */
  readonly words: readonly string[];
  /** The page shows a branding that others do not see yet. */
  readonly preview: boolean;
  /** What plugins' scripts must be, by their path in the branding. */
  readonly integrity: Readonly<Record<string, string>>;
}

export function start(): Start {
  try {
    const { branding, words, preview, integrity } = JSON.parse(document.getElementById('plenum-start')?.textContent ?? '{}') as Partial<Start>;
    return { branding: branding ?? '', words: words ?? [], preview: preview ?? false, integrity: integrity ?? {} };
  } catch {
    return { branding: '', words: [], preview: false, integrity: {} };
  }
}
