import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeServices } from '#features/installation/open.server.ts';
import { readSettings } from '#features/installation/settings.server.ts';
import type { Services } from '#platform/services.ts';
import type { TestDatabase } from '#tests/support/database.ts';

/** The services of an installation over a test's database; letters are kept in a folder of their own. */
export function servicesOver(
  { address }: TestDatabase,
  settings: Readonly<Record<string, string>> = {},
): Services & { readonly close: () => Promise<void> } {
  const folder = mkdtempSync(path.join(tmpdir(), 'opora-running-'));
  const environment = { OPORA_DATA: folder, LOG_LEVEL: 'silent', ...settings };
  const read = readSettings(environment, { root: folder, demonstration: false });
  if (!read.ok) throw new Error(read.sentences('en').join(' '));
  const services = makeServices(read.config, address, 'test');
  return {
    ...services,
    close: async () => {
      services.mailer.close();
      await services.database.destroy();
    },
  };
}

/** The letters that went out so far, the oldest first, as text. */
export function lettersOf({ config }: Services): string[] {
  const outbox = path.join(config.dataFolder, 'outbox');
  if (!existsSync(outbox)) return [];
  return readdirSync(outbox)
    .toSorted()
    .map((file) => textOf(readFileSync(path.join(outbox, file), 'utf8')));
}

/** The token of the link in a letter. */
export function tokenIn(letter: string): string {
  return /\/password\/([\w-]+)/u.exec(letter)?.[1] ?? '';
}

function textOf(message: string): string {
  const at = message.indexOf('\n\n');
  const head = message.slice(0, at);
  const body = message.slice(at + 2);
  if (/^content-transfer-encoding: base64/imu.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString()}`;
  const bytes = body
    .replaceAll(/=\n/gu, '')
    .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, 'latin1').toString()}`;
}
