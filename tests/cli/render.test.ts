import { mkdir, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '#domain/orders/plan.ts';
import { pipeIntoOpora, runOpora } from '#tests/support/run-opora.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const EXAMPLE = path.resolve(import.meta.dirname, '../fixtures/example/order.txt');

test('an order is parsed, put on paper and parsed again: the plan is the same', async () => {
  const folder = await temporaryFolder();
  const { stdout } = await runOpora(['parse', EXAMPLE]);
  const plan = await folder.write('plan.json', stdout);
  const paper = path.join(folder.path, 'order.docx');
  expect(await runOpora(['render', plan, '-o', paper])).toEqual({ status: 0, stdout: '', stderr: '' });
  const again = await runOpora(['parse', paper]);
  const values = (json: string): unknown => {
    const { level, territory, order, period, measures } = JSON.parse(json) as Plan;
    const { number, date, issuer, signatory, title } = order;
    const texts = measures.map((measure) => [measure.title, measure.deadline, measure.responsible, measure.result]);
    return { level, territory, order: { number, date, issuer, signatory, title }, period, texts };
  };
  expect(values(again.stdout)).toEqual(values(stdout));
  expect(await readdir(folder.path)).toEqual(['order.docx', 'plan.json']);
});

test('standard input and standard output serve too', async () => {
  const { status, stdout } = await pipeIntoOpora(['render', '-', '--format', 'json', '-o', '-'], '{ "measures": [] }');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'order', measures: [], warnings: [] });
});

test.each([
  ['not json', 'это не JSON'],
  ['[{}]', 'это не план: нужен один объект JSON'],
  ['{}', 'в плане нет «measures»'],
  ['{ "measures": [{ "title": "Семинар" }, { "title": 7 }] }', 'план записан неверно в «measures.1.title»: там 7'],
  ['{ "measures": [{ "title": "Семинар", "section": 2 }] }', 'в «measures.0.section»: там 2'],
  ['{ "measures": [], "order": { "date": "26.03.2024" } }', 'в «order.date»: там 26.03.2024'],
])('%s is refused: %s', async (text, sentence) => {
  const folder = await temporaryFolder();
  const plan = await folder.write('plan.json', text);
  const { status, stderr } = await runOpora(['render', plan, '-o', path.join(folder.path, 'plan.docx')]);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(await readdir(folder.path)).toEqual(['plan.json']);
});

test('a place that cannot be written to is named, and what stood there stays', async () => {
  const folder = await temporaryFolder();
  const plan = await folder.write('plan.json', '{ "measures": [] }');
  await mkdir(path.join(folder.path, 'plan.docx'));
  const english = { OPORA_LOCALE: 'en' };
  const inFolder = await runOpora(['render', plan, '-o', path.join(folder.path, 'plan.docx')], english);
  const nowhere = await runOpora(['render', plan, '-o', path.join(folder.path, 'none/plan.docx')], english);
  expect([inFolder.status, nowhere.status]).toEqual([1, 1]);
  expect(inFolder.stderr).toContain('This is a folder');
  expect(nowhere.stderr).toContain('There is no such folder');
  const older = await folder.write('older.docx', 'older');
  await runOpora(['render', path.join(folder.path, 'missing.json'), '-o', older]);
  expect(await readFile(older, 'utf8')).toBe('older');
});
