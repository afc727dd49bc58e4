/** One block of an event stream. A block without an event is a bookmark: it only says where the reader is. */
export interface Frame {
  readonly event: string;
  readonly data: string;
  readonly id: string | undefined;
}

/** Cuts the text of an event stream into frames, however it arrives in pieces. Comments are not frames. */
export function frameReader(): (piece: string) => Frame[] {
  let rest = '';
  let event = '';
  let id: string | undefined;
  let data: string[] = [];
  const frames: Frame[] = [];

  const end = (): void => {
    if (event || data.length || id !== undefined) frames.push({ event: event || (data.length ? 'message' : ''), data: data.join('\n'), id });
    event = '';
    id = undefined;
    data = [];
  };

  const take = (line: string): void => {
    if (line === '') return end();
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id') id = value;
  };

  return (piece) => {
    // A piece may end between the two halves of a line break.
    const text = rest + piece;
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    rest = lines.pop()! + text.slice(whole.length);
    lines.forEach(take);
    return frames.splice(0);
  };
}
