import type { Sound } from '../memory/preferences';

interface Note {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds after the beginning. */
  readonly at: number;
  readonly lasts: number;
}

const rising = [523, 659, 784].map((pitch, index): Note => ({ pitch, at: index * 0.22, lasts: 0.3 }));

/** Our sounds are a few soft notes each, so there is nothing to download. */
export const tunes: Readonly<Record<Sound | 'test', readonly Note[]>> = {
  test: rising,
  joined: [{ pitch: 587, at: 0, lasts: 0.14 }, { pitch: 880, at: 0.09, lasts: 0.22 }],
  chat: [{ pitch: 988, at: 0, lasts: 0.12 }],
  hand: [{ pitch: 659, at: 0, lasts: 0.12 }, { pitch: 659, at: 0.16, lasts: 0.12 }, { pitch: 988, at: 0.32, lasts: 0.24 }],
  waiting: [{ pitch: 784, at: 0, lasts: 0.22 }, { pitch: 523, at: 0.2, lasts: 0.34 }],
};

/** Some browsers can send sound to a certain speaker. */
type Routed = AudioContext & { setSinkId?: (id: string) => Promise<void> };

export const canChooseSpeaker = (): boolean => 'setSinkId' in (globalThis.AudioContext?.prototype ?? {});

/** Plays a tune; ends when it has faded, and fails when the speaker cannot be used. */
export async function play(tune: keyof typeof tunes, volume: number, speaker = ''): Promise<void> {
  const context: Routed = new AudioContext();
  try {
    if (speaker && context.setSinkId) await context.setSinkId(speaker);
    // Until somebody has touched the page, browsers keep it silent: then there is nothing to wait for.
    if (context.state === 'suspended') await Promise.race([context.resume(), new Promise((done) => setTimeout(done, 300))]);
    if (context.state !== 'running') return;
    const notes = tunes[tune];
    for (const note of notes) sound(context, note, volume);
    const end = Math.max(...notes.map(({ at, lasts }) => at + lasts));
    await new Promise((done) => setTimeout(done, end * 1000 + 120));
  } finally {
    await context.close();
  }
}

function sound(context: AudioContext, { pitch, at, lasts }: Note, volume: number): void {
  const begin = context.currentTime + at + 0.02;
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: pitch });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(Math.max(0.0001, volume * 0.4), begin + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, begin + lasts);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(begin + lasts + 0.05);
}
