import type { Answer, Conversation } from './Conversation';
import { backoff, pause } from './patience';
import type { TokenBody } from './wire';

export type PinStatus = 'none' | 'optional' | 'required';

export interface IdentityProvider {
  readonly name: string;
  readonly uuid: string;
  readonly img?: string;
  readonly disable_popup_flow?: boolean;
}

/** What came of asking to be let in. */
export type Reception =
  | { readonly kind: 'in'; readonly token: TokenBody }
  | { readonly kind: 'pin'; readonly status: PinStatus }
  | { readonly kind: 'extension'; readonly type: string }
  | { readonly kind: 'idp'; readonly choices: readonly IdentityProvider[] }
  | { readonly kind: 'redirect'; readonly url: string; readonly idp: IdentityProvider }
  | { readonly kind: 'no'; readonly reason: string };

export interface Newcomer {
  readonly body: Record<string, unknown>;
  readonly pin?: string | undefined;
}

/** The refusals of the 403 family: each names what is missing by a key of its own. */
interface Missing {
  readonly pin?: string;
  readonly guest_pin?: string;
  readonly conference_extension?: string;
  readonly conference_extension_type?: string;
  readonly idp?: readonly IdentityProvider[];
  readonly redirect_url?: string;
  readonly redirect_idp?: IdentityProvider;
}

export async function knock(line: Conversation, newcomer: Newcomer): Promise<Reception> {
  const headers: Record<string, string> = newcomer.pin === undefined ? {} : { pin: newcomer.pin };
  for (let attempt = 0; ; attempt++) {
    const answer = await line.ask('request_token', { headers, body: newcomer.body });
    // Nobody was seated when the server had no room, and a ticket seats one person once: no second self is left behind.
    const again = answer.status === 503 || (answer.status === 0 && 'token' in newcomer.body);
    if (again && attempt < 4 && !line.signal.aborted) {
      await pause(backoff(attempt + 1), line.signal);
      continue;
    }
    return understand(answer);
  }
}

function understand(answer: Answer): Reception {
  if (answer.ok) return { kind: 'in', token: answer.result as TokenBody };
  if (typeof answer.result !== 'object' || answer.result === null) return { kind: 'no', reason: answer.departed ?? String(answer.result) };
  const missing = answer.result as Missing;
  if (missing.redirect_url && missing.redirect_idp) return { kind: 'redirect', url: missing.redirect_url, idp: missing.redirect_idp };
  if (missing.idp) return { kind: 'idp', choices: missing.idp };
  if (missing.conference_extension) return { kind: 'extension', type: missing.conference_extension_type ?? missing.conference_extension };
  if (missing.pin) return { kind: 'pin', status: missing.guest_pin === 'required' ? 'required' : 'optional' };
  return { kind: 'no', reason: `Unexpected Response: ${answer.status}` };
}
