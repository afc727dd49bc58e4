/**
 * Tells of exceptions that nobody caught in the app's own scripts. A plugin's faults are the plugin host's to show, so what a
 * stack of theirs is in is not ours; a fault of ours must have one of our built files at its top.
 */
export function watchOwnFaults(found: (fault: unknown) => void, signal: AbortSignal): void {
  window.addEventListener('error', (event) => { if (isOwn(event.error)) found(event.error); }, { signal });
}

const place = /(?:at .*\(|at |@)(https?:\/\/[^)\s]+)/g;

export function isOwn(fault: unknown, origin: string = location.origin): boolean {
  if (!(fault instanceof Error) || !fault.stack) return false;
  const places = [...fault.stack.matchAll(place)].map(([, where]) => where ?? '');
  return places.length > 0 && places.every((where) => where.startsWith(`${origin}/webapp2/assets/`));
}
