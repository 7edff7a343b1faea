import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import { inShort } from '#domain/deadlines/testing/in-short.ts';
import { isDeadlineText, longestDeadlineAt, readDeadline } from '#domain/deadlines/read-deadline.ts';
import { growsLinearly } from '#tests/support/growth.ts';

const in2024: PlanSpan = { from: '2024-01', to: '2024-12', schoolYear: false };
/** «на 2022-2023 годы», signed in July 2022. */
const twoYears: PlanSpan = { from: '2022-07', to: '2023-12', schoolYear: false };
const schoolYear: PlanSpan = { from: '2025-09', to: '2026-05', schoolYear: true };

function read(text: string, span: PlanSpan | null): string {
  return inShort(readDeadline(text, span).deadline);
}

describe('a plan of two years', () => {
  test.each([
    ['Сентябрь', 'month 2022-09'],
    ['Октябрь, декабрь, март, май', 'months 2022-10…2023-05 [2022-10 2022-12 2023-03 2023-05]'],
    ['Ежегодно', 'annual 2022-07…2023-12'],
    ['Ежегодно\nСентябрь', 'annual 2022-07…2023-12 [2022-09 2023-09]'],
    ['Ежегодно, до 1 октября', 'annual 2022-07…2023-12 [2022-10 2023-10]'],
    ['III квартал ежегодно', 'annual 2022-07…2023-12 [2022-07 2022-08 2022-09 2023-07 2023-08 2023-09]'],
    ['ежегодно, I квартал', 'annual 2022-07…2023-12 [2023-01 2023-02 2023-03]'],
    ['ежегодно в мае-июне', 'annual 2022-07…2023-12 [2023-05 2023-06]'],
    ['Ежегодно В течение учебного года', 'annual 2022-09…2023-05 school'],
    ['ежегодно по графику до 2022 года', 'annual 2022-07…2022-12'],
    ['В течение года', 'throughout-year 2022-07…2023-12'],
    ['в течение 2023 года', 'throughout-year 2023-01…2023-12'],
    ['2023', 'year 2023-01…2023-12'],
    ['сентябрь, далее ежемесячно', 'monthly 2022-09…2023-12'],
    ['ежеквартально', 'quarterly 2022-07…2023-12'],
    ['III квартал', 'range 2022-07…2022-09'],
    ['до конца учебного года', 'by-date …2023-05'],
    ['Весь период', 'whole-period 2022-07…2023-12'],
  ])('«%s»', (text, expected) => expect(read(text, twoYears)).toBe(expected));
});

describe('a plan of a school year', () => {
  test.each([
    ['август', 'month 2025-08'],
    ['июнь', 'month 2026-06'],
    ['октябрь, январь, апрель', 'months 2025-10…2026-04 [2025-10 2026-01 2026-04]'],
    ['ноябрь-март', 'range 2025-11…2026-03'],
    ['I полугодие', 'range 2025-09…2025-12'],
    ['второе полугодие', 'range 2026-01…2026-05'],
    ['2 четверть', 'range 2025-11…2025-12'],
    ['в течение года', 'throughout-year 2025-09…2026-05'],
    ['ежегодно в августе', 'annual 2025-09…2026-05 [2025-08]'],
    ['до 1 октября', 'by-date …2025-10 @2025-10-01'],
    ['ежемесячно', 'monthly 2025-09…2026-05'],
  ])('«%s»', (text, expected) => expect(read(text, schoolYear)).toBe(expected));
});

describe('what a hasty reading gets wrong', () => {
  const long: PlanSpan = { from: '2025-01', to: '2027-12', schoolYear: false };
  test.each([
    ['до 1 декабря 2026 г., далее ежегодно', 'annual 2026-12…2027-12 [2026-12 2027-12]'],
    ['март 2026 г., далее – ежегодно в марте', 'annual 2026-03…2027-12 [2026-03 2027-03]'],
    ['март; в течение года; июнь', 'throughout-year 2025-01…2027-12'],
    ['в течение года: март, июнь 2025', 'months 2025-03…2025-06 [2025-03 2025-06]'],
    ['03-05.2025', 'range 2025-03…2025-05'],
    ['10-15.03.2025', 'month 2025-03'],
    ['Срок: март 2026', 'month 2026-03'],
    ['Срок исполнения – март-май 2026', 'range 2026-03…2026-05'],
    ['Срок: до 15.03.2026', 'by-date …2026-03 @2026-03-15'],
    ['31 июня 2025', 'month 2025-06'],
    ['до 30 февраля 2026', 'by-date …2026-02'],
    ['1 раз в 2 месяца', 'quarterly 2025-01…2027-12'],
    ['2026-2027 гг.', 'range 2026-01…2027-12'],
    ['до конца II полугодия 2026 года', 'by-date …2026-12'],
    ['45.13.2025', 'none'],
    ['Ⅱ квартал 2026', 'range 2026-04…2026-06'],
  ])('«%s»', (text, expected) => expect(read(text, long)).toBe(expected));

  test('years with one between them leave it out', () => {
    const { months } = readDeadline('2025, 2027 гг.', long).deadline;
    expect(months).toHaveLength(24);
    expect(months.filter((month) => month.startsWith('2026'))).toEqual([]);
  });

  test('months that are left out are not those of the duty', () => {
    expect(read('кроме июля и августа', long)).toBe('throughout-year 2025-01…2027-12');
    expect(read('ежемесячно, кроме июля и августа', long)).toBe('monthly 2025-01…2027-12');
  });

  test.each([
    'март; в течение года; июнь',
    '31 июня 2025',
    '30 февраля 2024',
    'до 31.04.2025',
    '32.05.2025',
    '45.13.2025',
    '1 раз в 2 месяца',
    'кроме июля и августа',
  ])('«%s» needs a look', (text) => expect(readDeadline(text, long).confidence).toBeLessThan(0.7));

  test('29 February is a day of leap years', () => {
    expect(read('29 февраля 2028', long)).toBe('by-date …2028-02 @2028-02-29');
    expect(read('29 февраля 2027', long)).toBe('month 2027-02');
  });
});

