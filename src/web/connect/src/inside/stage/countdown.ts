import { clock, secondsLeft } from '../breakouts/time-left';

/** What is left until a moment, as a clock shows it. */
export interface Countdown {
  readonly text: string;
  readonly seconds: number;
  /** The last minute, which deserves to be seen. */
  readonly soon: boolean;
}

/** `endsAt` is in seconds since 1970, as the server says it. */
export function countdown(endsAt: number, now: number): Countdown {
  const seconds = secondsLeft(endsAt, now);
  return { text: clock(seconds), seconds, soon: seconds <= 60 };
}
