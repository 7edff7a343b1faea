import { readArguments } from '#cli/arguments.ts';
import { commandMessages } from '#cli/messages.ts';
import { complain, print } from '#cli/terminal.ts';
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
    default:
      return request satisfies never;
  }
}

async function ownVersion(): Promise<string> {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  return manifest.version;
}