describe('misprints and recognised scans', () => {
  test.each([
    ['ceнтябpь 2024', 'month 2024-09'],
    ['сентабрь 2024', 'month 2024-09'],
    ['сен-\nтябрь 2024', 'month 2024-09'],
    ['октябрь-\nноябрь 2024', 'range 2024-10…2024-11'],
    ['декабрь 2024г', 'month 2024-12'],
    ['втечение | года', 'throughout-year 2024-01…2024-12'],
    ['втечениегода', 'throughout-year 2024-01…2024-12'],
    ['в тече-\nние года', 'throughout-year 2024-01…2024-12'],
    ['В т ечение года', 'throughout-year 2024-01…2024-12'],
    ['До 15 .02.2024', 'by-date …2024-02 @2024-02-15'],
    ['П квартал', 'range 2024-04…2024-06'],
    ['Март2024-апрель2024', 'range 2024-03…2024-04'],
    ['\u00a0в\u00a0теч. года', 'throughout-year 2024-01…2024-12'],
  ])('«%s»', (text, expected) => expect(read(text, in2024)).toBe(expected));

  test('are read with less confidence', () => {
    expect(readDeadline('ceнтябpь', in2024).confidence).toBeLessThan(readDeadline('сентябрь', in2024).confidence);
    expect(readDeadline('сентабрь', in2024).confidence).toBeLessThan(0.9);
  });
});

describe('what is not understood', () => {
  test('is told, and lowers the confidence', () => {
    const reading = readDeadline('апрель 2024 – защита проектов', in2024);
    expect(inShort(reading.deadline)).toBe('month 2024-04');
    expect(reading.rest).toEqual(['защита проектов']);
    expect(reading.confidence).toBeLessThan(0.7);
  });
  test('gives no deadline when nothing is left', () => {
    expect(readDeadline('Руководители школ', in2024)).toMatchObject({ deadline: { kind: 'none' }, confidence: 0 });
  });
  test.each(['', ' ', '-', '—', '.'])('an empty cell «%s» is surely no deadline', (text) => {
    expect(readDeadline(text, in2024)).toMatchObject({ deadline: { kind: 'none' }, confidence: 1, rest: [] });
  });
  test('a month of a plan without years has no months', () => {
    expect(read('сентябрь', null)).toBe('month');
    expect(read('сентябрь 2024', null)).toBe('month 2024-09');
    expect(read('ежегодно', null)).toBe('annual');
  });
});

describe('a deadline in running text', () => {
  const found = (text: string, offset = 0) => {
    const deadline = longestDeadlineAt(text, offset);
    return deadline && text.slice(offset, deadline.to);
  };
  test.each([
    ['Март-ноябрь Директора школ', 'Март-ноябрь'],
    ['ежегодно \nпо \nграфику до \n2024 года УМЦ', 'ежегодно \nпо \nграфику до \n2024 года'],
    ['в течение года (по заявкам) ИРО', 'в течение года (по заявкам)'],
    ['апрель 2024, октябрь 2024\tМОУО', 'апрель 2024, октябрь 2024'],
    ['15 мая 2024 г. Отдел', '15 мая 2024 г.'],
    ['по графику федерального оператора Муниципальные органы', 'по графику федерального оператора'],
    ['в течение года\nв течение года', 'в течение года'],
    ['март\n\nапрель', 'март'],
    ['Директора школ', null],
    ['мартовский педсовет', null],
  ])('«%s»', (text, expected) => expect(found(text)).toBe(expected));

  test('does not begin within a word', () => expect(found('старт', 1)).toBeNull());
  test('a piece of a sentence is less likely than a cell', () => {
    const piece = longestDeadlineAt('в 2024 году школы', 0)?.confidence ?? 0;
    const cell = longestDeadlineAt('в течение года ОО', 0)?.confidence ?? 0;
    expect(piece).toBeLessThanOrEqual(0.4);
    expect(cell).toBeGreaterThan(0.9);
  });
});

