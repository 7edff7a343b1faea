import { describe, expect, test } from 'vitest';
import { readDeadline } from '#domain/deadlines/read-deadline.ts';
import type { Row } from '#features/roadmaps/reading/arrange.ts';
import { arrange } from '#features/roadmaps/reading/arrange.ts';
import { PAGE_SIZE, readingHref, readReadingAddress } from '#features/roadmaps/reading/reading-address.ts';

const PERIOD = { from: '2026-01-01', to: '2026-12-31' };
const named = (words: string, organizationId: number | null = null) => ({
  ...{ words, organizationId, groupId: null, name: organizationId === null ? null : `Школа ${organizationId}` },
});

function row(measureId: number, deadlineText: string | null, some: Partial<Row> = {}): Row {
  const { deadline } = readDeadline(deadlineText ?? '', { from: '2026-01', to: '2026-12', schoolYear: false });
  return {
    ...{
      measureId,
      deadlineText,
      deadline,
      sectionId: 1,
      number: String(measureId),
      title: `Мероприятие ${measureId}`,
    },
    ...{ result: null, state: 'read', executors: [], ...some },
  };
}

const ROWS = [
  row(1, 'март, октябрь 2026 года', { executors: [named('МОУО')] }),
  row(2, 'март 2026 года', { sectionId: 2, title: 'Зачёт по чтению', executors: [named('СОШ 7', 7), named('МОУО')] }),
  row(3, 'по запросу', { executors: [named('школа № 7', 7)] }),
  row(4, null),
  row(5, 'март 2026 года', { state: 'dropped' }),
];

function read(query: string, rows = ROWS) {
  const reading = arrange(rows, PERIOD, readReadingAddress(new URLSearchParams(query)), '2026-10-12');
  const bands = reading.bands.map(({ key, lines }) => [key, lines.map((line) => line.row.measureId)]);
  return { ...reading, bands, lines: reading.bands.flatMap(({ lines }) => lines) };
}

describe('a road map by month', () => {
  test('has a measure in each month in which it is due, and those without dates at the end', () => {
    expect(read('view=months').bands).toEqual([
      ['2026-03', [1, 2]],
      ['2026-10', [1]],
      ['', [3, 4]],
    ]);
  });

  test('says of each month only what is due in it', () => {
    const [first] = read('view=months').lines;
    expect(first?.dates).toMatchObject({ dated: true, list: [{ label: { unit: 'month', month: '2026-03' } }] });
  });
});

describe('a road map by executor', () => {
  test('knows an organisation under all its words, and puts measures of nobody at the end', () => {
    expect(read('view=executors').bands).toEqual([
      ['wМОУО', [1, 2]],
      ['o7', [2, 3]],
      ['', [4]],
    ]);
  });
});

describe('the filters', () => {
  test.each([
    ['q=зачет', [2]],
    ['section=2', [2]],
    ['executor=o7', [2, 3]],
    ['executor=o7&q=запросу', [3]],
    ['', [1, 2, 3, 4]],
  ])('%s leave their rows', (query, left) => {
    expect(read(query).lines.map(({ row: { measureId } }) => measureId)).toEqual(left);
  });

  test('that are not understood are as if they were not there', () => {
    expect(read('view=nonsense&section=x&page=-1').bands).toEqual([['', [1, 2, 3, 4]]]);
  });
});

test('a long road map has pages, and every line stands on one of them', () => {
  const many = Array.from({ length: 150 }, (_, place) => row(place + 1, 'март, май 2026 года'));
  const pages = ['1', '2', '3'].map((page) => read(`view=months&page=${page}`, many));
  expect(pages.map(({ lines }) => lines.length)).toEqual([PAGE_SIZE, PAGE_SIZE, PAGE_SIZE]);
  expect(pages[1]?.bands.map(([key]) => key)).toEqual(['2026-03', '2026-05']);
  expect(
    new Set(
      pages.flatMap(({ bands }) =>
        bands.flatMap(([key, rows]) => (rows as number[]).map((id) => `${String(key)} ${id}`)),
      ),
    ).size,
  ).toBe(300);
});

test('the years of a plan without a period are those that its deadlines name', () => {
  const reading = arrange(
    [row(1, 'март 2026 года')],
    { from: null, to: null },
    readReadingAddress(new URLSearchParams()),
    '2030-01-01',
  );
  expect(reading.plan).toMatchObject({ from: '2026-01-01', to: '2026-12-31' });
});

test('an address keeps what is chosen and begins at the first page', () => {
  const address = readReadingAddress(new URLSearchParams('view=timeline&q=чтение&page=3'));
  expect(readingHref('/roadmaps/1', address, { view: null })).toBe(
    '/roadmaps/1?q=%D1%87%D1%82%D0%B5%D0%BD%D0%B8%D0%B5',
  );
  expect(readingHref('/roadmaps/1', address, { q: '' })).toBe('/roadmaps/1?view=timeline');
});
