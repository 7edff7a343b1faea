import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** How well a text fits what a column holds, each 0…1. Built from the grammars, so that tables and grammars stay apart. */
export type CellJudge = {
  readonly deadline: (text: string) => number;
  readonly executors: (text: string) => number;
};

/**
 * «1», «1.», «2.3)», «IV.», «№ 5», «п. 5», «А1», «1 250», «1,2» (how a spreadsheet prints a typed 1.2), also with the stray bars
 * of a recognised scan.
 */
const ROW_NUMBER =
  /^(?:№|(?:п|пп|пункт)\.?\s)?\s*(\d{1,4}(?:\s?\.\s?\d{1,3}|,\d{1,2}(?=\D*$)){0,4}|[1-9] \d{3}|[IVXІХ]{1,6}|\d{1,3}[а-я]?|\p{Lu}{1,2}[.-]?\d{1,3}(?:\.\d{1,3}){0,3})\s*[.)|]*$/u;
const YEAR = /^20\d\d$/u;

/** The number of a row without trailing dots and brackets, its parts divided by dots, or null when the text is no number. */
export function rowNumber(text: string): string | null {
  const match = ROW_NUMBER.exec(text.trim());
  return match?.[1]?.replace(/\s/gu, '').replace(',', '.') ?? null;
}

/** Whether a text counts a row where it may as well be a year: outside a column of numbers. */
export function countsRow(text: string): boolean {
  const number = rowNumber(text);
  return number !== null && !YEAR.test(number);
}

const ROMAN = /^[IVXІХ]+$/u;

export function isRoman(number: string): boolean {
  return ROMAN.test(number);
}

const PUBLICATION =
  /ссылк|сайт|портал|«интернет»|сети интернет|https?:|www\.|соц(?:иальн\S*)?\s*сет|вконтакте|телеграм|telegram|сми(?!\p{L})|публикаци|размещени|информационн\S+ письм/iu;

/** How well a text fits the information-support column. */
export function publicationLikeness(text: string): number {
  if (text === '' || /^[-–—]$/u.test(text)) return 0.5;
  if (/^(?:ссылк|сайт|https?:|www)/iu.test(text)) return 1;
  return PUBLICATION.test(text) ? 0.8 : 0.1;
}

/** A sign that only says «yes» in a grid of months. */
const MARK = /^[+xхvV✓✔☑●■▪*×]$/iu;
export const isMark = (text: string): boolean => MARK.test(text.trim());

/**
 * How badly a text fits a column of a role: 0 for a good fit, about 6 for an impossible one.
 * @param before what the column already holds when the row goes on from the row above
 */
export function misfit(text: string, role: ColumnRole, judge: CellJudge, before = ''): number {
  if (text === '') return 0;
  const whole = before === '' ? text : `${before} ${text}`;
  switch (role) {
    case 'number':
      return rowNumber(text) === null ? 6 : 0;
    case 'deadline':
      if (isMark(text)) return 0;
      return 5 * (1 - Math.max(judge.deadline(text), before === '' ? 0 : judge.deadline(whole)));
    case 'responsible':
      return (
        3 * (1 - Math.max(judge.executors(text), before === '' ? 0 : judge.executors(whole))) + lengthCost(text, 160)
      );
    case 'publication':
      return 2 * (1 - publicationLikeness(text)) - (before === '' ? 0 : 0.4);
    case 'title':
    case 'result':
    case 'indicator':
      return proseMisfit(text, role, judge);
    case 'section':
    case 'source':
    case 'value':
    case 'unit':
    case 'other':
      return 0.8;
    default:
      return role satisfies never;
  }
}

/** Titles and results are running text: what is plainly something else fits them badly. */
function proseMisfit(text: string, role: 'title' | 'result' | 'indicator', judge: CellJudge): number {
  if (countsRow(text)) return role === 'result' ? 2 : 4;
  const asDeadline = judge.deadline(text);
  const asExecutors = text.length < 60 ? judge.executors(text) : 0;
  const asPublication = /^ссылк/iu.test(text) ? 1 : 0;
  const shortTitle = role === 'title' && text.length < 12 ? 1 : 0;
  return 0.4 + Math.max(asDeadline * 3, asExecutors * 1.6, asPublication * 2.4) + shortTitle;
}

function lengthCost(text: string, limit: number): number {
  return text.length <= limit ? 0 : Math.min(3, (text.length - limit) / 80);
}
