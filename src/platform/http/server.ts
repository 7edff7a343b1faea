import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { ObstacleCode } from '#platform/obstacle.ts';
import { codeOf, Obstacle } from '#platform/obstacle.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type RunningServer = {
  readonly port: number;
  /** Takes no new requests, lets the running ones end (for 10 s at most), and ends. */
  readonly close: () => Promise<void>;
};

type Address = { readonly host: string; readonly port: number };

const LISTENING_OBSTACLES: Readonly<Record<string, ObstacleCode>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-closed',
  EADDRNOTAVAIL: 'host-elsewhere',
  ENOTFOUND: 'host-elsewhere',
  EAI_AGAIN: 'host-elsewhere',
};
const WHO_IS_THERE_MS = 2_000;
/** How `/health` of Opora begins. */
const HEALTH_OF_OPORA = /^\{"status":"ok","version":/u;
/** Quality 4 costs a third of a millisecond for a page of ours; the default of 11 is made for files. */
const BROTLI_QUALITY = 4;
/** 2^17 bytes look back over any page of ours; the default of 2^22 takes several megabytes for each answer under way. */
const BROTLI_WINDOW = 17;
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
 * @throws Obstacle when nothing can listen at that address
 */
export async function serveHttp(
  pages: Handler,
  answers: ReadonlyMap<string, (response: ServerResponse) => Promise<void>>,
  address: Address,
): Promise<RunningServer> {
  const compress = compression({
    threshold: 512,
    brotli: {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
      },
    },
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
  await listen(server, address);
  const listening = server.address();
  return {
    port: typeof listening === 'object' && listening ? listening.port : address.port,
    close: () => closeServer(server),
  };
}

/**
 * Looks whether a server could listen at the address, so that a start that cannot end well does not begin.
 *
 * @throws Obstacle when it could not
 */
export async function checkAddress(address: Address): Promise<void> {
  const server = createServer();
  await listen(server, address);
  await closeServer(server);
}

async function listen(server: Server, { host, port }: Address): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, resolve);
    });
  } catch (error) {
    const obstacle = LISTENING_OBSTACLES[codeOf(error)];
    if (obstacle === undefined) throw error;
    const isOurs = obstacle === 'port-taken' && (await isOpora({ host, port }));
    throw new Obstacle(
      isOurs ? 'already-running' : obstacle,
      obstacle === 'host-elsewhere' ? host : String(port),
      error,
    );
  }
}

/** Whether what holds the port answers as Opora does. */
async function isOpora({ host, port }: Address): Promise<boolean> {
  try {
    const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/health`, {
      signal: AbortSignal.timeout(WHO_IS_THERE_MS),
    });
    return HEALTH_OF_OPORA.test(await answer.text());
  } catch {
    return false;
  }
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
