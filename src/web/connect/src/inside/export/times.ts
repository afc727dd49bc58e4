/** A moment as tables hold it: local, sortable, without a zone to stumble over. */
export function stamp(at: number): string {
  const date = new Date(at);
  return `${dayOf(at)} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** How long something took, as h:mm:ss. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A file's name from the meeting's and the day's: letters and figures of any script, nothing that a file system minds. */
export function fileName(meeting: string, what: string, at: number, ending: string): string {
  const clean = [meeting, what].map((part) => part.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}.]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '')).filter((part) => part !== '');
  return `${clean.join('-').slice(0, 120)}-${dayOf(at)}.${ending}`;
}

function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
