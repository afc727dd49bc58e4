import { language } from './words.svelte';

/** Dates, times and lists as the language of the moment writes them. */
export const time = (at: Date | number): string => format({ hour: 'numeric', minute: '2-digit' }, at);
export const dayAndTime = (at: Date | number): string => format({ dateStyle: 'medium', timeStyle: 'short' }, at);

export function list(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(items);
}

/** `5 minutes ago`, `yesterday`. */
export function ago(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const steps = [['second', 60], ['minute', 60], ['hour', 24], ['day', 7], ['week', 5], ['month', 12]] as const;
  const relative = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const { value, unit } = steps.reduce<{ value: number; unit: Intl.RelativeTimeFormatUnit; done: boolean }>(
    (so, [unit, size], index) => so.done ? so
      : Math.abs(so.value) < size ? { value: so.value, unit, done: true }
      : { value: Math.trunc(so.value / size), unit: steps[index + 1]?.[0] ?? 'year', done: false },
    { value: seconds, unit: 'second', done: false },
  );
  return relative.format(value, unit);
}

/** `4:05` or `1:04:05`, for how long something has been going on. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function format(options: Intl.DateTimeFormatOptions, at: Date | number): string {
  return new Intl.DateTimeFormat(language(), options).format(at);
}
