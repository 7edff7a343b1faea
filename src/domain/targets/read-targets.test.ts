import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTargets } from '#domain/targets/read-targets.ts';
import type { Comparator } from '#domain/targets/target.ts';
import { growsLinearly } from '#tests/support/growth.ts';

const contracts = process.env['OPORA_CONTRACTS'] ?? new URL('../../../../shared/contracts', import.meta.url).pathname;
const truthFolder = `${contracts}/truth`;
type TruthTarget = { comparator: Comparator; value: number; unit: string; kind: string };
type TruthMeasure = { seq: number; title: string; result: string | null; targets: TruthTarget[] };

describe.skipIf(!existsSync(truthFolder))(
  'the plans read by a person (skipped when OPORA_CONTRACTS is not there)',
  () => {
    const files = existsSync(truthFolder) ? readdirSync(truthFolder).filter((name) => /^\d/u.test(name)) : [];
    const keys = (targets: readonly TruthTarget[]): string[] =>
      targets.map((target) => `${target.comparator} ${target.value} ${target.unit} ${target.kind}`).sort();

    it.each(files)('%s: every target of every measure is found, with its unit, and none is invented', (file) => {
      const truth = JSON.parse(readFileSync(`${truthFolder}/${file}`, 'utf8')) as { measures: TruthMeasure[] };
      const differing = truth.measures.flatMap((measure) => {
        const read = [...readTargets(measure.result ?? '', 'result'), ...readTargets(measure.title, 'title')];
        const [got, want] = [keys(read), keys(measure.targets)];
        return got.join() === want.join() ? [] : [{ seq: measure.seq, result: measure.result, got, want }];
      });
      expect(differing).toEqual([]);
    });
  },
);

describe('any phrase made of the grammar', () => {
  const comparators: readonly (readonly [string, Comparator])[] = [
    ['не менее', '>='],
    ['не менее чем', '>='],
    ['минимум', '>='],
    ['хотя бы', '>='],
    ['более', '>'],
    ['свыше', '>'],
    ['не более', '<='],
    ['до', '<='],
    ['менее', '<'],
    ['ровно', '='],
    ['', '='],
  ];
  const nouns: readonly (readonly [string, string])[] = [
    ['семинаров', 'семинар'],
    ['партнёрских договоров', 'договор'],
    ['педагогических работников', 'педагогический работник'],
    ['обучающихся', 'обучающийся'],
    ['аналитических справок', 'справка'],
    ['образовательных организаций', 'образовательная организация'],
  ];
  const before = fc.constantFrom('', 'Проведено ', 'Подготовлено: ', 'Обучено (', 'Мероприятия проведены, охвачено ');
  const behind = fc.constantFrom('', '.', ' в школах района', '; отчёт направлен в управление', ', приказ');

  it('gives back comparator, number, unit and the words that were put in', () => {
    fc.assert(
      fc.property(
        before,
        fc.constantFrom(...comparators),
        fc.integer({ min: 5, max: 900 }).filter((value) => value % 10 === 0 || value % 10 > 4),
        fc.constantFrom(...nouns),
        behind,
        (start, [word, comparator], value, [noun, unit], end) => {
          const words = [word, String(value), noun].filter(Boolean).join(' ');
          const text = `${start}${words}${end}`;
          const [target, ...others] = readTargets(text, 'result');
          expect(others).toEqual([]);
          expect(target).toMatchObject({ comparator, value, unit, kind: 'count' });
          expect(target?.text).toBe(words);
        },
      ),
    );
  });

  it('gives a share as per cent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...comparators.slice(0, 7)),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('%', ' %', ' процентов'),
        (rule, value, sign) => {
          const [target, ...others] = readTargets(`Охвачено ${rule[0]} ${value}${sign} педагогов`, 'result');
          expect(others).toEqual([]);
          expect(target).toMatchObject({ comparator: rule[1], value, unit: '%', kind: 'percent' });
        },
      ),
    );
  });
});

describe('numbers of classes, shifts and competences', () => {
  const read = (text: string): string[] =>
    readTargets(text, 'result').map((target) => `${target.comparator} ${target.value} ${target.unit}`);

  it.each([
    ['Открыто 7 профильных классов', ['= 7 класс']],
    ['Созданы 2 кадетских класса', ['= 2 класс']],
    ['4 смены по 30 человек', ['= 4 смена', '= 30 человек']],
    ['18 компетенций', ['= 18 компетенция']],
    ['2 фестиваля, 6 модулей', ['= 2 фестиваль']],
    ['12 наставнических пар', ['= 12 пара']],
    ['Разработано 9 ИОМ', ['= 9 ИОМ']],
  ])('«%s» counts', (text, expected) => expect(read(text)).toEqual(expected));

  it.each(['Охват обучающихся 5, 9 классов', 'обучающиеся 8–11 классов', 'мониторинг в 4 классе', 'по 3 направлениям'])(
    '«%s» only names',
    (text) => expect(read(text)).toEqual([]),
  );
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'не менее ',
    'более ',
    'до ',
    'от ',
    'с ',
    '5',
    '10 ',
    '80%',
    '80 % ',
    '(',
    ')',
    '«',
    '»',
    '"',
    ' и более',
    'школ ',
    'ШНОР ',
    '-',
    '–',
    '\n',
    ', ',
    '. ',
    'двух ',
    'двадцать ',
    '№ ',
    '2024 год',
    'классов ',
    'количество ',
    'доля ',
    '1OO%',
    '°/о',
    '2-х ',
    '\u00a0',
    '/',
    'из ',
    'тыс. ',
    '😀',
    '\ud800',
    'ё',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  );

  it('is read without an error, and every target is cut out of it', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('result' as const, 'title' as const), (text, place) => {
        for (const target of readTargets(text, place)) {
          expect(text.slice(target.from, target.to)).toBe(target.text);
          expect(target.to).toBeGreaterThan(target.from);
          expect(Number.isFinite(target.value)).toBe(true);
          expect(target.confidence).toBeGreaterThan(0);
          expect(target.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'не менее ',
    '5 ',
    '(',
    '«',
    '1 000 ',
    '5-',
    'а',
    'а.',
    '5 (80%) ',
    'количество ',
    '"',
    'двадцать ',
    'ШНОР и ',
    'новых ',
    '1.',
    '@',
    'о/',
  ])('of 200,000 characters «%s…» is read in linear time', (piece) => {
    const read = (length: number) => readTargets(piece.repeat(Math.ceil(length / piece.length)), 'result');
    expect(growsLinearly(read, 200_000)).toBe(true);
  });
});
