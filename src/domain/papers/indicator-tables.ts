import type { PaperColumn, PaperTable } from '#domain/papers/paper.ts';
import type { WrittenPlan } from '#domain/papers/written-plan.ts';

type Indicator = WrittenPlan['indicators'][number];
/** The values of an indicator by the years they are promised for; one value for all the time stands under ''. */
type Values = ReadonlyMap<string, string>;

/** Tables of indicators: neighbours with values for the same years, and the same further columns, share one. */
export function indicatorTables(indicators: readonly Indicator[], summary: string): PaperTable[] {
  const groups: Indicator[][] = [];
  for (const indicator of indicators) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && shape(group[0]) === shape(indicator)) group.push(indicator);
    else groups.push([indicator]);
  }
  return groups.map((group) => tableOf(group, summary));
}

const shape = (indicator: Indicator): string =>
  JSON.stringify([[...valuesOf(indicator).keys()], Object.keys(indicator.other ?? {})]);

function tableOf(indicators: readonly Indicator[], summary: string): PaperTable {
  const [first] = indicators;
  const years = first === undefined ? [] : [...valuesOf(first).keys()];
  const others = Object.keys(first?.other ?? {});
  const has = (test: (indicator: Indicator) => boolean): boolean => indicators.some(test);
  const columns: readonly (PaperColumn & { readonly cell: (indicator: Indicator) => string })[] = [
    ...(has(({ number }) => number !== null)
      ? [{ ...NUMBER, cell: ({ number }: Indicator) => (number === null ? '' : `${number}.`) }]
      : []),
    { ...NAME, cell: ({ name }) => name },
    ...(has(needsUnit) ? [{ ...UNIT, cell: (indicator: Indicator) => indicator.unit ?? '' }] : []),
    ...years.map((year) => ({
      title: year === '' ? 'Целевое значение' : `${year} год`,
      width: year === '' ? 18 : 10,
      aligned: 'centre' as const,
      cell: (indicator: Indicator) => valuesOf(indicator).get(year) ?? '',
    })),
    ...(has(({ source }) => source !== null) ? [{ ...SOURCE, cell: ({ source }: Indicator) => source ?? '' }] : []),
    ...others.map((title) => ({
      title,
      width: 14,
      aligned: 'left' as const,
      cell: ({ other }: Indicator) => other?.[title] ?? '',
    })),
  ];
  return {
    kind: 'table',
    summary,
    columns: columns.map(({ title, width, aligned }) => ({ title, width, aligned })),
    rows: indicators.map((indicator) => ({ kind: 'cells', cells: columns.map(({ cell }) => cell(indicator)) })),
  };
}

/** «2025: 15; 2026: 20» has a value for each year. */
function valuesOf({ target, value, unit }: Indicator): Values {
  const dated = (target ?? '')
    .split(/; (?=(?:19|20)\d\d: )/u)
    .map((part): [string, string] | null =>
      /^(?:19|20)\d\d: ./su.test(part) ? [part.slice(0, 4), part.slice(6)] : null,
    );
  const years = dated.filter((part) => part !== null);
  if (years.length > 1 && years.length === dated.length) return new Map(years);
  const made = value === null ? '' : `${String(value).replace('.', ',')}${unit === '%' ? ' %' : ''}`;
  return new Map([['', target ?? made]]);
}

/** The unit needs a column where the value does not print it. */
function needsUnit({ target, value, unit }: Indicator): boolean {
  return (
    unit !== null && value !== null && !(unit === '%' ? (target ?? '%').includes('%') : (target ?? '').includes(unit))
  );
}

const NUMBER: PaperColumn = { title: '№ п/п', width: 6, aligned: 'centre' };
const NAME: PaperColumn = { title: 'Наименование показателя', width: 44, aligned: 'left' };
const UNIT: PaperColumn = { title: 'Единица измерения', width: 13, aligned: 'centre' };
const SOURCE: PaperColumn = { title: 'Источник данных', width: 20, aligned: 'left' };
