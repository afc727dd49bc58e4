/** One time that a plugin's code did what it must not. */
export interface Fault {
  readonly plugin: string;
  readonly version: string;
  /** What of it was running: `load`, `action recordConference`, `timer`. */
  readonly entry: string;
  readonly message: string;
  readonly stack: string;
  readonly at: number;
}

const longest = 4000;

/** Anything may be thrown, and describing it must not throw again. */
export function describe(reason: unknown): { readonly message: string; readonly stack: string } {
  try {
    if (reason instanceof Error || (typeof reason === 'object' && reason !== null && 'message' in reason)) {
      const { message, stack, name } = reason as Error;
      return { message: `${name ? `${name}: ` : ''}${String(message)}`.slice(0, 500), stack: String(stack ?? '').slice(0, longest) };
    }
    return { message: (typeof reason === 'string' ? reason : (JSON.stringify(reason) ?? String(reason))).slice(0, 500), stack: '' };
  } catch {
    return { message: 'Something was thrown that cannot be described', stack: '' };
  }
}
