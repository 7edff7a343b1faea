import type { Passage } from '#domain/language/passage.ts';
import { printed } from '#domain/orders/layout/listed/list-lines.ts';
import type { Field, ListedRecord } from '#domain/orders/layout/listed/list-records.ts';
import type { Cell, Row, Table } from '#domain/orders/source-document.ts';
import { foldTitle } from '#domain/orders/tables/columns.ts';

const UNLABELLED: Readonly<Partial<Record<Field['role'], string>>> = {
  title: 'Мероприятие',
  deadline: 'Срок',
  responsible: 'Ответственные',
};

/**
 * The measures of a list as the table that it could have been: a column for each label, titled as it is printed for the
 * first time.
 */
export function tableOf(records: readonly ListedRecord[]): Table {
  const columns = new Map<string, Passage>();
  if (records.some(({ number }) => number !== null)) columns.set('number', printed('№'));
  columns.set('title', firstLabel(records, 'title') ?? printed(UNLABELLED.title ?? ''));
  for (const field of records.flatMap(({ fields }) => fields)) {
    const key = keyOf(field);
    if (!columns.has(key)) columns.set(key, field.label ?? printed(UNLABELLED[field.role] ?? ''));
  }
  // Months that head items are their deadlines; an item without one is told to lack it.
  if (!columns.has('deadline') && columns.has('responsible'))
    columns.set('deadline', printed(UNLABELLED.deadline ?? ''));
  // A row tells a section only where rows have more than two cells.
  if (columns.size < 3 && records.some(({ heading }) => heading !== null)) columns.set('none', printed(''));
  const keys = [...columns.keys()];
  const rows: Row[] = [{ header: true, cells: [...columns.values()].map((title, column) => cell(column, 1, [title])) }];
  for (const record of records) {
    if (record.heading !== null) rows.push({ cells: [cell(0, keys.length, record.heading)] });
    rows.push({ cells: keys.map((key, column) => cell(column, 1, linesOf(record, key))) });
  }
  return { kind: 'table', width: keys.length, rows, origin: 'geometry' };
}

const cell = (column: number, span: number, lines: readonly Passage[]): Cell => ({ column, span, lines });

const keyOf = ({ role, label }: Field): string => (role === 'other' ? `other ${foldTitle(label?.text ?? '')}` : role);

function linesOf(record: ListedRecord, key: string): readonly Passage[] {
  if (key === 'number') return record.number === null ? [] : [record.number];
  return record.fields.filter((field) => keyOf(field) === key).flatMap(({ lines }) => lines);
}

function firstLabel(records: readonly ListedRecord[], role: Field['role']): Passage | null {
  for (const { fields } of records)
    for (const field of fields) if (field.role === role && field.label !== null) return field.label;
  return null;
}
