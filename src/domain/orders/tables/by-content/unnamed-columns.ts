import type { Table } from '#domain/orders/source-document.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { printedLines } from '#domain/orders/tables/cells.ts';
import { roleOfTitle, type ColumnRole } from '#domain/orders/tables/columns.ts';
import type { Column, Head } from '#domain/orders/tables/heads/head.ts';

const FITS = 0.7;
const MOST = 0.6;
/** Cells that are looked at: the beginning of a table says what its columns hold. */
const LOOKED_AT = 60;
const SHORTEST_TITLES = 12;
/** Outcomes are worded freely: half of them beginning as documents or counts do is telling enough. */
const OUTCOMES = 0.5;

/**
 * Gives a role to columns whose titles say nothing known («Начало и окончание», «Вехи»), by what stands below them: the
 * deadlines, executors or results that no other column holds, and the measures beside a column of directions.
 */
export function nameUnknownColumns(head: Head, table: Table, judge: CellJudge): Head {
  if (head.kind !== 'measures') return head;
  const columns = [...head.columns];
  const isUnknown = (column: Column): boolean => column.role === 'other' && roleOfTitle(column.title).confidence === 0;
  if (!columns.some(isUnknown)) return head;
  const texts = columns.map((column) => textsBelow(column, head, table));
  const give = (role: ColumnRole, fits: (text: string) => number, { least = MOST, behind = -1 } = {}): void => {
    if (columns.some((column) => column.role === role || column.secondRole === role)) return;
    const place = columns.findIndex(
      (column, index) => index > behind && isUnknown(column) && shareOf(texts[index] ?? [], fits) >= least,
    );
    const found = columns[place];
    if (found !== undefined) columns[place] = { ...found, role, confidence: 0.7 };
  };
  give('deadline', judge.deadline);
  give('responsible', judge.executors);
  const measuresAt = columns.findIndex(({ role }) => role === 'title');
  give('result', (text) => (namesOutcome(text) ? 1 : 0), { least: OUTCOMES, behind: measuresAt });

  const direction = columns.findIndex(({ role, title }) => role === 'title' && roleOfTitle(title).role === 'section');
  const measures = columns.findIndex((column, index) => {
    const own = texts[index] ?? [];
    const above = new Set(texts[direction] ?? []).size;
    return index > direction && isUnknown(column) && namesMeasures(own) && new Set(own).size > above;
  });
  const [named, titled] = [columns[direction], columns[measures]];
  if (named !== undefined && titled !== undefined) {
    columns[direction] = { ...named, role: 'section' };
    columns[measures] = { ...titled, role: 'title', confidence: 0.7 };
  }
  return { ...head, columns };
}

function textsBelow(column: Column, head: Head, table: Table): string[] {
  return table.rows
    .slice(head.bodyFrom, head.bodyFrom + LOOKED_AT)
    .flatMap((row) =>
      row.cells.filter((cell) => cell.column >= column.from && cell.column < column.to && cell.span === 1),
    )
    .map(printedLines)
    .filter((text) => text !== '');
}

const shareOf = (texts: readonly string[], fits: (text: string) => number): number =>
  texts.length === 0 ? 0 : texts.filter((text) => fits(text) >= FITS).length / texts.length;

const OUTCOME =
  /^(?:приказ|справк|протокол|отч[её]т|аналитическ|список|перечень|положени|договор|соглашени|реестр|сборник|решени|рекомендаци|журнал|акт(?!\p{L})|сертификат|информаци|публикаци|методическ|(?:не менее|не более|более|до|охват)\s+\d|\d+\s*(?:%|\p{L})|(?:увеличени|повышени|снижени|рост|сформирован|проведен|обучен|создан|разработан|подготовлен|утвержден|издан|заключен)\p{L}*\s)/iu;

/** What a measure ends with: a document, a count, or what is then done. */
const namesOutcome = (text: string): boolean => OUTCOME.test(text);

/** Long enough texts that are all different. */
const namesMeasures = (texts: readonly string[]): boolean =>
  texts.reduce((sum, text) => sum + text.length, 0) >= SHORTEST_TITLES * texts.length &&
  new Set(texts).size >= 0.8 * texts.length;
