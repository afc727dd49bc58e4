/** Something in a plugin's files or in what it does that its author would want to know. It stops nothing by itself. */
export interface PluginProblem {
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
  /** What the server's checker says has one; an error is what keeps something from working. */
  readonly severity?: 'error' | 'warning';
}

/** Notes problems about one file; the same one is noted once. */
export interface Notes {
  note(text: string, line?: number): void;
  readonly all: readonly PluginProblem[];
}

export function notesOn(file: string): Notes {
  const all: PluginProblem[] = [];
  return {
    all,
    note(text, line) {
      if (!all.some((known) => known.text === text && known.line === line)) all.push({ text, file, ...(line !== undefined && { line }) });
    },
  };
}
