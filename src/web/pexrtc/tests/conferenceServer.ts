import { createServer, type ServerResponse } from 'node:http';
import { afterEach, vi } from 'vitest';

// A machine that does much else at the time is slow, not wrong.
vi.setConfig({ testTimeout: 20_000 });

export function until(holds: () => unknown): Promise<void> {
  return vi.waitFor(async () => void (await holds()), { timeout: 15_000, interval: 10 });
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string | undefined>;
  readonly body: unknown;
}

type Reply = { readonly status: number; readonly result: unknown; readonly text?: string; readonly plenum?: unknown };
type Answer = (asked: Asked) => Reply | undefined;

export const success = (result: unknown = true): Reply => ({ status: 200, result });
export const failed = (status: number, result: unknown): Reply => ({ status, result });

export const conferenceId = '0b1c7a4e-6a33-4f0f-8f0a-1d5a7e1f0001';

/** What request_token answers. */
export const seat = {
  token: 'token-1', expires: '120', participant_uuid: 'me', version: { version_id: '36', pseudo_version: '36.0.0' },
  role: 'HOST', display_name: 'Ann', current_service_type: 'conference', service_type: 'conference',
  conference_name: 'Demo', chat_enabled: true, plenum: { conference_id: conferenceId },
};

export interface ConferenceServer {
  readonly url: string;
  readonly asked: Asked[];
  readonly streams: { readonly query: URLSearchParams; readonly token: string | undefined; send(event: string, data: unknown, id?: string): void; raw(text: string): void; end(): void }[];
  /** The last word on a path; without one everything succeeds. */
  answer(path: string, answer: Answer): void;
  paths(): string[];
  /** Ends everything that is open, as a restart would. */
  cut(): void;
}

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** A real HTTP server that speaks as much of the client API as a test tells it to. */
export async function conferenceServer(): Promise<ConferenceServer> {
  const answers = new Map<string, Answer>([['request_token', () => success(seat)], ['refresh_token', () => success({ token: 'token-2', expires: '120', role: 'HOST' })]]);
  const asked: Asked[] = [];
  const streams: ConferenceServer['streams'] = [];
  const server = createServer((request, response) => void (async () => {
    const url = new URL(request.url ?? '', 'http://x');
    const path = url.pathname.split('/').slice(6).join('/');
    let text = '';
    for await (const piece of request) text += new TextDecoder().decode(piece);
    const entry: Asked = { method: request.method ?? 'GET', path, query: url.searchParams, headers: request.headers as Record<string, string | undefined>, body: text ? JSON.parse(text) : undefined };
    asked.push(entry);
    const reply = answers.get(path)?.(entry);
    if (path === 'events' && !reply) return void streams.push(streamOf(response, entry));
    const { status, result, text: plain, plenum } = reply ?? success();
    response.writeHead(status, { 'Content-Type': plain === undefined ? 'application/json' : 'text/plain' });
    response.end(status === 204 ? undefined : (plain ?? JSON.stringify({ status: status === 200 ? 'success' : 'failed', result, plenum })));
  })());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(() => { server.close(); server.closeAllConnections(); });
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    asked,
    streams,
    answer: (path, answer) => void answers.set(path, answer),
    paths: () => asked.map((one) => one.path),
    cut: () => server.closeAllConnections(),
  };
}

function streamOf(response: ServerResponse, { query, headers }: Asked): ConferenceServer['streams'][number] {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(': here\n\n');
  return {
    query,
    token: headers['token'],
    send: (event, data, id) => response.write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    raw: (text) => response.write(text),
    end: () => response.end(),
  };
}
