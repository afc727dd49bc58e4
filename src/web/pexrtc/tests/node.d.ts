// The few things of Node that these tests use.
declare module 'node:http' {
  export interface IncomingMessage extends AsyncIterable<Uint8Array> {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string | undefined>;
  }
  export interface ServerResponse {
    writeHead(status: number, headers?: Record<string, string>): void;
    write(text: string): void;
    end(text?: string): void;
  }
  export interface Server {
    listen(port: number, host: string, listening: () => void): void;
    address(): { readonly port: number };
    close(): void;
    closeAllConnections(): void;
  }
  export function createServer(listener: (request: IncomingMessage, response: ServerResponse) => void): Server;
}
