import type { Occurrence, Occurrences } from '#domain/occurrences/occurrence.ts';
import type { Setting } from '#domain/occurrences/occurrences.ts';
import { frameOfPlan, occurrencesIn } from '#features/roadmaps/occurrences/dated-rows.ts';
import type { ReadingAddress } from '#features/roadmaps/reading/reading-address.ts';
import { PAGE_SIZE } from '#features/roadmaps/reading/reading-address.ts';

/** What of a row the views need. */
export type Row = {
  readonly measureId: number;
  readonly sectionId: number | null;
  readonly number: string | null;
  readonly title: string;
  readonly result: string | null;
  readonly state: string;
  readonly deadlineText: string | null;
  readonly deadline: Parameters<typeof occurrencesIn>[1]['deadline'];
  readonly executors: readonly Executor[];
};

type Executor = {
  readonly words: string;
  readonly organizationId: number | null;
  readonly groupId: number | null;
  readonly name: string | null;
};

/** A line under a heading: the row, with the occurrences that stand there or the reason why there are none. */
export type Line<R extends Row = Row> = { readonly row: R; readonly dates: Occurrences };

/** A heading with its lines. `key`: a month, an executor's key, or the empty string for the rest; `size` is all of them. */
export type Band<R extends Row = Row> = {
  readonly key: string;
  readonly title: string;
  readonly size: number;
  readonly lines: readonly Line<R>[];
};

/** A road map arranged for one view. */
export type Reading<R extends Row = Row> = {
  readonly address: ReadingAddress;
  /** Rows that the filters leave. */
  readonly found: number;
  /** The page of lines: one band without a heading for the table and the timeline. */
  readonly bands: readonly Band<R>[];
  /** Lines on all pages. */
  readonly total: number;
  readonly executors: readonly { readonly key: string; readonly name: string }[];
  readonly plan: Setting['plan'];
  readonly today: string;
};

const collator = new Intl.Collator('ru', { numeric: true });

/** Tells an executor from others: the organisation, the group, or the words where nobody is known by them. */
export function executorKey({ words, organizationId, groupId }: Executor): string {
  if (organizationId !== null) return `o${organizationId}`;
  return groupId === null ? `w${words}` : `g${groupId}`;
}

/** Filters the rows of a version and puts them under the headings of the view that the address asks for. */
export function arrange<R extends Row>(
  rows: readonly R[],
  period: { readonly from: string | null; readonly to: string | null },
  address: ReadingAddress,
  today: string,
): Reading<R> {
  const measures = rows.filter(({ state }) => state !== 'dropped');
  const plan = frameOfPlan(
    period,
    measures.map(({ deadline }) => deadline),
    today,
  );
  const lines = measures
    .filter((row) => isAsked(row, address))
    .map((row): Line<R> => ({ row, dates: occurrencesIn(plan, row) }));
  const bands = bandsOf(lines, address);
  return {
    ...{ address, found: lines.length, plan, today },
    bands: pageOf(bands, address.page),
    total: bands.reduce((sum, { size }) => sum + size, 0),
    executors: executorsOf(measures),
  };
}

function isAsked(row: Row, { q, executor, section }: ReadingAddress): boolean {
  if (section !== null && row.sectionId !== section) return false;
  if (executor !== '' && !row.executors.some((one) => executorKey(one) === executor)) return false;
  const text = plain([row.number, row.title, row.result, row.deadlineText].join(' '));
  return plain(q)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

function bandsOf<R extends Row>(lines: readonly Line<R>[], { view, executor }: ReadingAddress): Band<R>[] {
  switch (view) {
    case null:
    case 'timeline':
      return [{ key: '', title: '', size: lines.length, lines }];
    case 'executors':
      return byExecutor(lines, executor);
    case 'months':
      return byMonth(lines);
    default:
      return view satisfies never;
  }
}

function byExecutor<R extends Row>(lines: readonly Line<R>[], only: string): Band<R>[] {
  const bands = executorsOf(lines.map(({ row }) => row))
    .filter(({ key }) => only === '' || key === only)
    .map(({ key, name }) => band(key, name, linesOf(key)));
  return [
    ...bands,
    band(
      '',
      '',
      lines.filter(({ row }) => row.executors.length === 0),
    ),
  ].filter(({ size }) => size > 0);

  function linesOf(key: string): Line<R>[] {
    return lines.filter(({ row }) => row.executors.some((one) => executorKey(one) === key));
  }
}

/** A measure stands in each month in which one of its occurrences ends. */
function byMonth<R extends Row>(lines: readonly Line<R>[]): Band<R>[] {
  const months = new Map<string, Line<R>[]>();
  for (const { row, dates } of lines) {
    if (!dates.dated) continue;
    for (const [month, list] of Map.groupBy(dates.list, ({ to }: Occurrence) => to.slice(0, 7)))
      months.set(month, [...(months.get(month) ?? []), { row, dates: { dated: true, list } }]);
  }
  const bands = [...months].toSorted(([one], [other]) => collator.compare(one, other));
  return [
    ...bands.map(([month, ofMonth]) => band(month, '', ofMonth)),
    band(
      '',
      '',
      lines.filter(({ dates }) => !dates.dated || dates.list.length === 0),
    ),
  ].filter(({ size }) => size > 0);
}

function band<R extends Row>(key: string, title: string, lines: readonly Line<R>[]): Band<R> {
  return { key, title, size: lines.length, lines };
}

function executorsOf(rows: readonly Row[]) {
  const names = new Map<string, string>();
  for (const { executors } of rows)
    for (const one of executors) if (!names.has(executorKey(one))) names.set(executorKey(one), one.name ?? one.words);
  return [...names]
    .map(([key, name]) => ({ key, name }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
}

/** The lines of one page, under the headings they have. */
function pageOf<R extends Row>(bands: readonly Band<R>[], page: number): Band<R>[] {
  const shown: Band<R>[] = [];
  let before = -(page - 1) * PAGE_SIZE;
  for (const one of bands) {
    const lines = one.lines.slice(Math.max(0, -before), Math.max(0, PAGE_SIZE - before));
    if (lines.length > 0) shown.push({ ...one, lines });
    before += one.size;
  }
  return shown;
}
