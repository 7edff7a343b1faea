import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PeriodEvidence, readPeriod } from '#domain/orders/period/read-period.ts';

const nothing: PeriodEvidence = {
  orderTitle: '',
  annexTitle: '',
  goals: '',
  stages: '',
  measuresText: '',
  orderDate: null,
};

function periodIn(evidence: Partial<PeriodEvidence>): string {
  const { period, span } = readPeriod({ ...nothing, ...evidence });
  const spanText = span ? `${span.from}…${span.to}${span.schoolYear ? ' school' : ''}` : 'no span';
  return period ? `${period.from}…${period.to}, ${spanText}` : spanText;
}

test('a programme names its own years in its title, whatever its goal says of the last one', () => {
  expect(
    periodIn({
      annexTitle: 'ПРОГРАММА перехода школы в эффективный режим на 2023-2025 годы',
      goals: 'рост к концу 2025 года',
    }),
  ).toBe('2023-01-01…2025-12-31, 2023-01…2025-12');
});

describe('the years of a title', () => {
  test.each([
    ['План работы на 2024 год', '2024-01-01…2024-12-31, 2024-01…2024-12'],
    ['План мероприятий по сопровождению школ в 2024 году', '2024-01-01…2024-12-31, 2024-01…2024-12'],
    ['в Заречном районев2024году', '2024-01-01…2024-12-31, 2024-01…2024-12'],
    ['«Дорожная карта» на 2022-2023 годы', '2022-01-01…2023-12-31, 2022-01…2023-12'],
    ['Программа развития на 2024 – 2026 гг.', '2024-01-01…2026-12-31, 2024-01…2026-12'],
    ['Дорожная карта на 2023-25 годы', '2023-01-01…2025-12-31, 2023-01…2025-12'],
    ['План на 2025-2026 учебный год', '2025-08-01…2026-06-30, 2025-09…2026-05 school'],
    ['План на 2025/26 уч. год', '2025-08-01…2026-06-30, 2025-09…2026-05 school'],
    ['Мероприятия в 2025/2026 учебном году', '2025-08-01…2026-06-30, 2025-09…2026-05 school'],
    ['Дорожная карта с 2024 по 2026 год', '2024-01-01…2026-12-31, 2024-01…2026-12'],
    ['на 2024 год и плановый период 2025 и 2026 годов', '2024-01-01…2026-12-31, 2024-01…2026-12'],
    ['План на I полугодие 2025 года', '2025-01-01…2025-06-30, 2025-01…2025-06'],
    ['План на второе полугодие 2024/2025 учебного года', '2025-01-01…2025-05-31, 2025-01…2025-05'],
    ['План на период с сентября 2024 года по май 2025 года', '2024-08-01…2025-06-30, 2024-09…2025-05 school'],
  ])('%s', (orderTitle, expected) => {
    expect(periodIn({ orderTitle })).toBe(expected);
  });
});

describe('years that are not the plan’s', () => {
  test.each([
    ['О мерах по итогам 2023 года на 2024 год', '2024-01-01…2024-12-31, 2024-01…2024-12'],
    ['План на 2024 год, утвержденный приказом от 12 марта 2023 года № 5', '2024-01-01…2024-12-31, 2024-01…2024-12'],
    ['План на 2025 год по результатам ГИА 2024 года', '2025-01-01…2025-12-31, 2025-01…2025-12'],
    [
      'О реализации Концепции развития образования до 2030 года на 2024-2025 годы',
      '2024-01-01…2025-12-31, 2024-01…2025-12',
    ],
    [
      'О реализации программы «Качество образования на 2021-2025 годы» в 2024 году',
      '2024-01-01…2024-12-31, 2024-01…2024-12',
    ],
  ])('%s', (orderTitle, expected) => {
    expect(periodIn({ orderTitle })).toBe(expected);
  });

  test('a date of a document in the title gives no years; the annex does', () => {
    const orderTitle = 'О внесении изменений в приказ от 12.03.2023 № 5';
    expect(periodIn({ orderTitle, annexTitle: 'План на 2024-2025 годы' })).toBe(
      '2024-01-01…2025-12-31, 2024-01…2025-12',
    );
  });

  test('years before the order are those of results', () => {
    const orderTitle = 'О работе со школами, показавшими низкие результаты в 2023 году';
    const evidence = { orderTitle, annexTitle: 'План мероприятий на 2024 год', orderDate: '2024-02-01' } as const;
    expect(periodIn(evidence)).toBe('2024-01-01…2024-12-31, 2024-01…2024-12');
  });
});

