import { joinPassages } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import { wholeLabel } from '#domain/orders/layout/listed/field-labels.ts';
import type { Field, ListedRecord } from '#domain/orders/layout/listed/list-records.ts';
import type { Block, Cell, Row, SourceDocument, Table } from '#domain/orders/source-document.ts';
import { rowNumber } from '#domain/orders/tables/cell-judge.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { filledLines, printedLines } from '#domain/orders/tables/cells.ts';
import { roleOfTitle } from '#domain/orders/tables/columns.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import { planTables } from '#domain/orders/tables/heads/plan-tables.ts';

export type FoundCards = { readonly records: readonly ListedRecord[]; readonly blocks: readonly Block[] };

const LONGEST_LABEL = 60;
/** One table of labels and values is the passport of a programme. */
const LEAST_CARDS = 2;
const FIRST_ROWS = 6;
const OF_PROGRAMME = /^\s*(?:цел[ьи]|задач[аи])(?!\p{L})|программ|проект|паспорт/iu;

/**
 * Finds measures given as cards: labels in the first column («Мероприятие», «Срок», «Ответственный»), values behind
 * them; a table for each measure, several measures below one another in one table, or side by side.
 * @returns null where none are, or where another table holds the plan
 */
export function findCards(document: SourceDocument, judge: CellJudge): FoundCards | null {
  const found = document.blocks.flatMap((block) => {
    const records = block.kind === 'table' ? cardsIn(block, judge) : [];
    return records.length === 0 ? [] : [{ block, records }];
  });
  const records = found.flatMap((each) => each.records);
  if (records.length < LEAST_CARDS) return null;
  const cards = new Set<Block>(found.map(({ block }) => block));
  const others = planTables({ ...document, blocks: document.blocks.filter((block) => !cards.has(block)) }, judge);
  return others.some(({ head }) => head.kind === 'measures') ? null : { records, blocks: [...cards] };
}

type OpenCard = { number: Passage | null; fields: Field[] };

function cardsIn(table: Table, judge: CellJudge): ListedRecord[] {
  if (table.rows.slice(0, FIRST_ROWS).every((row) => labelOf(row) === null)) return [];
  const labels = table.rows.map((row) => labelOf(row));
  const labelled = labels.filter((label) => label !== null);
  const roles = new Set(labelled.map(({ role }) => role));
  if (labelled.some(({ words }) => OF_PROGRAMME.test(words.text))) return [];
  if (!roles.has('deadline') && !roles.has('responsible')) return [];
  if (labelled.length < 2 || labelled.length * 2 < table.rows.length) return [];
  const cards: OpenCard[] = [];
  // Measures side by side are cards of their own, in the order of their columns.
  let group: OpenCard[] = [];
  let label: (typeof labels)[number] = null;
  for (const [index, row] of table.rows.entries()) {
    const own = labels[index] ?? null;
    const filled = row.cells.filter((cell) => printedLines(cell) !== '');
    const values = own === null ? filled : filled.filter((cell) => cell !== own.cell);
    const opens = own === null ? isTitleRow(filled, judge) : own.role === 'title' || own.role === 'number';
    const isOpen = group.some(({ fields }) => fields.some(({ role }) => role !== 'title'));
    if (group.length === 0 || (opens && isOpen)) {
      group = Array.from({ length: own === null ? 1 : Math.max(1, values.length) }, () => ({
        number: null,
        fields: [],
      }));
      cards.push(...group);
    }
    if (own !== null) label = own;
    values.forEach((cell, place) => {
      const card = group.length === 1 ? group[0] : group[place];
      const lines = filledLines(cell.lines);
      if (card === undefined) return;
      const number = own === null || own.role === 'number' ? rowNumber(printedLines(cell)) : null;
      if (number !== null) card.number = joinPassages(lines);
      else if (own === null && opens) card.fields.push({ role: 'title', label: null, lines });
      else if (label !== null) card.fields.push({ role: label.role, label: own === null ? null : label.words, lines });
    });
  }
  return cards.filter(isMeasure).map((card) => ({ ...card, heading: null }));
}

const isMeasure = ({ fields }: OpenCard): boolean =>
  fields.some(({ role }) => role === 'title') &&
  fields.some(({ role }) => role === 'deadline' || role === 'responsible');

/** The label in the first filled cell of a row, when something else stands behind it. */
function labelOf(row: Row): { role: ColumnRole; words: Passage; cell: Cell } | null {
  const [first, second] = row.cells.filter((cell) => printedLines(cell) !== '');
  if (first === undefined || second === undefined) return null;
  const text = printedLines(first);
  if (text.length > LONGEST_LABEL || /\d{3}/u.test(text)) return null;
  const known = wholeLabel(text);
  const read = roleOfTitle(text);
  const role = known?.role ?? (read.confidence > 0 && /^[\p{Lu}№]/u.test(text) ? read.role : null);
  return role === null ? null : { role, words: joinPassages(filledLines(first.lines)), cell: first };
}

/** «3 | Провести семинар», or one cell over the whole card: its title without a label. */
function isTitleRow(filled: readonly Cell[], judge: CellJudge): boolean {
  const texts = filled.map(printedLines).filter((text) => rowNumber(text) === null);
  return texts.length === 1 && judge.deadline(texts[0] ?? '') < 0.5 && /\p{L}{3}/u.test(texts[0] ?? '');
}
