import type { Answer, Conversation } from './Conversation';
import type { Envelope } from './shapes';

export function envelopeOf(answer: Answer): Envelope {
  return answer.ok ? { status: 'success', result: answer.result } : { status: 'failed', result: textOf(answer.result) };
}

/** Waits for the answer and holds the page up meanwhile: only for those who cannot wait otherwise. */
export function askAndWait(line: Conversation, path: string, method: string, body: unknown, cause: string | undefined): Envelope {
  const request = new XMLHttpRequest();
  request.open(method, line.url(path), false);
  request.setRequestHeader('token', line.token);
  if (cause) request.setRequestHeader('plenum-cause', cause);
  if (body !== undefined) request.setRequestHeader('Content-Type', 'application/json');
  try {
    request.send(body === undefined ? null : JSON.stringify(body));
    const answer: unknown = JSON.parse(request.responseText);
    if (typeof answer === 'object' && answer !== null && 'result' in answer) {
      return { status: request.status < 300 ? 'success' : 'failed', result: answer.result };
    }
    return { status: 'failed', result: request.responseText };
  } catch {
    return { status: 'failed', result: 'The server cannot be reached' };
  }
}

function textOf(result: unknown): string {
  return typeof result === 'string' ? result : JSON.stringify(result);
}
