import type { Passage } from '#domain/language/passage.ts';
import { spansOf } from '#domain/language/passage.ts';
import type { Block, SourceDocument } from '#domain/orders/source-document.ts';

/** A line of the source as it is shown: its words, and where in the source they stand, run by run. */
export type ShownLine = {
  readonly text: string;
  /** `[offset in text, offset in the source, length]`, ascending in text; what is in none stands nowhere in the source. */
  readonly runs: readonly (readonly [number, number, number])[];
};

/** A block of the source, small enough to be kept beside what was read from it. */
export type ShownBlock =
  | {
      readonly kind: 'paragraph';
      readonly page: number | null;
      readonly heading: boolean;
      readonly lines: readonly ShownLine[];
    }
  | {
      readonly kind: 'table';
      readonly page: number | null;
      readonly rows: readonly {
        readonly header: boolean;
        readonly cells: readonly { readonly span: number; readonly lines: readonly ShownLine[] }[];
      }[];
    };

/** The blocks of a document for showing it beside the plan. */
export function shownSource(document: SourceDocument): ShownBlock[] {
  return document.blocks.map((block) => shownBlock(block, document.pages));
}

function shownBlock(block: Block, pages: readonly number[] | null): ShownBlock {
  if (block.kind === 'paragraph') {
    const label = block.label === undefined ? [] : [{ text: `${block.label} `, runs: [] }];
    return {
      kind: 'paragraph',
      page: pageOf(block.lines[0], pages),
      heading: block.heading !== undefined,
      lines: [...label, ...block.lines.map(shownLine)],
    };
  }
  const first = block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))[0];
  return {
    kind: 'table',
    page: pageOf(first, pages),
    rows: block.rows.map(({ cells, header }) => ({
      header: header === true,
      cells: cells.map(({ span, lines }) => ({ span, lines: lines.map(shownLine) })),
    })),
  };
}

function shownLine(passage: Passage): ShownLine {
  const runs: [number, number, number][] = [];
  passage.at.forEach((source, offset) => {
    if (source < 0) return;
    const last = runs.at(-1);
    if (last && last[0] + last[2] === offset && last[1] + last[2] === source) last[2] += 1;
    else runs.push([offset, source, 1]);
  });
  return { text: passage.text, runs };
}

function pageOf(passage: Passage | undefined, pages: readonly number[] | null): number | null {
  const [span] = passage ? spansOf(passage) : [];
  if (pages === null || span === undefined) return null;
  return Math.max(1, pages.filter((start) => start <= span.from).length);
}