test('a whole cell is a deadline more plausibly than a title that names a year', () => {
  expect(isDeadlineText('сентябрь-октябрь 2024')).toBeGreaterThan(0.9);
  expect(isDeadlineText('в течение учебного года')).toBeGreaterThan(0.9);
  expect(isDeadlineText('2024')).toBeGreaterThan(0.5);
  expect(isDeadlineText('Проведение конференции в 2024 году')).toBeLessThan(0.3);
  expect(isDeadlineText('Директор школы')).toBe(0);
});

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const month = fc.integer({ min: 1, max: 12 });
const year = fc.integer({ min: 2015, max: 2040 });
const name = (number: number) => MONTHS[number - 1] ?? '';
const ym = (of: number, number: number) => `${String(of)}-${String(number).padStart(2, '0')}`;

describe('generated deadlines', () => {
  test('a month with its year', () => {
    fc.assert(
      fc.property(month, year, fc.constantFrom('', ' г.', 'г', ' год', ' года'), (number, of, end) => {
        expect(read(`${name(number)} ${String(of)}${end}`, in2024)).toBe(`month ${ym(of, number)}`);
      }),
    );
  });
  test('a range of months turns the year when its second month is the earlier one', () => {
    fc.assert(
      fc.property(month, month, year, fc.constantFrom('-', ' – ', '—'), (from, to, of, dash) => {
        // Within the plan «сентябрь-май 2022» names the year of its September.
        fc.pre(from !== to && (of < 2021 || of > 2024));
        const first = ym(from < to ? of : of - 1, from);
        expect(read(`${name(from)}${dash}${name(to)} ${String(of)}`, twoYears)).toBe(`range ${first}…${ym(of, to)}`);
      }),
    );
  });
  test('a list of months of one year, in any order and with any separator', () => {
    const list = fc.uniqueArray(month, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(list, fc.constantFrom(', ', '; ', ' ', '\n', ' и '), (numbers, separator) => {
        const months = numbers.toSorted((one, other) => one - other).map((number) => ym(2024, number));
        const text = numbers.map(name).join(separator);
        expect(read(text, in2024)).toBe(`months ${months[0] ?? ''}…${months.at(-1) ?? ''} [${months.join(' ')}]`);
      }),
    );
  });
  test('a month without a year lies within the span', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(in2024, twoYears), (number, span) => {
        const { from } = readDeadline(name(number), span).deadline;
        expect(from !== null && from >= span.from && from <= span.to).toBe(true);
      }),
    );
  });
});

const words =
  `в течение учебного года ежегодно март май-июнь сентябрь 2024 2025 - – , ; ( ) до с по 15 мая 01.03 30.05.2024 квартал I полугодие
  график графику запросу согласованию весь период / уч. г. раз 2 1 каждую неделю конца начала`.split(/\s+/u);
const phrase = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((all) => all.join(' '));

describe('any text', () => {
  test('is read without an error, from ≤ to, months in order and between them', () => {
    fc.assert(
      fc.property(
        fc.oneof(phrase, fc.string({ unit: 'binary' })),
        fc.constantFrom(in2024, twoYears, schoolYear, null),
        (text, span) => {
          const { deadline, confidence } = readDeadline(text, span);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (deadline.from !== null && deadline.to !== null) expect(deadline.from <= deadline.to).toBe(true);
          expect(deadline.months).toEqual([...new Set(deadline.months)].toSorted());
          expect(isDeadlineText(text)).toBeLessThanOrEqual(1);
          for (let offset = 0; offset < text.length; offset += 1) {
            const found = longestDeadlineAt(text, offset);
            if (found) expect(found.to > offset && found.to <= text.length).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
  test('means the same in capitals, with «ё», and with other white space', () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const meaning = read(text, twoYears);
        expect(read(text.toUpperCase(), twoYears)).toBe(meaning);
        expect(read(text.replaceAll(' ', '\u00a0 '), twoYears)).toBe(meaning);
      }),
    );
    expect(read('в четвёртом квартале', in2024)).toBe(read('в четвертом квартале', in2024));
  });
});

describe('hostile text is read in time proportional to its length', () => {
  const pieces = [
    'март ',
    'март-',
    'по графику ',
    '2024-2025 ',
    '1,',
    '(',
    'в течение ',
    ' ',
    'ж',
    'I ',
    '15.',
    'с 1 по ',
    '-\n',
  ];
  test.each(pieces)('%j repeated', (piece) => {
    const read = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      readDeadline(text, in2024);
      isDeadlineText(text);
      for (let offset = 0; offset < length / 64; offset += 1) longestDeadlineAt(text, offset);
    };
    expect(growsLinearly(read, 100_000)).toBe(true);
  });
});
