import { natives } from '@plenum/plugin-host/ground';
import { frameReader } from '@plenum/pexrtc/frames';

export interface Following {
  readonly address: string;
  headers(): Readonly<Record<string, string>> | null;
  unknown(): void;
  /** It stands, for the first time or anew. */
  opened(): void;
  hear(event: string, data: unknown): void;
  readonly signal: AbortSignal;
}

/** The server says something every five seconds, if only a comment. */
const longestSilence = 12_000;
const longestPause = 10_000;

/** Reads a page's event stream, and opens it again whenever it ends. */
export async function follow({ address, headers, unknown, opened, hear, signal }: Following): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    const stood = await once();
    if (stood) attempt = 0;
    await new Promise<void>((over) => natives.setTimeout(over, Math.min(250 * 2 ** attempt, longestPause) * (0.5 + Math.random() / 2)));
  }

  async function once(): Promise<boolean> {
    const proof = headers();
    if (!proof) return false;
    const reading = new AbortController();
    let timer = 0;
    const alive = () => {
      natives.clearTimeout(timer);
      timer = natives.setTimeout(() => reading.abort(), longestSilence);
    };
    let stood = false;
    try {
      alive();
      const response = await natives.fetch(address, { headers: proof, cache: 'no-store', signal: AbortSignal.any([signal, reading.signal]) });
      if (response.status === 401) unknown();
      if (!response.ok || !response.body) return false;
      stood = true;
      opened();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const frames = frameReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        alive();
        for (const { event, data } of frames(piece.value)) hear(event, JSON.parse(data));
      }
    } catch {
      // Cut, silent for too long, or ended by us: it is opened again unless the signal says otherwise.
      return stood;
    } finally {
      natives.clearTimeout(timer);
    }
    return stood;
  }
}
