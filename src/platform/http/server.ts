import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type RunningServer = {
  readonly port: number;
  /** Takes no new requests, lets the running ones end (for 10 s at most), and ends. */
  readonly close: () => Promise<void>;
};

/** Quality 4 costs a third of a millisecond for a page of ours; the default of 11 is made for files. */
const BROTLI_QUALITY = 4;
const LAST_REQUESTS_MS = 10_000;
/** What every answer says unless it says otherwise; the content policy is that of the pages (vite.config.ts). */
const USUAL_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // Pages hold what one person may see: no proxy keeps them.
  'cache-control': 'private, no-cache',
};

/**
 * Serves HTTP: answers are compressed, and operators' questions come before the pages.
 *
 * @param answers exact paths that are answered without the pages: health, readiness, metrics
 * @throws Error with the code EADDRINUSE when the port is taken
 */
export async function serveHttp(
  pages: Handler,
  answers: ReadonlyMap<string, (response: ServerResponse) => Promise<void>>,
  address: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const compress = compression({
    threshold: 512,
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  }) as unknown as Handler;
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(USUAL_HEADERS)) response.setHeader(name, value);
    const answer = answers.get(request.url ?? '');
    if (answer) {
      void answer(response);
      return;
    }
    compress(request, response, () => {
      pages(request, response, () => {
        response.statusCode = 404;
        response.end();
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address.host, port: address.port }, resolve);
  });
  const listening = server.address();
  return {
    port: typeof listening === 'object' && listening ? listening.port : address.port,
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => {
      server.closeAllConnections();
    }, LAST_REQUESTS_MS);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}
