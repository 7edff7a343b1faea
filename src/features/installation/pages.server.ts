import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Config } from '#platform/config/config.ts';
import type { Handler, RunningServer } from '#platform/http/server.ts';
import { checkAddress as checkHttpAddress, serveHttp } from '#platform/http/server.ts';
import type { Services } from '#platform/services.ts';

/** The largest body of a request; routes for files have limits of their own. */
const BODY_LIMIT = '60M';

/**
 * Looks whether the pages could be served at the address of the settings.
 *
 * @throws Obstacle when they could not
 */
export function checkAddress(config: Pick<Config, 'host' | 'port'>): Promise<void> {
  return checkHttpAddress(config);
}

/** Where `npm run build` puts the pages: the newest build (tools/build.mjs). */
export function builtPages(root: string): string {
  return path.join(root, 'build', 'current');
}

type PagesModule = { readonly handler: Handler };

/**
 * Serves the built pages, and `/health` (the process answers), `/ready` (the database answers too) and `/metrics`.
 *
 * @param buildFolder a build of the pages
 */
export async function servePages(services: Services, buildFolder: string): Promise<RunningServer> {
  const { config } = services;
  const origin = new URL(config.origin);
  // The pages learn their own address from headers that only this server sets: forms from other origins are refused.
  Object.assign(process.env, {
    OPORA_KIT_PROTOCOL_HEADER: 'x-opora-protocol',
    OPORA_KIT_HOST_HEADER: 'x-opora-host',
    OPORA_KIT_BODY_SIZE_LIMIT: BODY_LIMIT,
    ...(config.addressHeader === null ? {} : { OPORA_KIT_ADDRESS_HEADER: config.addressHeader }),
  });
  const { handler } = (await import(pathToFileURL(path.join(buildFolder, 'handler.js')).href)) as PagesModule;
  const pages: Handler = (request, response, next) => {
    request.headers['x-opora-protocol'] = origin.protocol.replace(':', '');
    request.headers['x-opora-host'] = origin.host;
    handler(Object.assign(request, { opora: services }), response, next);
  };
  return serveHttp(pages, operatorAnswers(services), config);
}

type Answer = (response: ServerResponse) => Promise<void>;

function operatorAnswers(services: Services): ReadonlyMap<string, Answer> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(
    new Gauge({
      name: 'opora_database_connections',
      help: 'Connections of this process to the database, by what they do',
      labelNames: ['state'],
      registers: [],
      collect() {
        const { totalCount, idleCount, waitingCount } = services.pool;
        this.set({ state: 'busy' }, totalCount - idleCount);
        this.set({ state: 'idle' }, idleCount);
        this.set({ state: 'waited-for' }, waitingCount);
      },
    }),
  );
  return new Map<string, Answer>([
    [
      '/health',
      (response) => {
        answer(response, 200, { status: 'ok', version: services.version });
        return Promise.resolve();
      },
    ],
    [
      '/ready',
      (response) =>
        services.pool.query('select 1').then(
          () => {
            answer(response, 200, { status: 'ready' });
          },
          () => {
            answer(response, 503, { status: 'no database' });
          },
        ),
    ],
    [
      '/metrics',
      async (response) => {
        const text = await registry.metrics();
        response.setHeader('content-type', registry.contentType);
        response.end(text);
      },
    ],
  ]);
}

function answer(response: ServerResponse, status: number, body: Readonly<Record<string, string>>): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify(body));
}
