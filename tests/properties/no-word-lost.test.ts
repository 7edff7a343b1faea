import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOSSES } from '#demo/orders/flow-text.ts';
import { readOrder } from '#features/orders/read-order.server.ts';
import { decodeText } from '#platform/documents/decode-text.ts';
import { wordsOf, WRITERS } from '#tests/properties/printed-grid.ts';
import { lostWords, printedWords } from '#tests/properties/printed-words.ts';
import { keepsWordsOfDamagedTables, keepsWordsWithoutBorders } from '#tests/properties/word-properties.ts';

describe('every word of the table is in a field or in the words of a warning', () => {
  test.each(Object.entries(WRITERS))('however its rows are damaged: %s', (_, write) =>
    keepsWordsOfDamagedTables(write, 4),
  );

  test.each(LOSSES)('when its borders are lost: %s', (loss) => keepsWordsWithoutBorders(loss, 2));
});

describe('labels, repetitions and strays of a table', () => {
  const head = '№\tМероприятие\tСрок\tОтветственный\tРезультат';
  const read = async (...rows: string[]) => {
    const reading = await readOrder(
      new TextEncoder().encode(['План на 2027 год', '', head, ...rows].join('\n')),
      'p.txt',
      {},
    );
    if (!reading.ok) throw new Error(reading.error.code);
    return reading.plan;
  };

  test('a label that is cut from the names of executors stays in the text of their cell', async () => {
    const plan = await read('1\tСеминар для педагогов\tмарт 2027\tОтветственный: ИМЦ; соисполнители: УО, ИМЦ\tПриказ');
    expect(plan.measures[0]).toMatchObject({
      responsible: ['ИМЦ', 'УО'],
      responsibleText: 'Ответственный: ИМЦ; соисполнители: УО, ИМЦ',
    });
    expect((await read('1\tСеминар\tмарт 2027\tИМЦ, УО\tПриказ')).measures[0]).not.toHaveProperty('responsibleText');
  });

  test('a word among the numbers of rows stays under the title of that column', async () => {
    const plan = await read(
      '1\tСеминар для педагогов\tмарт 2027\tИМЦ\tПриказ',
      'перенос\tКруглый стол для родителей\tапрель 2027\tУО\tПротокол',
    );
    expect(plan.measures[1]).toMatchObject({ number: null, other: { '№': 'перенос' } });
  });

  test('the word before the number of a section stays in its text', async () => {
    const plan = await read('Раздел 1. Кадры', '1\tСеминар для педагогов\tмарт 2027\tИМЦ\tПриказ');
    expect(plan.sections[0]).toMatchObject({ number: '1', title: 'Кадры', text: 'Раздел 1. Кадры' });
  });

  test('a row of executors alone is in the field of a measure or in a warning', async () => {
    const row = '1\tСеминар для педагогов\tмарт 2027\tИМЦ\tПриказ';
    const plan = await read(row, '\t\t\tрайонный совет отцов\t');
    expect(lostWords(wordsOf(`${row} районный совет отцов`), printedWords(plan))).toEqual([]);
  });

  test('lines between two tables of a plan are told in a warning', async () => {
    const first = '1\tСеминар для педагогов\tмарт 2027\tИМЦ\tПриказ';
    const second = '2\tКруглый стол\tмай 2027\tУО\tПротокол';
    const plan = await read(first, '', 'и участие родителей;', '', head, second);
    expect(lostWords(wordsOf(`${first} и участие родителей ${second}`), printedWords(plan))).toEqual([]);
  });
});

const corpus = process.env['OPORA_CORPUS'] ?? path.resolve(import.meta.dirname, '../../../shared/corpus');
const documents = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.txt')) : [];

describe.skipIf(documents.length === 0)('real orders (skipped where OPORA_CORPUS names no folder)', () => {
  test.each(documents)('%s prints the words of the lines that its measures were cut from', async (name) => {
    const bytes = readFileSync(path.join(corpus, name));
    const reading = await readOrder(bytes, name, {});
    if (!reading.ok) throw new Error(reading.error.code);
    const { plan } = reading;
    const text = decodeText(bytes);
    const places = plan.measures.flatMap((measure) => Object.values(measure.source));
    const from = Math.min(...places.map((place) => place.from));
    const to = Math.max(...places.map((place) => place.to));
    // Titles of columns on each page are no words of the body, and columns read across glue words that a hyphen parts.
    const titles = new Set(wordsOf(plan.columns.join(' ')));
    const lost = lostWords(wordsOf(text.slice(from, to)), printedWords(plan)).filter((word) => !titles.has(word));
    expect(lost.length).toBeLessThan(8);
  });
});
