import { slicePassage } from '#domain/language/passage.ts';
import type { AcrossTitle } from '#domain/orders/layout/across/across-header.ts';
import { readAcross } from '#domain/orders/layout/across/read-across.ts';
import type { Care } from '#domain/orders/layout/across/read-across.ts';
import { Break, flowWords } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowLine, FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { linesOfParagraphs, paragraphsOfLines } from '#domain/orders/layout/flow/words/paragraph-lines.ts';
import { flowReader } from '#domain/orders/layout/flow/read-flow.ts';
import { tableRegions } from '#domain/orders/layout/flow/table-regions.ts';
import type { TableRegion } from '#domain/orders/layout/flow/table-regions.ts';
import { passagesOf } from '#domain/orders/layout/flow/words/word-passages.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import type { Block, Paragraph, Repair, Row, SourceDocument, Table } from '#domain/orders/source-document.ts';

/** Longer regions stay paragraphs. */
const MOST_WORDS = 40_000;
/** A reading of cells one after another that is this likely needs no second opinion. */
const SURE = -0.5;
/** So many lines, read roughly, tell whether columns were read across after all. */
const PROBE_LINES = 40;
/** A rough reading may cost so much more for each word than a thorough one. */
const ROUGH_MARGIN = 0.3;
/** A reading less likely than this is none. */
const DOUBTFUL = 0;
/** The same for lines of all cells side by side, which scans damage. */
const DESPERATE = 1.2;

/**
 * Finds tables whose borders of cells are lost in the paragraphs of a document and lays them out again.
 *
 * A table begins with the titles of its columns; from there on the words are divided into rows and cells, either one cell
 * after another, or with the lines of all cells of a row side by side, whichever explains them better. The paragraphs
 * concerned are replaced by tables of origin `guess`; all else stays as it was.
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
    if (block.kind === 'paragraph') {
      paragraphs.push(block);
      continue;
    }
    flush();
    blocks.push(block);
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
  const blocks: Block[] = [];
  let done = 0;
  for (const region of tableRegions(words)) {
    if (region.to - region.from > MOST_WORDS || region.from < done) continue;
    const found = readRegion(words, lines, region, executors);
    if (found === null) continue;
    blocks.push(...paragraphsOfLines(lines, words, done, region.from), found.table);
    repairs.push(...found.repairs);
    done = found.to;
  }
  if (blocks.length === 0) return [...paragraphs];
  return [...blocks, ...paragraphsOfLines(lines, words, done, words.length)];
}

type FoundTable = { readonly table: Table; readonly to: number; readonly repairs: readonly Repair[] };
type Reading = {
  readonly body: number;
  readonly titles: readonly AcrossTitle[];
  readonly rows: readonly Row[];
  readonly to: number;
  readonly cost: number;
};

function readRegion(
  words: readonly FlowWord[],
  lines: readonly FlowLine[],
  region: TableRegion,
  executors: ReadonlySet<string>,
): FoundTable | null {
  const flow = flowReading(words, lines, region);
  const doubtful =
    flow === null ||
    flow.cost > SURE ||
    hasBars(words, region) ||
    (titlesShareLine(region, words) &&
      (acrossReading(words, lines, beginningOf(region, words), executors, 'rough')?.cost ?? Infinity) <
        flow.cost + ROUGH_MARGIN);
  const across = doubtful ? acrossReading(words, lines, region, executors) : null;
  const best = across !== null && (flow === null || across.cost < flow.cost) ? across : flow;
  if (best === null || best.cost > (best === across ? DESPERATE : DOUBTFUL)) return null;
  const heading = best.titles.map((title, column) => ({
    column,
    span: 1,
    lines: title.words.flatMap((index) => passagesOf(words, lines, index, index + 1)),
  }));
  const repairs = region.repeats
    .filter((repeat) => repeat.to <= best.to)
    .flatMap(({ from, to, what }) =>
      passagesOf(words, lines, from, to).map((passage): Repair => {
        const code = what === 'titles' ? 'repeated-header' : 'page-number-removed';
        return { code, at: spanOf(passage.at), words: passage.text };
      }),
    );
  repairs.push(...columnNumbers(words, lines, region, best));
  if (best === across) repairs.push(...barRepairs(words, lines, region.from, best));
  const table: Table = {
    kind: 'table',
    width: heading.length,
    rows: [{ cells: heading, header: true }, ...best.rows],
    origin: 'guess',
  };
  return { table, to: best.to, repairs };
}

/** The region cut off behind its first lines. */
function beginningOf(region: TableRegion, words: readonly FlowWord[]): TableRegion {
  const last = (words[region.flow?.body ?? region.from]?.line ?? 0) + PROBE_LINES;
  const behind = words.findIndex((word, index) => index > region.from && word.line > last);
  return behind < 0 || behind > region.to ? region : { ...region, to: behind, repeats: [] };
}

/** Two titles of columns begin on one line, as they do side by side. */
function titlesShareLine(region: TableRegion, words: readonly FlowWord[]): boolean {
  const begin = region.flow?.titles.map((title) => words[title.words[0] ?? -1]?.line) ?? [];
  return new Set(begin).size < begin.length;
}

/** Bars as borders stand in every line or so; one cell after another has none. */
function hasBars(words: readonly FlowWord[], region: TableRegion): boolean {
  let bars = 0;
  for (let index = region.from; index < region.to; index += 1) if (/[|¦│]/u.test(words[index]?.text ?? '')) bars += 1;
  return bars > 3;
}

