import { slicePassage } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import { readAcross } from '#domain/orders/layout/across/read-across.ts';
import { initialModel, learn } from '#domain/orders/layout/flow/column-model.ts';
import type { CellGuess } from '#domain/orders/layout/flow/column-model.ts';
import { headerAt } from '#domain/orders/layout/flow/flow-header.ts';
import type { FlowHeader } from '#domain/orders/layout/flow/flow-header.ts';
import { Break, flowWords } from '#domain/orders/layout/flow/flow-words.ts';
import type { FlowLine, FlowWord } from '#domain/orders/layout/flow/flow-words.ts';
import { linesOfParagraphs, paragraphsOfLines } from '#domain/orders/layout/flow/paragraph-lines.ts';
import { segmentRows } from '#domain/orders/layout/flow/row-segmentation.ts';
import type { RowGuess, TableGuess } from '#domain/orders/layout/flow/row-segmentation.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';
import type { Block, Cell, Paragraph, Repair, Row, SourceDocument, Table } from '#domain/orders/source-document.ts';

export const DEBUG_CHOICE: { flow: number; across: number }[] = [];
/** Longer regions stay paragraphs. */
const MOST_WORDS = 40_000;
const READINGS = 4;

/**
 * Finds tables whose borders of cells are lost in the paragraphs of a document and lays them out again.
 *
 * A table begins with the titles of its columns; from there on the words are divided into rows and cells in the order of
 * the columns. The paragraphs concerned are replaced by tables of origin `guess`; all else stays as it was.
 */
export function layOutUndivided(
  document: SourceDocument,
  lexicon?: Pick<Lexicon, 'abbreviations' | 'organizations'>,
): SourceDocument {
  const executors = new Set<string>();
  for (const short of lexicon?.abbreviations.keys() ?? []) executors.add(short.toLowerCase().replaceAll('ё', 'е'));
  const blocks: Block[] = [];
  const repairs: Repair[] = [...document.repairs];
  let paragraphs: Paragraph[] = [];
  const flush = () => {
    blocks.push(...layOutParagraphs(paragraphs, document, executors, repairs));
    paragraphs = [];
  };
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') paragraphs.push(block);
    else {
      flush();
      blocks.push(block);
    }
  }
  flush();
  return { ...document, blocks, repairs };
}

function layOutParagraphs(
  paragraphs: readonly Paragraph[],
  document: SourceDocument,
  executors: ReadonlySet<string>,
  repairs: Repair[],
): Block[] {
  const lines = linesOfParagraphs(paragraphs, document);
  const words = flowWords(lines, executors);
  const headers = headersOf(words);
  if (headers.length === 0) return [...paragraphs];
  const blocks: Block[] = [];
  let done = 0;
  headers.forEach((header, index) => {
    const next = headers[index + 1]?.from ?? words.length;
    const end = tableEnd(words, header.body, next);
    if (end - header.body > MOST_WORDS) return;
    const found = readTable(words, header, end, lines, executors);
    if (found === null) return;
    blocks.push(...paragraphsOfLines(lines, words, done, header.from), found.table);
    done = found.to;
  });
  if (blocks.length === 0) return [...paragraphs];
  return [...blocks, ...paragraphsOfLines(lines, words, done, words.length)];
}

function headersOf(words: readonly FlowWord[]): FlowHeader[] {
  const headers: FlowHeader[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || (word.before === Break.space && index > 0)) continue;
    const header = headerAt(words, index);
    if (header === null) continue;
    headers.push(header);
    index = header.body - 1;
  }
  // The same titles again are those of the next page.
  return headers;
}

const BEHIND_TABLE =
  /^(?:(?:Используемые|Применяемые|Принятые|Условные|Список|Перечень)\s+(?:сокращени|обозначени|используемых сокращ|принятых сокращ)|Приложение(?:\s+№?\s*\d|\s*$)|Сокращения:)/u;

function tableEnd(words: readonly FlowWord[], from: number, next: number): number {
  for (let index = from; index < next; index += 1) {
    const word = words[index];
    if (word === undefined || word.before === Break.space) continue;
    if (!/^(?:Исп|Прим|Прин|Усл|Спис|Пере|Прил|Сокр)/u.test(word.text)) continue;
    const line = words
      .slice(index, index + 4)
      .map(({ text }) => text)
      .join(' ');
    if (BEHIND_TABLE.test(line)) return index;
  }
  return next;
}

