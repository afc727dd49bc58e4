/** What is left until a moment, as a clock shows it. */
export interface Countdown {
  readonly text: string;
  readonly seconds: number;
  /** The last minute, which deserves to be seen. */
  readonly soon: boolean;
}

/** `endsAt` is in seconds since 1970, as the server says it. */
export function countdown(endsAt: number, now: number): Countdown {
  const seconds = Math.max(0, Math.ceil(endsAt - now / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return { text: hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`, seconds, soon: seconds <= 60 };
}
