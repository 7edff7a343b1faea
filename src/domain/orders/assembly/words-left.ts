import { joinPassages } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { Places } from '#domain/orders/places.ts';
import type { Place, Warning } from '#domain/orders/plan.ts';
import { startsOtherPart } from '#domain/orders/prose/listed-items.ts';
import { isLayoutTable } from '#domain/orders/prose/reading-lines.ts';
import type { Block, Paragraph, SourceDocument, Table } from '#domain/orders/source-document.ts';
import { startsInside } from '#domain/orders/tables/cells.ts';
import type { PlanTable } from '#domain/orders/tables/heads/plan-tables.ts';
import { rowsInHead } from '#domain/orders/tables/heads/rows-in-head.ts';
import { isInOtherAnnex, opensAnnex, titleInAnnex } from '#domain/orders/tables/heads/other-annex.ts';
import { coverageOf, unplacedWords, unusedPieces } from '#domain/orders/tables/rows/unplaced.ts';

/**
 * Warnings of the words of the plan that no value and no other warning prints: in its tables, in the lines between two
 * tables of it and right behind it when they look like the rest of a row, and in
 * tables behind it that are read as nothing else.
 * @param used places of everything printed
 */
export function wordsLeft(
  document: SourceDocument,
  tables: readonly PlanTable[],
  used: readonly Place[],
  places: Places,
): Warning[] {
  const covered = coverageOf(used, document.text.length);
  const plans = new Map(tables.map((plan) => [plan.table, plan]));
  const isPlan = (block: Block): boolean => block.kind === 'table' && plans.has(block);
  const first = document.blocks.findIndex(isPlan);
  const last = document.blocks.findLastIndex(isPlan);
  const between = shortGaps(document.blocks, (block) =>
    block.kind === 'table' ? (plans.get(block)?.head.kind ?? null) : null,
  );
  const behind = restBehindGuess(document.blocks, last, covered);
  const left = document.blocks.flatMap((block, index): Passage[] => {
    if (block.kind === 'paragraph') {
      const before = document.blocks[index - 1];
      const isBehind = before !== undefined && isPlan(before);
      if (!between.has(index) && !behind.has(index) && !(isBehind && isRestOfRow(block))) return [];
      if (block.lines.every(({ text }) => opensAnnex(text))) return [];
      const lines = block.lines.slice(titleInAnnex(block.lines));
      return [joinPassages(lines.flatMap((line) => unusedPieces(line, covered)))];
    }
    const plan = plans.get(block);
    if (plan !== undefined) {
      const { bodyFrom, headFrom } = plan.head;
      return [...rowsInHead(block, plan.head), ...unplacedWords(block, bodyFrom, covered, headFrom)];
    }
    // An annex of its own, with a list or a schedule, is no part of the plan.
    if (first >= 0 && isInOtherAnnex(document, index)) return [];
    const isRest = first >= 0 && index > first && (index < last || !placesWords(block));
    return isRest ? [joinPassages(unplacedWords(block, 0, covered))] : [];
  });
  return left
    .filter((words) => words.text !== '')
    .map((words): Warning => {
      const source = places.of(words);
      return { measure: null, code: 'unplaced-text', words: words.text, ...(source === null ? {} : { source }) };
    });
}

/** Columns of blank space before text that stands under the right columns of a table. */
const FAR_INDENT = 20;
/** Signatures and stamps stand on the right side of the page too. */
const SIGNED_OR_STAMPED = /\p{Lu}\.\s?\p{Lu}\.|(?:^|\s)(?:приложение|утвержд|согласован|м\.\s?п\.)/iu;

/** A line that begins inside a sentence, or far to the right: the rest of a row, or a cell of a row that has no other. */
function isRestOfRow(paragraph: Paragraph): boolean {
  const first = paragraph.lines[0]?.text.slice(0, 400) ?? '';
  const text = first.trim();
  if (/^\p{L}/u.test(text) && startsInside(text)) return true;
  return first.length - first.trimStart().length >= FAR_INDENT && !SIGNED_OR_STAMPED.test(text);
}

/** A table that only places a stamp or a signature on the page. */
const placesWords = (table: Table): boolean => isLayoutTable(table) && (table.width < 3 || table.rows.length < 2);

/**
 * Indices of the paragraphs behind a last table whose borders are not in the file: its last rows may stand there, for
 * borders measured from positions only what stands in columns itself. They end where
 * something else begins: words that another value prints, a signature, a stamp, another part of the programme.
 */
function restBehindGuess(blocks: readonly Block[], last: number, covered: Uint8Array): ReadonlySet<number> {
  const rest = new Set<number>();
  const table = blocks[last];
  if (table?.kind !== 'table' || table.origin === 'structure') return rest;
  let length = 0;
  for (let index = last + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph') break;
    const text = block.lines.map((line) => line.text).join(' ');
    const isPrinted = block.lines.some((line) => line.at.some((offset) => covered[offset] === 1));
    length += text.replace(/\s+/gu, ' ').length;
    if (isPrinted || length > LONGEST_REST || startsOtherPart(text.trim()) || SIGNED_OR_STAMPED.test(text)) break;
    // Lines further in go on in the cells of the row above them.
    const goesOn = rest.has(index - 1) && /^\s{6}/u.test(block.lines[0]?.text ?? '');
    if (table.origin === 'guess' || goesOn || block.lines.some((line) => IN_COLUMNS.test(line.text))) rest.add(index);
  }
  return rest;
}

const LONGEST_REST = 600;
/** Words in three places of a line, as cells stand; a signature stands in two. */
const IN_COLUMNS = /\S\s{3,9}\S.*\S\s{3,9}\S|\S\s{10}/u;

/** More words than this between two tables are a text of its own: another order, an explanatory note. */
const LONGEST_GAP = 400;

/**
 * Indices of the paragraphs that stand between two tables of the plan with little else around them; between indicators and
 * measures stands the title of the second table.
 */
function shortGaps(blocks: readonly Block[], kindOf: (block: Block) => string | null): ReadonlySet<number> {
  const between = new Set<number>();
  let gap: number[] | null = null;
  let above: string | null = null;
  let length = 0;
  blocks.forEach((block, index) => {
    const kind = kindOf(block);
    if (kind !== null) {
      if (gap !== null && kind === above && length <= LONGEST_GAP) for (const paragraph of gap) between.add(paragraph);
      above = kind;
      gap = [];
      length = 0;
    } else if (block.kind === 'paragraph' && gap !== null) {
      gap.push(index);
      for (const line of block.lines) length += line.text.length;
    }
  });
  return between;
}