function readTable(
  words: readonly FlowWord[],
  header: FlowHeader,
  end: number,
  lines: readonly FlowLine[],
  executors: ReadonlySet<string>,
): { table: Table; to: number } | null {
  const roles = header.columns.map((column) => column.role);
  const body = words.slice(header.body, end);
  let model = initialModel(body, roles);
  let guess: TableGuess = segmentRows(body, model);
  for (let reading = 1; reading < READINGS; reading += 1) {
    model = learn(
      body,
      roles,
      guess.rows.flatMap((row) => (row.kind === 'cells' ? row.cells : [])),
    );
    const again = segmentRows(body, model);
    const settled = sameRows(guess.rows, again.rows);
    guess = again;
    if (settled) break;
  }
  const measures = guess.rows.filter((row) => row.kind === 'cells');
  const bodyLine = words[header.body]?.line ?? lines.length;
  const endLine = end < words.length ? (words[end]?.line ?? lines.length) : lines.length;
  const across = readAcross(lines.slice(bodyLine, endLine), roles, executors);
  DEBUG_CHOICE.push({ flow: guess.cost / guess.to, across: across?.costPerWord ?? 0 });
  const preferAcross = across !== null && across.costPerWord < guess.cost / guess.to;
  if (!preferAcross && measures.length < 2) return null;
  const titles = header.columns.map((column, index) =>
    cellOf(words, lines, [{ column: index, from: column.from, to: column.to }], index),
  );
  const rows: Row[] = [{ cells: titles.filter((cell) => cell !== null), header: true }];
  if (preferAcross && across !== null) {
    const to = words.findIndex((word) => word.line >= bodyLine + across.lines);
    return {
      table: { kind: 'table', width: roles.length, rows: [...rows, ...across.rows], origin: 'guess' },
      to: to < 0 ? words.length : to,
    };
  }
  for (const row of guess.rows) rows.push(rowOf(body, lines, row, roles.length));
  return { table: { kind: 'table', width: roles.length, rows, origin: 'guess' }, to: header.body + guess.to };
}

function sameRows(one: readonly RowGuess[], other: readonly RowGuess[]): boolean {
  const borders = (rows: readonly RowGuess[]) =>
    rows.flatMap((row) =>
      row.kind === 'section' ? [row.from] : row.cells.flatMap((cell) => [cell.column, cell.from]),
    );
  const [a, b] = [borders(one), borders(other)];
  return a.length === b.length && a.every((border, index) => border === b[index]);
}

function rowOf(words: readonly FlowWord[], lines: readonly FlowLine[], row: RowGuess, width: number): Row {
  const afterBreak = words[row.from]?.before === Break.page ? { afterBreak: true } : {};
  if (row.kind === 'section') {
    return { cells: [{ column: 0, span: width, lines: passagesOf(words, lines, row.from, row.to) }], ...afterBreak };
  }
  const cells: Cell[] = [];
  for (let column = 0; column < width; column += 1) {
    const cell = cellOf(words, lines, row.cells, column);
    if (cell !== null) cells.push(cell);
  }
  return { cells, ...afterBreak };
}

function cellOf(
  words: readonly FlowWord[],
  lines: readonly FlowLine[],
  guesses: readonly CellGuess[],
  column: number,
): Cell | null {
  const own = guesses.filter((guess) => guess.column === column);
  return { column, span: 1, lines: own.flatMap((guess) => passagesOf(words, lines, guess.from, guess.to)) };
}

function passagesOf(words: readonly FlowWord[], lines: readonly FlowLine[], from: number, to: number): Passage[] {
  const passages: Passage[] = [];
  let index = from;
  while (index < to) {
    const first = words[index];
    if (first === undefined) break;
    let last = first;
    while (index < to && words[index]?.line === first.line) {
      last = words[index] ?? last;
      index += 1;
    }
    const line = lines[first.line];
    if (line !== undefined) passages.push(slicePassage(line.passage, first.from, last.to));
  }
  return passages;
}