function flowReading(words: readonly FlowWord[], lines: readonly FlowLine[], region: TableRegion): Reading | null {
  if (region.flow === null) return null;
  const { titles, body } = region.flow;
  const places = bodyPlaces(region, body);
  const rows = places.map(({ index, turned }) => ({ word: words[index], turned }));
  const own = rows.flatMap(({ word, turned }) =>
    word === undefined ? [] : [turned ? { ...word, before: Break.page } : word],
  );
  const roles = titles.map((title) => title.role);
  const read = flowReader(own, lines);
  const plain = read(roles);
  const numbered = countsItsRows(own, roles) ? read(['number', ...roles]) : null;
  const counted = numbered !== null && (plain === null || numbered.costPerWord < plain.costPerWord);
  const found = counted ? numbered : plain;
  if (found === null) return null;
  return {
    body,
    titles: counted ? [{ role: 'number', words: [] }, ...titles] : titles,
    rows: found.rows,
    to: (places[found.taken - 1]?.index ?? body - 1) + 1,
    cost: found.costPerWord,
  };
}

/** Rows without a title for their numbers may be numbered all the same: lines begin with 1, 2, 3 and so on. */
function countsItsRows(words: readonly FlowWord[], roles: readonly ColumnRole[]): boolean {
  if (roles.includes('number')) return false;
  let last = 0;
  for (const { before, traits } of words) {
    if (before !== Break.space && traits.number?.length === 1 && traits.number[0] === last + 1) last += 1;
  }
  return last >= 3;
}

/** The words of the rows; `turned` for the first one behind repeated titles. */
function bodyPlaces(region: TableRegion, body: number): { index: number; turned: boolean }[] {
  const places: { index: number; turned: boolean }[] = [];
  let repeat = 0;
  let turned = false;
  for (let index = body; index < region.to; index += 1) {
    const next = region.repeats[repeat];
    if (next !== undefined && index === next.from) {
      index = next.to - 1;
      repeat += 1;
      turned = true;
      continue;
    }
    places.push({ index, turned });
    turned = false;
  }
  return places;
}

function acrossReading(
  words: readonly FlowWord[],
  lines: readonly FlowLine[],
  region: TableRegion,
  executors: ReadonlySet<string>,
  care: Care = 'thorough',
): Reading | null {
  const body = region.across?.body ?? region.flow?.body ?? region.from;
  const orders = region.across?.orders ?? (region.flow === null ? [] : [region.flow.titles]);
  const skipped = new Set(region.repeats.flatMap(({ from, to }) => words.slice(from, to).map((word) => word.line)));
  const first = words[body]?.line ?? lines.length;
  const end = region.to < words.length ? (words[region.to]?.line ?? lines.length) : lines.length;
  const numbers = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index).filter(
    (line) => !skipped.has(line),
  );
  const own = numbers.flatMap((line) => lines[line] ?? []);
  const found = readAcross(
    own,
    orders.map((titles) => titles.map((title) => title.role)),
    executors,
    care,
  );
  const titles = found === null ? undefined : orders[found.order];
  if (found === null || titles === undefined) return null;
  const lastLine = numbers[found.lines - 1] ?? first;
  const behind = words.findIndex((word) => word.line > lastLine);
  return { body, titles, rows: found.rows, to: behind < 0 ? words.length : behind, cost: found.costPerWord };
}

/** Words between the titles and the rows that are no part of a title: numbers of the columns. */
function columnNumbers(
  words: readonly FlowWord[],
  lines: readonly FlowLine[],
  region: TableRegion,
  reading: Reading,
): Repair[] {
  const titled = new Set(reading.titles.flatMap((title) => title.words));
  const left = Array.from({ length: reading.body - region.from }, (_, index) => region.from + index).filter(
    (index) => !titled.has(index) && !/^[|¦│]+$/u.test(words[index]?.text ?? ''),
  );
  const passages = left.flatMap((index) => passagesOf(words, lines, index, index + 1));
  if (passages.length === 0) return [];
  const text = passages.map((passage) => passage.text).join(' ');
  return [{ code: 'column-numbers', at: spanOf(passages.flatMap((passage) => passage.at)), words: text }];
}

/** Bars between cells are borders, not words; they are told as left out. */
function barRepairs(words: readonly FlowWord[], lines: readonly FlowLine[], from: number, reading: Reading): Repair[] {
  const first = words[from]?.line ?? 0;
  const last = words[reading.to - 1]?.line ?? first;
  const kept = new Set(
    reading.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines.flatMap((line) => line.at))),
  );
  for (const index of reading.titles.flatMap((title) => title.words)) {
    for (const { at } of passagesOf(words, lines, index, index + 1)) for (const offset of at) kept.add(offset);
  }
  const bars = lines
    .slice(first, last + 1)
    .flatMap(({ passage }) =>
      Array.from(passage.text.matchAll(/[|¦│]/gu), (match) => slicePassage(passage, match.index, match.index + 1)),
    );
  const dropped = bars.filter((bar) => !kept.has(bar.at[0] ?? -1));
  const at = spanOf(dropped.flatMap((bar) => bar.at));
  return dropped.length === 0 ? [] : [{ code: 'bars-as-borders', at, words: dropped.map((bar) => bar.text).join(' ') }];
}

function spanOf(offsets: readonly number[]): Repair['at'] {
  const known = offsets.filter((offset) => offset >= 0);
  const first = known[0];
  const last = known.at(-1);
  return first === undefined || last === undefined ? null : { from: first, to: last + 1 };
}
