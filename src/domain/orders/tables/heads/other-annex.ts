import type { SourceDocument, Table } from '#domain/orders/source-document.ts';
import { countsRow } from '#domain/orders/tables/cell-judge.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { foldTitle } from '#domain/orders/tables/columns.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import type { Head } from '#domain/orders/tables/heads/head.ts';
import { printedLines } from '#domain/orders/tables/cells.ts';

const ANNEX = /^приложение(?:\s*(?:№|N)?\s*\d{1,2})?(?:\s*\.|\s+к(?:о)?\s.*)?$/iu;
const LIST =
  /^(?:состав|перечень|список|график|план-график|расписание|форма|реестр|показатели|отч[её]т)(?:\s\p{L}|\s*$)/iu;

/** A line that only says that another annex begins. */
export const opensAnnex = (text: string): boolean => text.length < 200 && ANNEX.test(text.trim());

const STAMP_OF_ANNEX = /^(?:к\s(?:приказ|постановлени|распоряжени)|от\s[«"\d_]|№\s?\d)/iu;

/** Where the title begins among lines that a new annex opens: behind «Приложение № 2 / к приказу / от … № …»; else 0. */
export function titleInAnnex(lines: readonly { readonly text: string }[]): number {
  if (!opensAnnex(lines[0]?.text ?? '')) return 0;
  const title = lines.findIndex(({ text }, index) => index > 0 && !STAMP_OF_ANNEX.test(text.trim().slice(0, 60)));
  return Math.max(0, title);
}

/** Whether a heading of another annex, a list or a schedule stands between the table `index` and the one before it. */
export function isInOtherAnnex(document: SourceDocument, index: number): boolean {
  for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
    const block = document.blocks[earlier];
    if (block?.kind !== 'paragraph') return false;
    if (block.lines.some(({ text }) => opensAnnex(text) || (text.length < 200 && LIST.test(text.trim())))) return true;
  }
  return false;
}

const DEEDS = /мероприяти|действи|содержание|деятельност|работ|(?:^|\s)мер[аы]?(?:\s|$)|событи|задач|поручени|шаг/u;

/** Whether a head names deeds and who does them or what comes of them: that of a plan wherever it stands. */
export function headsDeeds(head: Head): boolean {
  const has = (role: ColumnRole): boolean =>
    head.columns.some((column) => column.role === role || column.secondRole === role);
  const title = head.columns.find((column) => column.role === 'title')?.title ?? '';
  return DEEDS.test(foldTitle(title)) && (has('responsible') || has('result'));
}

const LONGEST_TITLE = 60;

/**
 * Whether the first row of cells titles columns, though not of a plan («№ | Тема вебинара | Дата | Ведущий»): it begins
 * with «№», or all its cells are short words without figures and a row below holds what they only name.
 */
export function titlesOtherColumns(table: Table, judge: CellJudge): boolean {
  const from = table.rows.findIndex((row) => row.cells.filter((cell) => printedLines(cell) !== '').length > 1);
  const titles = table.rows[from]?.cells.map(printedLines) ?? [];
  if (titles.length < 2 || countsRow(titles[0] ?? '')) return false;
  if (/^(?:№|N$|п\s?\/\s?п)/iu.test(titles[0] ?? '') || table.rows[from]?.header === true) return true;
  const below = table.rows.slice(from + 1).flatMap((row) => row.cells.map(printedLines));
  return (
    titles.every(
      (title) => /^\p{Lu}[^\d.]*$/u.test(title) && title.length <= LONGEST_TITLE && judge.deadline(title) < 0.5,
    ) && below.some((text) => /\d/u.test(text) || judge.deadline(text) >= 0.9)
  );
}
