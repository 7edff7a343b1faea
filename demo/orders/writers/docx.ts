import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type FileChild,
} from 'docx';
import type { CellLine, PrintedBlock, PrintedCell, PrintedTable } from '#demo/orders/writers/printed-order.ts';

/** The order as a Word document: merged cells, repeated heads, automatic numbers and lists. */
export async function writeDocx(blocks: readonly PrintedBlock[]): Promise<Uint8Array> {
  const children: FileChild[] = blocks.map((block) =>
    block.kind === 'table'
      ? tableOf(block)
      : new Paragraph({
          text: block.text,
          alignment: block.aligned === 'centre' ? AlignmentType.CENTER : AlignmentType.LEFT,
        }),
  );
  const document = new Document({
    numbering: { config: [rowNumbers(blocks), BULLETS] },
    sections: [{ properties: LANDSCAPE, children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Twentieths of a point: A4 with margins of half an inch. */
const LANDSCAPE = {
  page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { left: 720, right: 720, top: 720, bottom: 720 } },
};
const TABLE_WIDTH = 15_300;

const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.LEFT,
});

const BULLETS = {
  reference: 'bullets',
  levels: [level(0, LevelFormat.BULLET, '–'), level(1, LevelFormat.BULLET, '•')],
};

/** Numbers as the plan prints them: with a dot, a bracket or nothing behind. */
function rowNumbers(blocks: readonly PrintedBlock[]) {
  const first = blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .flatMap((row) => row.cells.flatMap((cell) => cell.lines))
    .find((line) => line.label?.kind === 'number');
  return {
    reference: 'numbers',
    levels: [level(0, LevelFormat.DECIMAL, (first?.label?.text ?? '1.').replace(/\d+/u, '%1'))],
  };
}

function tableOf({ widths, rows }: PrintedTable): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const sizes = widths.map((width) => Math.floor((TABLE_WIDTH * width) / total));
  return new Table({
    columnWidths: sizes,
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    rows: rows.map((row) => new TableRow({ tableHeader: row.kind === 'head', children: row.cells.map(cellOf) })),
  });
}

function cellOf({ lines, columns, rows }: PrintedCell): TableCell {
  return new TableCell({
    children: lines.length > 0 ? lines.map(lineOf) : [new Paragraph('')],
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
  });
}

function lineOf({ text, label }: CellLine): Paragraph {
  if (label === undefined) return new Paragraph(text);
  if (label.kind === 'number') return new Paragraph({ text, numbering: { reference: 'numbers', level: 0 } });
  return new Paragraph({ text, numbering: { reference: 'bullets', level: label.kind === 'dash' ? 0 : 1 } });
}
