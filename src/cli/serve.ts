import { existsSync } from 'node:fs';
import path from 'node:path';
import { keepWorking } from '#cli/operations/background.ts';
import { failureMessage } from '#cli/operations/failure-message.ts';
import { serveMessages } from '#cli/serve-messages.ts';
import { complain, print } from '#cli/terminal.ts';
import type { Installation } from '#features/installation/open.server.ts';
import { openInstallation } from '#features/installation/open.server.ts';
import { builtPages, checkAddress, servePages } from '#features/installation/pages.server.ts';
import { readSettings } from '#features/installation/settings.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type ServeOptions = {
  /** The folder of the program. */
  readonly root: string;
  readonly version: string;
  readonly locale: Locale;
  readonly demonstration: boolean;
  /** Runs between the opening and the first request: the demonstration loads its region here. */
  readonly prepare?: (installation: Installation) => Promise<void>;
  /** Lines printed after READY. */
  readonly announce?: (installation: Installation) => Promise<readonly string[]>;
};

/** Serves Opora until it is told to stop (SIGTERM, SIGINT); the answer is the exit status. */
export async function serve({
  root,
  version,
  locale,
  demonstration,
  prepare,
  announce,
}: ServeOptions): Promise<number> {
  const messages = serveMessages(locale);
  const read = readSettings(process.env, { root, demonstration });
  if (!read.ok) {
    for (const sentence of read.sentences(locale)) complain(sentence);
    return 2;
  }
  const buildFolder = builtPages(root);
  if (!existsSync(path.join(buildFolder, 'handler.js'))) {
    complain(messages.notBuilt);
    return 1;
  }
  // From the first moment on: a start that is stopped half-way leaves nothing running.
  const stopped = untilStopped();
  let installation: Installation | undefined;
  let stopWorking: (() => Promise<void>) | undefined;
  try {
    await checkAddress(read.config);
    installation = await openInstallation(read.config, root, version, (step) => {
      complain(messages.steps[step]);
    });
    const { embeddedIn } = installation;
    if (embeddedIn !== null && embeddedIn !== read.config.dataFolder) complain(messages.movedTo(embeddedIn));
    await prepare?.(installation);
    const server = await servePages(installation, buildFolder);
    stopWorking = keepWorking(installation);
    await print(`READY ${readyAddress(installation.config.origin, installation.config.port, server.port)}\n`);
    for (const line of (await announce?.(installation)) ?? []) await print(`${line}\n`);
    await stopped;
    complain(messages.stopping);
    await server.close();
    return 0;
  } catch (error) {
    complain(failureMessage(locale, error));
    return 1;
  } finally {
    await stopWorking?.();
    await installation?.close();
  }
}

/** Port 0 asks for any free one: the address named is the one that was given. */
function readyAddress(origin: string, asked: number, given: number): string {
  return asked === 0 ? `http://localhost:${given}` : origin;
}

/** Resolves at the first signal to stop. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
