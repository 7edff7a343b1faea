import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAPER_FORMATS } from '#features/papers/formats.ts';
import { runOpora } from '#tests/support/run-opora.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const guide = readFileSync(path.join(root, 'docs/guides/render.md'), 'utf8');

describe('the guide to papers tells what the command does', () => {
  test('its example prints what it shows', async () => {
    const folder = await temporaryFolder();
    const [, shown = ''] = guide.split('$ bin/opora parse order.docx --table\n');
    const parsed = await runOpora(['parse', path.join(root, 'tests/fixtures/example/order.txt')]);
    const plan = await folder.write('plan.json', parsed.stdout);
    const paper = path.join(folder.path, 'order.docx');
    expect(await runOpora(['render', plan, '-o', paper])).toMatchObject({ status: 0 });
    const { stdout } = await runOpora(['parse', paper, '--table'], { OPORA_LOCALE: 'ru' });
    expect(stdout.trimEnd()).toBe(shown.split('\n```')[0]);
  });

  test('it names every format', () => {
    const named = Array.from(guide.matchAll(/^\| `([a-z]+)` /gmu), ([, format]) => format);
    expect(named).toEqual([...PAPER_FORMATS]);
  });
});
