import { truncate } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { measureOpora, type Measured } from '../support/measured-opora.ts';
import { runOpora, type Ended } from '../support/run-opora.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SECONDS = 10;
const MEGABYTES = 500;
/** On the clock, for a machine busy with other tests. */
const PATIENCE = 120_000;

const HEAD = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'];
const MEASURE = ['Семинар для учителей', 'март 2025', 'ИРО', 'Проведено не менее 5 семинаров'];
const ENTITIES = '<!DOCTYPE x [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
const PLAIN =
  'Приказ от 14.02.2025 № 87-од\nПлан мероприятий на 2025 год\n\n' +
  `${HEAD.join('\t')}\n1\t${MEASURE.join('\t')}\n2\t${MEASURE.join('\t')}\n`;

function zip(parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 1 = 1): Uint8Array {
  const files = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level });
}

const wordText = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function word(body: string): string {
  return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
}

function wordTable(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc>${wordText(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

function manyRows(count: number): (readonly string[])[] {
  return [HEAD, ...Array.from({ length: count }, (_, index) => [String(index + 1), ...MEASURE])];
}

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const sheet = rows
    .map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
    .join('');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationships><Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  return zip({
    '_rels/.rels': relation('a', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="План" sheetId="1" r:id="b"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relation('b', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

/** A compound file, as old Word files and encrypted new ones are, with a stream of this name. */
function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 1024);
  return bytes;
}

const wholeWord = zip({ 'word/document.xml': word(wordTable(manyRows(20))) });

async function parse(name: string, content: string | Uint8Array): Promise<Ended> {
  const folder = await temporaryFolder();
  return runOpora(['parse', await folder.write(name, content)]);
}

function expectRefused({ status, stdout, stderr }: Ended, sentence: string): void {
  expect(stderr).toContain(sentence);
  expect({ status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 1, stdout: '', lines: 1 });
}

function expectModest({ seconds, megabytes }: Measured): void {
  expect(seconds).toBeLessThan(SECONDS);
  expect(megabytes ?? 0).toBeLessThan(MEGABYTES);
}

describe('a file that is no document any more is refused in one sentence:', () => {
  test.each<[string, Uint8Array, string]>([
    ['под паролем.docx', compoundFile('EncryptedPackage'), 'Файл защищён паролем'],
    ['старый.doc', compoundFile('WordDocument'), 'сохраните как DOCX'],
    ['обрезан.docx', wholeWord.subarray(0, wholeWord.length / 2), 'Файл повреждён или загружен не полностью'],
    ['картинка.docx', Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), 'Это изображение, а не документ'],
    [
      'пустая таблица.docx',
      zip({
        'word/document.xml': word(
          wordTable([
            ['', ''],
            ['', ''],
          ]),
        ),
      }),
      'не найден план',
    ],
    ['сущности.docx', zip({ 'word/document.xml': ENTITIES + word(wordText('&b;&c;')) }), 'сущности XML'],
    ['сущности.odt', zip({ 'content.xml': `${ENTITIES}<x>&b;&c;</x>` }), 'сущности XML'],
    ['сущности.xlsx', zip({ 'xl/workbook.xml': `${ENTITIES}<workbook>&b;</workbook>` }), 'сущности XML'],
    ['нули.txt', Buffer.alloc(100_000), 'Файл пуст'],
  ])(
    '%s',
    async (name, content, sentence) => {
      expectRefused(await parse(name, content), sentence);
    },
    PATIENCE,
  );
});

describe('a file made to exhaust the machine is refused within its limits:', () => {
  test.each<[string, () => string | Uint8Array, string]>([
    ['бомба.docx', () => zip({ 'word/document.xml': Buffer.alloc(150_000_000, ' ') }), 'недопустимо большой объём'],
    [
      'много абзацев.docx',
      () => zip({ 'word/document.xml': word(wordText('март').repeat(1_400_000)) }),
      'слишком велик',
    ],
    ['много строк.docx', () => zip({ 'word/document.xml': word(wordTable(manyRows(50_000))) }), 'слишком много строк'],
    ['много строк.xlsx', () => workbook(manyRows(50_000)), 'слишком много строк'],
    ['глубина.html', () => `<html>${'<div>'.repeat(300_000)}`, 'Файл устроен слишком сложно'],
    ['одна строка.txt', () => 'Семинар март 2025 ИРО '.repeat(1_000_000), 'слишком велик'],
  ])(
    '%s',
    async (name, content, sentence) => {
      const folder = await temporaryFolder();
      const measured = await measureOpora(['parse', await folder.write(name, content())], folder);
      expectRefused(measured, sentence);
      expectModest(measured);
    },
    PATIENCE,
  );

  test(
    'a file of 200 MB is not even opened',
    async () => {
      const folder = await temporaryFolder();
      const file = await folder.write('большой.docx', 'PK\u0003\u0004');
      await truncate(file, 200_000_000);
      const measured = await measureOpora(['parse', file], folder);
      expectRefused(measured, 'Файл слишком велик (предел 50 МБ)');
      expectModest(measured);
      expect(measured.megabytes ?? 0).toBeLessThan(200);
    },
    PATIENCE,
  );
});

/** A PDF of one page that draws object 4, with more objects behind it; streams come as dictionary and bytes. */
function pdf(...objects: readonly (string | readonly [dictionary: string, bytes: Uint8Array])[]): Uint8Array {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
    ...objects,
  ];
  const parts = all.flatMap((object, index) => {
    const begins = Buffer.from(`${String(index + 1)} 0 obj\n`);
    if (typeof object === 'string') return [begins, Buffer.from(`${object}\nendobj\n`)];
    const [dictionary, bytes] = object;
    const head = `<< ${dictionary} /Length ${String(bytes.length)} >>\nstream\n`;
    return [begins, Buffer.from(head), bytes, Buffer.from('\nendstream\nendobj\n')];
  });
  const trailer = `trailer\n<< /Root 1 0 R /Size ${String(all.length + 1)} >>\n%%EOF\n`;
  return Buffer.concat([Buffer.from('%PDF-1.5\n'), ...parts, Buffer.from(trailer)]);
}

/** Forms that draw the next one ten times, ten deep. */
function formsWithinForms(): (readonly [string, Uint8Array])[] {
  return Array.from({ length: 10 }, (_, level) => [
    `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /F ${String(level + 6)} 0 R >> >>`,
    Buffer.from(level === 9 ? '0 0 m 100 0 l S' : '/F Do '.repeat(10)),
  ]);
}

const BOMB = 'распаковывается в недопустимо большой объём';

describe('a PDF made to exhaust the machine is refused within its limits, each time with the same words:', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['нули.pdf', () => pdf(['/Filter /FlateDecode', deflateSync(Buffer.alloc(49_000_000))]), BOMB],
    [
      'имя фильтра.pdf',
      () => pdf(['/Filter /Flate#44ecode', deflateSync(Buffer.alloc(200_000_000, '0 0 m 9 9 l S '))]),
      BOMB,
    ],
    [
      'за картинку.pdf',
      () => pdf(['/Subtype /Image /Filter /FlateDecode', deflateSync(Buffer.alloc(1e9))]),
      'слишком велик',
    ],
    [
      'много потоков.pdf',
      () =>
        pdf(
          ...Array.from({ length: 30 }, () => ['/Filter /FlateDecode', deflateSync(Buffer.alloc(10_000_000))] as const),
        ),
      BOMB,
    ],
    ['формы в формах.pdf', () => pdf(['', Buffer.from('/F Do '.repeat(10))], ...formsWithinForms()), 'слишком велик'],
    [
      'сто тысяч страниц.pdf',
      () => pdf(...Array.from({ length: 100_000 }, () => '<< /Type /Page /Parent 2 0 R >>')),
      'слишком много страниц',
    ],
  ])(
    '%s',
    async (name, content, sentence) => {
      const folder = await temporaryFolder();
      const measured = await measureOpora(['parse', await folder.write(name, content())], folder);
      expectRefused(measured, sentence);
      expectModest(measured);
    },
    PATIENCE,
  );
});

describe('an unusual file is read all the same:', () => {
  async function expectRead(name: string, content: string | Uint8Array, measures: number): Promise<void> {
    const { status, stdout, stderr } = await parse(name, content);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const plan = JSON.parse(stdout) as { measures: { title: string }[] };
    expect(plan.measures).toHaveLength(measures);
    expect(plan.measures[0]?.title).toBe('Семинар для учителей');
  }

  test(
    'macros beside the text are left alone',
    async () => {
      const parts = { 'word/document.xml': word(wordTable(manyRows(2))), 'word/vbaProject.bin': compoundFile('VBA') };
      await expectRead('макросы.docm', zip(parts), 2);
    },
    PATIENCE,
  );

  test.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${PLAIN}`)],
    ['UTF-16', Buffer.from(`\ufeff${PLAIN}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(PLAIN, 'utf16le').swap16()],
    ['windows-1251', windows1251(PLAIN)],
  ])(
    'text in %s',
    async (_, content) => {
      await expectRead('план.txt', content, 2);
    },
    PATIENCE,
  );
});

function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 0x3f);
}
