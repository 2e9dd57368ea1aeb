import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { AppError } from '../errors.ts';

/** The port, taken before anything slow begins: a port in use is found out at once, and a probe hears how far the start is. */
export interface FrontDoor {
  readonly url: string;
  /** What `GET /readyz` says while the shop is not open. */
  report(line: string): void;
  /** From now on requests and web sockets go to the shop, a server that need not listen itself. */
  open(shop: Server): void;
  close(): Promise<void>;
}

const RETRY_AFTER_S = 2;

/** Throws `AppError` `port_taken` or `port_forbidden`. */
export async function openFrontDoor({ port, host }: { port: number; host: string }): Promise<FrontDoor> {
  let line = 'starting';
  let listener: RequestListener = ({ url = '/' }, response) => answerEarly(url, line, response);
  const server = createServer((request, response) => listener(request, response));
  await listen(server, port, host);
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === 'object' && address ? address.port : port}`,
    report: (latest) => {
      line = latest;
    },
    open: (shop) => {
      listener = (request, response) => void shop.emit('request', request, response);
      server.on('upgrade', (request, socket, head) => void shop.emit('upgrade', request, socket, head));
    },
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Alive, not ready. A browser looks again by itself. */
function answerEarly(url: string, line: string, response: ServerResponse): void {
  const path = url.split('?')[0];
  response.setHeader('Cache-Control', 'no-store');
  if (path === '/healthz') return void response.setHeader('Content-Type', 'application/json').end('{"ok":true}');
  response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': RETRY_AFTER_S, Refresh: RETRY_AFTER_S });
  response.end(
    JSON.stringify(
      path === '/readyz'
        ? { ok: false, notReady: { shop: line } }
        : { error: { code: 'starting', message: 'The shop is opening. Try again in a moment.' } },
    ),
  );
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    // `once` rejects with the error that comes instead.
    const listening = once(server, 'listening');
    server.listen(port, host);
    await listening;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const said = { cause };
    if (code === 'EADDRINUSE')
      throw new AppError(
        'port_taken',
        `port ${port} is taken; stop what uses it or start with --port ${port + 1}`,
        said,
      );
    if (code === 'EACCES')
      throw new AppError('port_forbidden', `port ${port} needs more rights; start with a port above 1023`, said);
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
      throw new AppError('host_unknown', `this machine has no address ${host}; start with another --host`, said);
    throw cause;
  }
}
