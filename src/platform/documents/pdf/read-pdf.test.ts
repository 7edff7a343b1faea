import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { PositionedPage } from '#domain/orders/raw-document.ts';
import { readPdf } from '#platform/documents/pdf/read-pdf.ts';
import type { RawPdfPage } from '#demo/orders/writers/raw-pdf.ts';
import {
  filledLine,
  LETTER_WIDTH,
  rawPdf,
  strokedLine,
  textAt,
  textUpwards,
  widthOfText,
} from '#demo/orders/writers/raw-pdf.ts';

const PORTRAIT = { width: 600, height: 800 };

function page(content: string, rest: Partial<RawPdfPage> = {}): RawPdfPage {
  return { ...PORTRAIT, content, ...rest };
}

async function pagesOf(bytes: Uint8Array): Promise<readonly PositionedPage[]> {
  const raw = await readPdf(bytes);
  return raw.kind === 'pages' ? raw.pages : [];
}

async function firstPage(content: string, rest: Partial<RawPdfPage> = {}): Promise<PositionedPage> {
  const [first] = await pagesOf(rawPdf([page(content, rest)]));
  if (first === undefined) throw new Error('no page');
  return first;
}

function wordsOf({ runs }: PositionedPage): string[] {
  return runs.map((run) => run.text.trim());
}

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../../../tests/fixtures/pdf/${name}`, import.meta.url));
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readPdf(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

describe('words of a page', () => {
  test('each word is a run with its place counted from the top left corner', async () => {
    const { width, height, runs } = await firstPage(textAt(50, 700, 10, 'План мероприятий'));
    expect([width, height]).toEqual([600, 800]);
    expect(runs.map((run) => run.text)).toEqual(['План ', 'мероприятий']);
    expect(runs[0]).toMatchObject({ x: 50, y: 92, width: 4 * LETTER_WIDTH * 10, height: 10 });
    expect(runs[1]?.x).toBeCloseTo(50 + widthOfText('План ', 10));
  });

  test('words are parted by distance where the file writes no spaces', async () => {
    const text = textAt(50, 700, 10, 'срок') + textAt(73, 700, 10, 'март') + textAt(93, 700, 10, 'а');
    expect(wordsOf(await firstPage(text))).toEqual(['срок', 'марта']);
  });

  test('letters printed twice for a bold look are taken once', async () => {
    const text = textAt(50, 700, 10, 'ПРИКАЗ') + textAt(50.3, 700, 10, 'ПРИКАЗ');
    expect(wordsOf(await firstPage(text))).toEqual(['ПРИКАЗ']);
  });

  test('double letters are no double printing', async () => {
    expect(wordsOf(await firstPage(textAt(50, 700, 10, 'программа и комиссия')))).toEqual([
      'программа',
      'и',
      'комиссия',
    ]);
  });

  test('letter-spaced words stay whole, with spacing asked for or with letters placed one by one', async () => {
    const asked = textAt(50, 700, 10, 'ПРИКАЗ', 4);
    const placed = Array.from('ПРИКАЗ', (letter, index) => textAt(50 + 9 * index, 600, 10, letter)).join('');
    expect(wordsOf(await firstPage(asked + placed))).toEqual(['ПРИКАЗ', 'ПРИКАЗ']);
  });

  test('text of a form drawn on the page counts', async () => {
    expect(wordsOf(await firstPage('', { form: textAt(50, 700, 10, 'Приложение') }))).toEqual(['Приложение']);
  });

  test('text beside the sheet does not count', async () => {
    expect(wordsOf(await firstPage(textAt(-400, 700, 10, 'поля') + textAt(50, 700, 10, 'план')))).toEqual(['план']);
  });

  test('text that runs upwards in a header cell keeps its direction', async () => {
    const { runs } = await firstPage(textAt(50, 700, 10, 'Мероприятие') + textUpwards(300, 600, 10, 'Срок'));
    expect(runs[1]).toMatchObject({ text: 'Срок', turn: 90, width: 10, height: 20 });
  });

  test.each([
    ['a page with a rotation', 90],
    ['a page that only draws its text sideways', 0],
  ])('%s is read upright', async (_, rotate) => {
    const content = `q 0 1 -1 0 600 0 cm\n${textAt(50, 550, 10, 'Сроки реализации')}${strokedLine(50, 500, 350, 500)}Q\n`;
    const { width, height, runs, rules } = await firstPage(content, { rotate });
    expect([width, height]).toEqual([800, 600]);
    expect(runs.map((run) => run.text)).toEqual(['Сроки ', 'реализации']);
    expect(runs[0]?.turn).toBeUndefined();
    expect(runs[0]?.x).toBeCloseTo(50);
    expect(rules[0]).toMatchObject({ x1: 50, x2: 350 });
  });

  test('Cyrillic letters named as Latin ones are given back and the page says so', async () => {
    const bytes = rawPdf([page(textAt(50, 700, 10, 'Приказ о мероприятиях № 5 «ёлка»'))], { withUnicode: false });
    const [first] = await pagesOf(bytes);
    expect(first?.runs.map((run) => run.text).join('')).toBe('Приказ о мероприятиях № 5 «ёлка»');
    expect(first?.repairs).toEqual([{ code: 'letters-decoded', words: '1' }]);
  });
});

describe('ruling lines of a page', () => {
  test('stroked lines, sides of stroked frames and thin filled rectangles are lines; backgrounds are none', async () => {
    const content =
      strokedLine(50, 700, 250, 700) + filledLine(50, 600, 50, 700) + '100 500 80 40 re S\n0.9 g 60 300 200 100 re f\n';
    const { rules } = await firstPage(content);
    expect(rules.filter((rule) => rule.y1 === rule.y2).map((rule) => [rule.x1, rule.y1, rule.x2])).toEqual([
      [50, 100, 250],
      [100, 300, 180],
      [100, 260, 180],
    ]);
    expect(rules.filter((rule) => rule.x1 === rule.x2).map((rule) => Math.round(rule.x1))).toEqual([50, 180, 100]);
  });

  test('the frame of a cell painted between two rectangles gives its four sides', async () => {
    const { rules } = await firstPage('100 500 80 40 re 101 501 78 38 re f*\n');
    expect(rules.map((rule) => [rule.x1, rule.y1, rule.x2, rule.y2])).toEqual([
      [100, 260, 180, 260],
      [100, 300, 180, 300],
      [100, 260, 100, 300],
      [180, 260, 180, 300],
    ]);
  });

  test('lines follow the transformation they are drawn in', async () => {
    const { rules } = await firstPage(`q 0.1 0 0 0.1 20 30 cm\n${strokedLine(100, 1000, 2000, 1000)}Q\n`);
    expect(rules[0]?.x1).toBeCloseTo(30, 1);
    expect(rules[0]?.x2).toBeCloseTo(220, 1);
    expect(rules[0]?.y1).toBeCloseTo(670, 1);
  });
});

describe('files that cannot be read', () => {
  test('a scan without text is refused, and a scanned page among others is named', async () => {
    expect(await codeOf(rawPdf([page('')], { withPicture: true }))).toBe('scanned-without-text');
    const mixed = await pagesOf(rawPdf([page(textAt(50, 700, 10, 'Приказ')), page('')], { withPicture: true }));
    expect(mixed.map((one) => one.repairs)).toEqual([undefined, [{ code: 'page-without-text', words: '2' }]]);
  });

  test('a password to open is asked for; a password against changes is none', async () => {
    expect(await codeOf(fixture('opens-with-a-password.pdf'))).toBe('encrypted');
    const [first] = await pagesOf(fixture('may-not-be-changed.pdf'));
    expect(first?.runs.map((run) => run.text).join('')).toBe('Приказ от 05.02.2025 № 118');
  });

  test('more pages than any order has are refused', async () => {
    expect(await codeOf(rawPdf(Array.from({ length: 401 }, () => page(''))))).toBe('too-many-pages');
  });

  test.each([
    ['the first bytes alone', 12],
    ['a tenth of a file', 4800],
  ])('%s are damaged', async (_, length) => {
    expect(await codeOf(fixture('two-header-rows.pdf').subarray(0, length))).toBe('damaged');
  });

  test('bytes changed at random are read or refused, never anything else', async () => {
    const whole = rawPdf([
      page(textAt(50, 700, 10, 'Приказ') + strokedLine(50, 690, 200, 690)),
      page(textAt(50, 700, 10, 'План')),
    ]);
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 30 }),
        fc.option(fc.nat(whole.length)),
        async (changes, cut) => {
          const bytes = whole.slice(0, cut ?? whole.length);
          for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
          expect(typeof (await codeOf(bytes))).toBe('string');
        },
      ),
      { numRuns: 120 },
    );
  }, 60_000);
});
