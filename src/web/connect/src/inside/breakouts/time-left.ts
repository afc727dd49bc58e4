/** What is left until a moment, in whole seconds, never below nothing; times of the server are in seconds. */
export function secondsLeft(endsAt: number, now: number): number;
export function secondsLeft(endsAt: number | null, now: number): number | null;
export function secondsLeft(endsAt: number | null, now: number): number | null {
  return endsAt === null ? null : Math.max(0, Math.ceil(endsAt - now / 1000));
}

/** 0:07, 12:34 or 1:02:03. */
export function clock(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
