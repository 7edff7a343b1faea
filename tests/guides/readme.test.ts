import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runOpora } from '#tests/support/run-opora.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const EXAMPLE = 'tests/fixtures/example/order.txt';

/** What stands in a page's block below the line `$ bin/opora …`. */
function shownAfter(page: string, command: string): string {
  const [, shown = ''] = page.split(`$ bin/opora ${command}\n`);
  return shown.split('```')[0]?.trimEnd() ?? '';
}

describe.each([
  ['README.md', 'en'],
  ['README.ru.md', 'ru'],
])('%s shows what the program prints', (page, locale) => {
  test.each([`parse ${EXAMPLE} --table`, `check ${EXAMPLE}`])('opora %s', async (command) => {
    const { stdout } = await runOpora(command.split(' '), { OPORA_LOCALE: locale });
    expect(shownAfter(read(page), command)).not.toBe('');
    expect(shownAfter(read(page), command)).toBe(stdout.trimEnd());
  });
});
