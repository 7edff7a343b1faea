/**
 * Serves the baselines: the folder of a bare SvelteKit build, or without one a bare `node:http` with the rows of the list.
 * `BARE_DATABASE` is how to connect. Answers are compressed as ours are.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { Handler } from '#platform/http/server.ts';
import { serveHttp } from '#platform/http/server.ts';

const folder = process.argv[2];
const handler = folder === undefined ? plainHandler() : await kitHandler(folder);
const { port } = await serveHttp(handler, new Map(), { host: '127.0.0.1', port: 0 });
process.stdout.write(`READY http://127.0.0.1:${String(port)}\n`);

async function kitHandler(build: string): Promise<Handler> {
  const module = (await import(pathToFileURL(path.join(build, 'handler.js')).href)) as { readonly handler: Handler };
  return module.handler;
}

function plainHandler(): Handler {
  const pool = new pg.Pool({ ...(JSON.parse(process.env['BARE_DATABASE'] ?? '{}') as pg.PoolConfig), max: 20 });
  return (_request, response) => {
    void pool
      .query<Record<string, string | null>>(
        `select o.id::text, o.kind, o.short_name, o.official_name, o.oo_code, o.head_name, o.settlement, m.short_name as municipality
        from organization o left join organization m on m.id = o.municipality_id
        order by o.short_name collate "ru-x-icu", o.id limit 50`,
      )
      .then(({ rows }) => {
        const cells = rows.map(
          (row) =>
            `<tr>${Object.values(row)
              .map((value) => `<td>${value ?? ''}</td>`)
              .join('')}</tr>`,
        );
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(`<!doctype html><h1>Организации</h1><table>${cells.join('')}</table>`);
      });
  };
}
