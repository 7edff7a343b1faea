import { servePages } from '#features/installation/pages.server.ts';
import type { Services } from '#platform/services.ts';
import { buildPages } from '../../../tools/build.mjs';

export type Answer = { readonly status: number; readonly location: string | null; readonly text: string };

/** Somebody with a browser: keeps cookies, follows no redirect, sends forms as pages do. */
export type Visitor = {
  readonly get: (address: string) => Promise<Answer>;
  readonly post: (address: string, fields?: Readonly<Record<string, string | File>>) => Promise<Answer>;
  readonly hasCookie: (name: RegExp) => boolean;
};

export type ServedPages = { readonly visitor: (userAgent?: string) => Visitor; readonly close: () => Promise<void> };

/** Builds the pages when their sources changed, and serves them in this process at any free port. */
export async function servedPages(services: Services): Promise<ServedPages> {
  const built = buildPages(process.execPath, () => undefined);
  if (!built.ok) throw new Error(built.output);
  const server = await servePages(
    { ...services, config: { ...services.config, host: '127.0.0.1', port: 0 } },
    built.folder,
  );
  const base = `http://127.0.0.1:${server.port}`;
  return { visitor: (userAgent) => aVisitor(base, services.config.origin, userAgent ?? ''), close: server.close };
}

function aVisitor(base: string, origin: string, userAgent: string): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (address: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, base), {
      ...init,
      redirect: 'manual',
      headers: { origin, cookie, 'user-agent': userAgent, accept: 'text/html' },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (value === '' || /max-age=0/iu.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  };
  return {
    get: (address) => ask(address, {}),
    post: (address, fields = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return ask(address, { method: 'POST', body });
    },
    hasCookie: (name) => [...cookies.keys()].some((key) => name.test(key)),
  };
}
