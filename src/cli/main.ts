import path from 'node:path';
import { readArguments } from '#cli/arguments.ts';
import { commandMessages } from '#cli/messages.ts';
import { complain, print } from '#cli/terminal.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { localeOf } from '#platform/i18n/locale.ts';

/** Runs the command line; the words are those after `opora`, the answer is the exit status. */
export async function main(words: readonly string[]): Promise<number> {
  // Whoever reads our output may stop early (`opora parse … | head`): that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') complain(commandMessages(localeOf(process.env)).cannotPrint(error.code ?? ''));
    process.exit(error.code === 'EPIPE' ? undefined : 1);
  });
  const locale = localeOf(process.env);
  const messages = commandMessages(locale);
  const request = readArguments(words);
  // Each command brings its own modules: the cold start pays only for what it uses.
  switch (request.kind) {
    case 'help':
      await print(messages.help);
      return 0;
    case 'version':
      await print(`${await ownVersion()}\n`);
      return 0;
    case 'wrong':
      complain(messages.mistakes[request.mistake](request.word));
      complain(messages.seeHelp);
      return 2;
    case 'parse': {
      const { parseOrders } = await import('#cli/parse-orders.ts');
      return parseOrders(request, locale);
    }
    case 'check': {
      const { checkOrder } = await import('#cli/check-order.ts');
      return checkOrder(request, locale);
    }
    case 'render': {
      const { renderFile } = await import('#cli/papers/render-file.ts');
      return renderFile(request, locale);
    }
    case 'serve': {
      const { serve } = await import('#cli/serve.ts');
      return serve({ ...(await installed(locale)), demonstration: false });
    }
    case 'worker': {
      const { work } = await import('#cli/operations/work.ts');
      return work(await installed(locale));
    }
    case 'migrate': {
      const { migrateOnly } = await import('#cli/operations/migrate-only.ts');
      return migrateOnly(await installed(locale));
    }
    case 'create-administrator': {
      const { createAdministrator } = await import('#cli/operations/create-administrator.ts');
      return createAdministrator(request, await installed(locale));
    }
    case 'backup': {
      const { backup } = await import('#cli/operations/backup.ts');
      return backup(request.file, await installed(locale));
    }
    case 'restore': {
      const { restore } = await import('#cli/operations/restore.ts');
      return restore(request.file, request.to, await installed(locale));
    }
    case 'doctor': {
      const { examine } = await import('#cli/operations/examine.ts');
      return examine(await installed(locale));
    }
    default:
      return request satisfies never;
  }
}

/** What commands of an installation are told: libraries are chosen for production. */
async function installed(locale: Locale): Promise<{ root: string; version: string; locale: Locale }> {
  process.env['NODE_ENV'] ??= 'production';
  return { root: path.resolve(import.meta.dirname, '../..'), version: await ownVersion(), locale };
}

async function ownVersion(): Promise<string> {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  return manifest.version;
}
