/** A parsed JSON text that remembers on which line each value stands, so that a mistake can be pointed at. */
export interface LocatedJson {
  readonly value: unknown;
  /** The line of a value by its path, as `plugins.1.srcURL`; of the nearest thing around it where it is missing. */
  lineOf(...path: readonly (string | number)[]): number;
}

/** Not JSON, and where it stops being so. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export function parseLocated(source: string): LocatedJson | JsonMistake {
  const text = source.replace(/^\uFEFF/, '');
  const lines = new Map<string, number>();
  let at = 0;

  const fail = (what: string): never => {
    const before = text.slice(0, at).split('\n');
    throw new Mistaken({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, text: what });
  };
  const blank = () => {
    while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at++;
  };
  const found = () => (at >= text.length ? 'the end of the file' : JSON.stringify(text[at]));
  let line = 1;
  let counted = 0;
  const lineHere = () => {
    for (; counted < at; counted++) if (text[counted] === '\n') line++;
    return line;
  };

  const string = (): string => {
    const start = at++;
    while (text[at] !== '"') {
      if (at >= text.length || text[at] === '\n') return fail('this text has no closing quote');
      at += text[at] === '\\' ? 2 : 1;
    }
    at++;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      return fail('this text has a character that JSON does not allow');
    }
  };

  const members = (close: string, member: () => void) => {
    at++;
    blank();
    if (text[at] === close) return void at++;
    for (;;) {
      blank();
      if (text[at] === close) fail('a comma too many');
      member();
      blank();
      if (text[at] === close) return void at++;
      if (text[at] !== ',') fail(`a comma or ${close} is missing before ${found()}`);
      at++;
    }
  };

  const value = (path: string): unknown => {
    blank();
    lines.set(path, lineHere());
    const first = text[at];
    if (first === '"') return string();
    if (first === '{') {
      const object: Record<string, unknown> = {};
      members('}', () => {
        if (text[at] !== '"') fail(`a name in double quotes is missing before ${found()}`);
        const name = string();
        blank();
        if (text[at] !== ':') fail(`a colon is missing before ${found()}`);
        at++;
        Object.defineProperty(object, name, { value: value(`${path}.${name}`), enumerable: true, writable: true, configurable: true });
      });
      return object;
    }
    if (first === '[') {
      const list: unknown[] = [];
      members(']', () => list.push(value(`${path}.${list.length}`)));
      return list;
    }
    const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/.exec(text.slice(at, at + 64))?.[0];
    if (!word) return fail(`unexpected ${found()}`);
    at += word.length;
    return JSON.parse(word) as unknown;
  };

  try {
    const root = value('');
    blank();
    if (at < text.length) fail(`nothing may follow, but here is ${found()}`);
    return {
      value: root,
      lineOf(...path) {
        for (let length = path.length; ; length--) {
          const known = lines.get(path.slice(0, length).map((part) => `.${part}`).join(''));
          if (known !== undefined || length === 0) return known ?? 1;
        }
      },
    };
  } catch (mistake) {
    if (mistake instanceof Mistaken) return mistake.mistake;
    throw mistake;
  }
}

class Mistaken extends Error {
  constructor(readonly mistake: JsonMistake) {
    super(mistake.text);
  }
}
