import { slicePassage } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import { firstOffset, lastOffset } from '#domain/orders/layout/flow/words/flow-words.ts';
import type { FlowLine, FlowWord } from '#domain/orders/layout/flow/words/flow-words.ts';
import { lineRuns } from '#domain/orders/layout/flow/words/word-passages.ts';
import type { Paragraph, SourceDocument } from '#domain/orders/source-document.ts';

/** So many empty lines part pages rather than paragraphs. */
const PAGE_BLANKS = 2;

/** The physical lines of neighbouring paragraphs with what the source has between them. */
export function linesOfParagraphs(paragraphs: readonly Paragraph[], document: SourceDocument): FlowLine[] {
  const pageStarts = document.pages ?? [];
  let page = 0;
  let before = -1;
  const lines: FlowLine[] = [];
  for (const paragraph of paragraphs) {
    for (const whole of paragraph.lines) {
      for (const passage of physicalLines(whole)) {
        const first = firstOffset(passage);
        if (passage.text.trim() === '') continue;
        let blanksBefore = 0;
        let pageBefore = false;
        if (before >= 0 && first > before) {
          const between = document.text.slice(before + 1, first);
          blanksBefore = Math.max(0, (between.match(/\n/gu)?.length ?? 0) - 1);
          while ((pageStarts[page] ?? Infinity) <= before) page += 1;
          pageBefore = blanksBefore >= PAGE_BLANKS || between.includes('\f') || (pageStarts[page] ?? Infinity) <= first;
        }
        lines.push({ passage, blanksBefore, pageBefore });
        before = Math.max(before, lastOffset(passage));
      }
    }
  }
  return lines;
}

function physicalLines(passage: Passage): Passage[] {
  if (!passage.text.includes('\n')) return [passage];
  const lines: Passage[] = [];
  let from = 0;
  for (const match of passage.text.matchAll(/\n/gu)) {
    lines.push(slicePassage(passage, from, match.index));
    from = match.index + 1;
  }
  lines.push(slicePassage(passage, from));
  return lines;
}

/** A line that fills less than this share of the usual width ends its paragraph, if the next one begins like a new one. */
const SHORT = 0.8;

/** Where no empty lines part paragraphs, a capital letter behind a short line begins one, and so does an annex. */
function beginsParagraph(before: string, line: string, width: number): boolean {
  if (/^Приложени[ея](?!\p{L})/u.test(line)) return true;
  return before.length < SHORT * width && /^(?:[«"]?\p{Lu}|\d+[.)])/u.test(line) && !/[,(-]$/u.test(before);
}

/** The length that one line in ten passes. */
function usualWidth(lengths: readonly number[]): number {
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** Paragraphs of the lines that hold words `from`…`to`; an empty line begins a new paragraph. */
export function paragraphsOfLines(
  lines: readonly FlowLine[],
  words: readonly FlowWord[],
  from: number,
  to: number,
): Paragraph[] {
  const paragraphs: { kind: 'paragraph'; lines: Passage[] }[] = [];
  const runs = lineRuns(words, from, to);
  const width = runs.some(({ line }, index) => index > 0 && (lines[line]?.blanksBefore ?? 0) > 0)
    ? 0
    : usualWidth(runs.map(({ first, last }) => last.to - first.from));
  let before = '';
  for (const { line: place, first, last } of runs) {
    const line = lines[place];
    if (line === undefined) continue;
    const passage = slicePassage(line.passage, first.from, last.to);
    const begins = line.blanksBefore > 0 || (width > 0 && beginsParagraph(before, passage.text, width));
    if (paragraphs.length === 0 || begins) paragraphs.push({ kind: 'paragraph', lines: [] });
    paragraphs.at(-1)?.lines.push(passage);
    before = passage.text;
  }
  return paragraphs;
}
