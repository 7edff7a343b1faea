import type { MeasureField, Place } from '#domain/orders/plan.ts';
import type { ShownBlock, ShownLine } from '#domain/roadmaps/shown-source.ts';

/** Words of a line; those that a field was read from name the field. */
export type LitPiece = { readonly text: string; readonly field: MeasureField | null };
export type LitLine = readonly LitPiece[];

/** A part of the source around a row, with the words of its fields lit. */
export type LitBlock =
  | {
      readonly kind: 'paragraph';
      readonly page: number | null;
      readonly heading: boolean;
      readonly lines: readonly LitLine[];
    }
  | {
      readonly kind: 'table';
      readonly page: number | null;
      readonly rows: readonly {
        readonly header: boolean;
        readonly lit: boolean;
        readonly cells: readonly { readonly span: number; readonly lines: readonly LitLine[] }[];
      }[];
    };

/** A row of a table, or a paragraph: what is shown or left out as a whole. */
type Unit = { readonly at: number; readonly row: number | null; readonly lines: readonly ShownLine[] };

type Places = Readonly<Partial<Record<MeasureField, Place>>>;

/** Rows or paragraphs that stand around what is lit. */
const BEFORE = 3;
const AFTER = 8;

/** What stands around the places of a row; nothing lit: the beginning of the source. */
export function litSource(blocks: readonly ShownBlock[], places: Places): LitBlock[] {
  const units = blocks.flatMap((block, at): Unit[] =>
    block.kind === 'paragraph'
      ? [{ at, row: null, lines: block.lines }]
      : block.rows.map((row, index) => ({ at, row: index, lines: row.cells.flatMap(({ lines }) => lines) })),
  );
  const lit = units.map(({ lines }) => lines.some((line) => litLine(line, places).some(({ field }) => field !== null)));
  const first = Math.max(0, lit.indexOf(true));
  const last = Math.max(first, lit.lastIndexOf(true));
  const shown = units.slice(Math.max(0, first - BEFORE), last + 1 + AFTER);
  const keep = new Set(shown.map(({ at, row }) => `${String(at)}:${String(row)}`));
  return blocks.flatMap((block, at): LitBlock[] => {
    if (block.kind === 'paragraph')
      return keep.has(`${String(at)}:null`)
        ? [{ ...block, lines: block.lines.map((line) => litLine(line, places)) }]
        : [];
    const rows = block.rows.flatMap((row, index) => {
      if (!keep.has(`${String(at)}:${String(index)}`) && !(index === 0 && shown.some((unit) => unit.at === at)))
        return [];
      const cells = row.cells.map((cell) => ({
        span: cell.span,
        lines: cell.lines.map((line) => litLine(line, places)),
      }));
      return [{ header: row.header, lit: cells.some(hasLight), cells }];
    });
    return rows.length > 0 ? [{ ...block, rows }] : [];
  });
}

function hasLight({ lines }: { readonly lines: readonly LitLine[] }): boolean {
  return lines.some((line) => line.some(({ field }) => field !== null));
}

/** Cuts a line where a field begins or ends; a space between two words of one field is lit with them. */
function litLine({ text, runs }: ShownLine, places: Places): LitLine {
  const fields = new Array<MeasureField | null>(text.length).fill(null);
  for (const [field, place] of Object.entries(places) as [MeasureField, Place][])
    for (const { from, to } of place.parts ?? [place])
      for (const [offset, source, length] of runs)
        for (let at = Math.max(from, source); at < Math.min(to, source + length); at += 1)
          fields[offset + at - source] ??= field;
  const pieces: { text: string; field: MeasureField | null }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const field = fields[at] ?? null;
    const letter = text.charAt(at);
    const lastPiece = pieces.at(-1);
    if (lastPiece?.field === field) lastPiece.text += letter;
    else pieces.push({ text: letter, field });
  }
  return pieces;
}
