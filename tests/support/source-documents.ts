import { passageAt } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { Block, Cell, Paragraph, Row, SourceDocument, Table } from '#domain/orders/source-document.ts';

/** What a test writes for a cell: its text (lines divided by `\n`), or with a span; `merged` is one with the cell above. */
export type CellText = string | { readonly text: string; readonly span?: number };

export type RowText = { readonly cells: readonly CellText[]; readonly afterBreak?: boolean } | readonly CellText[];

/** Builds source documents whose passages really point into their text. */
export function documentOf(...blocks: (string | readonly RowText[])[]): SourceDocument {
  let text = '';
  const put = (line: string): Passage => {
    const passage = passageAt(line, text.length);
    text += `${line}\n`;
    return passage;
  };
  const built = blocks.map((block): Block => {
    if (typeof block !== 'string') return tableFrom(block, put);
    return { kind: 'paragraph', lines: block.split('\n').map(put) } satisfies Paragraph;
  });
  return { text, pages: null, blocks: built, repairs: [] };
}

/** A table alone, for tests of what looks at one table. */
export function tableOf(...rows: RowText[]): Table {
  const [table] = documentOf(rows).blocks;
  if (table?.kind !== 'table') throw new Error('no table was built');
  return table;
}

function tableFrom(rows: readonly RowText[], put: (line: string) => Passage): Table {
  let width = 0;
  const built = rows.map((row): Row => {
    const given = 'cells' in row ? row : { cells: row };
    let column = 0;
    const cells = given.cells.map((cell): Cell => {
      const span = typeof cell === 'string' ? 1 : (cell.span ?? 1);
      const text = typeof cell === 'string' ? cell : cell.text;
      const at = column;
      column += span;
      if (cell === 'merged') return { column: at, span, lines: [], merged: true };
      return { column: at, span, lines: text === '' ? [] : text.split('\n').map(put) };
    });
    width = Math.max(width, column);
    return 'afterBreak' in given && given.afterBreak ? { cells, afterBreak: true } : { cells };
  });
  return { kind: 'table', width, rows: built, origin: 'structure' };
}
