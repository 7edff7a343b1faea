import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A route as its files tell it. */
export type Route = {
  /** As SvelteKit names it, groups left out: `/organizations/[id]`. */
  readonly id: string;
  readonly folder: string;
  readonly page: boolean;
  /** Names of form actions; `default` for the one without a name. */
  readonly actions: readonly string[];
  /** Methods of an endpoint: exports, API, sign-out. */
  readonly methods: readonly string[];
};

const ROOT = path.resolve(import.meta.dirname, '../../src/routes');

/** Every route of the product, found in the tree of files: nothing has to be registered to be tested. */
export function everyRoute(folder = ROOT): Route[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => everyRoute(path.join(folder, name)));
  const own = routeIn(folder);
  return own ? [own, ...below] : below;
}

function routeIn(folder: string): Route | null {
  const text = (name: string) => {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  const load = text('+page.server.ts');
  const endpoint = text('+server.ts');
  const page = text('+page.svelte') !== null;
  if (load === null && endpoint === null && !page) return null;
  const parts = path.relative(ROOT, folder).split(path.sep);
  return {
    id: `/${parts.filter((part) => part !== '' && !part.startsWith('(')).join('/')}`,
    folder: path.relative(path.dirname(path.dirname(ROOT)), folder),
    page: page || load !== null,
    actions: actionsOf(load ?? ''),
    methods: [
      ...(endpoint ?? '').matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gu),
    ].map(([, method = '']) => method),
  };
}

/** The properties of the exported `actions`: those that stand one step in. */
function actionsOf(source: string): string[] {
  const [, body = ''] = /export const actions\b[^=]*= \{\n([\s\S]*?)\n\}/u.exec(source) ?? [];
  return [...body.matchAll(/^ {2}(?:async )?(\w+)(?=[:(,])/gmu)].map(([, name = '']) => name);
}
