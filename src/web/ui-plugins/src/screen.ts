/** Something to be read in passing. */
export interface Note {
  readonly title: string;
  /** Plain text with a few tags at most. */
  readonly markup: string;
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  /** In milliseconds; Infinity until somebody takes it away. */
  readonly stays: number;
}

/** Something that goes on, and how far it is. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly status: 'running' | 'success' | 'error';
  /** From 0 to 1; null while nobody knows. */
  readonly progress: number | null;
}

/** What of the page messages and plugins may use: the app and bare pages have one each. */
export interface Screen {
  readonly language: string;
  show(note: Note): { close(): void };
  task(task: Task): void;
  open(address: URL, newTab: boolean): void;
  reload(home: boolean): void;
  navigate(view: string, record: string, parameters: Readonly<Record<string, string>>): void;
  back(): void;
  download(address: URL, name: string): void;
}
