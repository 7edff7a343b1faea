import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkOrder } from '#cli/check-order.ts';
import { parseOrders } from '#cli/parse-orders.ts';
import type { Plan } from '#domain/orders/plan.ts';
import type { OrderReading } from '#features/orders/read-order.server.ts';

const { readOrder } = vi.hoisted(() => ({
  readOrder: vi.fn<(bytes: Uint8Array, name: string, options: object) => Promise<OrderReading>>(),
}));
vi.mock('#features/orders/read-order.server.ts', () => ({ readOrder }));

const plan: Plan = {
  file: 'приказ.txt',
  level: null,
  territory: null,
  kind: 'roadmap',
  order: { number: null, date: null, issuer: null, signatory: null, title: null },
  period: null,
  columns: [],
  sections: [],
  measures: [],
  indicators: [],
  abbreviations: {},
  people: [],
  goals: [],
  tasks: [],
  schools: [],
  basis: [],
  warnings: [{ measure: null, code: 'unplaced-text', words: 'до особого распоряжения' }],
};

let folder: string;
let stdout = '';
let stderr = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'opora-test-'));
  await writeFile(path.join(folder, 'приказ.txt'), 'План');
  await writeFile(path.join(folder, 'скан.pdf'), 'Скан');
  await writeFile(path.join(folder, 'слова.json'), '{ "organizations": ["ЦОКО"] }');
  [stdout, stderr] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text: unknown, ...rest: unknown[]) => {
    stdout += String(text);
    const taken = rest.at(-1);
    if (typeof taken === 'function') (taken as () => void)();
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  readOrder.mockImplementation((_bytes, name) =>
    Promise.resolve(
      name === 'скан.pdf'
        ? { ok: false, error: { code: 'scanned-without-text', details: {} } }
        : { ok: true, plan: { ...plan, file: name } },
    ),
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

function parse(names: readonly string[], options: { output?: 'json' | 'table'; dictionary?: string } = {}) {
  const { output = 'json', dictionary } = options;
  const files = names.map((name) => path.join(folder, name));
  const words = dictionary === undefined ? null : path.join(folder, dictionary);
  return parseOrders({ kind: 'parse', files, output, dictionary: words }, 'ru');
}

test('one file gives one object, in which warnings speak', async () => {
  expect(await parse(['приказ.txt'])).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    ...plan,
    warnings: [
      {
        measure: null,
        code: 'unplaced-text',
        words: 'до особого распоряжения',
        message: 'Слова таблицы не отнесены ни к одному полю: «до особого распоряжения»',
      },
    ],
  });
  expect(stderr).toBe('');
});

test('several files give an array in their order, whatever becomes of one of them', async () => {
  expect(await parse(['скан.pdf', 'приказ.txt', 'нет.docx'])).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { file: 'скан.pdf', code: 'scanned-without-text', error: expect.stringMatching(/OCR/u) as string },
    { file: 'приказ.txt', measures: [] },
    { file: 'нет.docx', code: 'missing' },
  ]);
  expect(stderr.match(/^opora: .*$/gmu)).toHaveLength(2);
});

test('one bad file leaves standard output empty', async () => {
  expect(await parse(['скан.pdf'])).toBe(1);
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: expect.stringContaining('Это скан') as string });
});

test('a defect of the program in one file does not take the others with it', async () => {
  readOrder.mockRejectedValueOnce(new TypeError('x is undefined'));
  expect(await parse(['приказ.txt', 'приказ.txt'])).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([{ code: 'defect' }, { file: 'приказ.txt', kind: 'roadmap' }]);
  expect(stderr).toContain('сообщите о ней: TypeError: x is undefined');
});

test('a table is printed for the files that gave a plan', async () => {
  expect(await parse(['скан.pdf', 'приказ.txt'], { output: 'table' })).toBe(1);
  expect(stdout).toMatch(/^\s*приказ\.txt\nдорожная карта\n/u);
});

test('the dictionary goes to the reader', async () => {
  await parse(['приказ.txt'], { dictionary: 'слова.json' });
  expect(readOrder.mock.lastCall?.slice(1)).toEqual([
    'приказ.txt',
    { dictionary: { abbreviations: {}, organizations: ['ЦОКО'] } },
  ]);
});

test('findings are printed with a sentence, as lines or as JSON', async () => {
  const measure = {
    seq: 3,
    number: '2.1',
    section: null,
    title: 'Семинар для педагогов по работе с текстом',
    deadlineText: null,
    deadline: { kind: 'none', from: null, to: null, months: [], onRequest: false, byAgreement: false },
    responsible: ['ЦОКО'],
    result: 'Не менее 2 семинаров',
    targets: [],
    publication: 'Сайт',
    source: {},
    confidence: {},
  } as const;
  readOrder.mockResolvedValue({ ok: true, plan: { ...plan, measures: [measure] } });
  const request = { kind: 'check', file: path.join(folder, 'приказ.txt'), dictionary: null } as const;
  expect(await checkOrder({ ...request, output: 'lines' }, 'ru')).toBe(0);
  expect(stdout).toContain('Мероприятие 2.1: Сокращение нигде не расшифровано: «ЦОКО» [undefined-abbreviation]\n');
  stdout = '';
  expect(await checkOrder({ ...request, output: 'json' }, 'en')).toBe(0);
  const printed = JSON.parse(stdout) as { file: string; findings: object[] };
  expect(printed.file).toBe('приказ.txt');
  expect(printed.findings).toContainEqual({
    measure: 3,
    code: 'undefined-abbreviation',
    message: 'An abbreviation is explained nowhere: «ЦОКО»',
  });
});
