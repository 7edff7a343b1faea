import { joinPassages, slicePassage, trimPassage } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { ListLine } from '#domain/orders/layout/listed/list-lines.ts';
import { trimValue } from '#domain/orders/layout/listed/list-lines.ts';
import { frontOf, tailOf } from '#domain/orders/layout/listed/title-tail.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** A value of a measure under its label; the label is null where the words themselves tell what they are. */
export type Field = { readonly role: ColumnRole; readonly label: Passage | null; readonly lines: Passage[] };

/** A measure as a list or a card gives it. */
export type ListedRecord = {
  readonly number: Passage | null;
  readonly fields: readonly Field[];
  /** The heading above it, where one stands. */
  readonly heading: readonly Passage[] | null;
};

const LONGEST_HEADING = 200;

/** The measure in the lines of one item, and the lines behind it that head the next items. */
export function recordOf(
  lines: readonly ListLine[],
  heading: readonly Passage[] | null,
  judge: CellJudge,
): { record: ListedRecord; next: readonly Passage[]; taken: number } {
  const fields: Field[] = [{ role: 'title', label: null, lines: [] }];
  let taken = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && leaves(fields, line)) break;
    const first = line.labels[0]?.from ?? line.words.text.length;
    const before = index === 0 || line.number === null ? line.words : line.source.passage;
    const shift = before.text.length - line.words.text.length;
    push(fields, slicePassage(before, 0, first + shift));
    for (const [order, label] of line.labels.entries()) {
      const to = line.labels[order + 1]?.from ?? line.words.text.length;
      fields.push({ role: label.role, label: slicePassage(line.words, label.from, label.to), lines: [] });
      push(fields, slicePassage(line.words, label.valueFrom, to));
    }
    taken = index + 1;
  }
  const filled = fields.map(withoutEnd).filter((field) => field.lines.length > 0);
  const known = filled.some(({ role }) => role === 'deadline' || role === 'responsible');
  const isDated = filled.some(({ role }) => role === 'deadline');
  const next = lines.slice(taken).map(({ source }) => source.passage);
  const record = {
    number: lines[0]?.number ?? null,
    fields: isDated ? filled : withoutLabels(filled, known, judge),
    heading,
  };
  const isHeading = next.length > 0 && next.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_HEADING;
  return { record, next: isHeading ? next : [], taken };
}

function push(fields: Field[], value: Passage): void {
  const words = trimPassage(value);
  if (words.text !== '') fields.at(-1)?.lines.push(words);
}

/** The field without what divides its last line from the next value. */
function withoutEnd(field: Field): Field {
  const last = field.lines.at(-1);
  const trimmed = last === undefined ? null : trimValue(last);
  if (trimmed === null) return field;
  return { ...field, lines: [...field.lines.slice(0, -1), ...(trimmed.text === '' ? [] : [trimmed])] };
}

/** Whether the line begins something that is no part of the item: a paragraph of its own behind values that are complete. */
function leaves(fields: readonly Field[], line: ListLine): boolean {
  if (line.labels.some(({ from }) => from === 0)) return false;
  if (line.isHeading) return true;
  const last = fields.at(-1);
  const before = last?.lines.at(-1)?.text ?? '';
  if (!line.source.opens || line.style === 'bullet' || before === '' || last?.label === null) return false;
  return /^[\p{Lu}«"\d]/u.test(line.source.text) && !/[:;,(–—-]$/u.test(before);
}

/**
 * The fields with what the title holds besides: a deadline in front of it («Март 2026 – …»); where nothing has a label,
 * deadline and executors in brackets or behind a dash at its end.
 */
function withoutLabels(fields: readonly Field[], isLabelled: boolean, judge: CellJudge): readonly Field[] {
  const [title, ...others] = fields;
  if (title === undefined || title.role !== 'title' || title.label !== null) return fields;
  const whole = joinPassages(title.lines);
  const cut = (role: ColumnRole, from: number, to: number): Field[] =>
    from >= to ? [] : [{ role, label: null, lines: [trimPassage(slicePassage(whole, from, to))] }];
  const front = frontOf(whole.text, judge);
  if (front !== null)
    return [...cut('title', front.titleFrom, whole.text.length), ...cut('deadline', 0, front.deadlineTo), ...others];
  const tail = isLabelled ? null : tailOf(whole.text, judge);
  if (tail === null) return fields;
  return [
    ...cut('title', 0, tail.titleTo),
    ...cut('deadline', ...tail.deadline),
    ...cut('responsible', ...tail.executors),
    ...others,
  ];
}