describe('the span', () => {
  test('of several years begins with the month of the order', () => {
    expect(periodIn({ annexTitle: 'на 2022-2023 годы', orderDate: '2022-07-04' })).toBe(
      '2022-01-01…2023-12-31, 2022-07…2023-12',
    );
  });
  test('of several years signed before them begins with the first January', () => {
    expect(periodIn({ annexTitle: 'на 2022-2024 годы', orderDate: '2021-12-30' })).toBe(
      '2022-01-01…2024-12-31, 2022-01…2024-12',
    );
  });
  test('of one year is the year, whenever it was signed', () => {
    expect(periodIn({ orderTitle: 'в 2024 году', orderDate: '2024-03-26' })).toBe(
      '2024-01-01…2024-12-31, 2024-01…2024-12',
    );
  });
  test('until a year begins with the order', () => {
    expect(periodIn({ orderTitle: 'План на период до 2027 года', orderDate: '2024-05-06' })).toBe(
      '2024-01-01…2027-12-31, 2024-05…2027-12',
    );
  });
});

describe('without years in the titles', () => {
  test('the stages give them', () => {
    expect(periodIn({ stages: 'Этапы реализации: 2023-2025 годы: мониторинг' })).toBe(
      '2023-01-01…2025-12-31, 2023-01…2025-12',
    );
  });
  test('stages are put together', () => {
    expect(periodIn({ stages: 'I этап – 2024 год; II этап – 2025-2026 годы' })).toBe(
      '2024-01-01…2026-12-31, 2024-01…2026-12',
    );
  });
  test('the deadlines of the measures give them', () => {
    expect(periodIn({ measuresText: 'Совещание март 2024 Отчёт декабрь 2025 г.' })).toBe(
      '2024-01-01…2025-12-31, 2024-01…2025-12',
    );
  });
  test('deadlines from September to May are a school year', () => {
    expect(periodIn({ measuresText: 'Старт сентябрь 2024 Итоги май 2025' })).toBe(
      '2024-08-01…2025-06-30, 2024-09…2025-05 school',
    );
  });
  test('the date of the order does', () => {
    expect(periodIn({ orderDate: '2024-03-26' })).toBe('2024-01-01…2024-12-31, 2024-01…2024-12');
  });
  test('nothing gives nothing', () => {
    expect(readPeriod(nothing)).toEqual({ period: null, span: null, confidence: 0, printed: null });
  });
});

test('says where the years are printed', () => {
  const { printed } = readPeriod({ ...nothing, annexTitle: 'План на 2024 год' });
  expect(printed).toEqual({ where: 'annexTitle', from: 5, to: 16 });
});

test('any text gives a period whose first day is not after its last', () => {
  const word = fc.constantFrom(
    'на',
    'в',
    '2024',
    '2025',
    '-',
    'год',
    'учебный',
    'до',
    'с',
    'по',
    'полугодие',
    'I',
    '31.02.2024',
    'мая',
    '/',
    '26',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.string({ unit: 'binary' }), (words, noise) => {
      const { period, span } = readPeriod({
        ...nothing,
        orderTitle: words.join(' '),
        goals: noise,
        measuresText: words.join(' '),
      });
      if (period) expect(period.from <= period.to).toBe(true);
      if (span) expect(span.from <= span.to).toBe(true);
    }),
  );
});
